/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Generates days of network events in which some attacks are labelled.
 *
 * <p>A made-up enterprise, read from the outside in: {@link org.suspiciousconnects.sample.Network}
 * has the hosts and their addresses, {@link org.suspiciousconnects.sample.Rhythm} the hours they
 * are active, {@link org.suspiciousconnects.sample.FlowService} who talks to whom about what,
 * {@link org.suspiciousconnects.sample.FlowDay} puts them together, {@link
 * org.suspiciousconnects.sample.FlowAttacks} hides the attacks in it. Every event is a function of
 * the seed and its own number alone, so that cores and partitions make no difference.
 */
package org.suspiciousconnects.sample;
