/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Generates days of network events in which some attacks are labelled.
 *
 * <p>A made-up enterprise, read from the outside in: {@link org.suspiciousconnects.sample.Network}
 * has the hosts and their addresses, {@link org.suspiciousconnects.sample.Sites} the names of those
 * on the internet, {@link org.suspiciousconnects.sample.Rhythm} the hours they are active, {@link
 * org.suspiciousconnects.sample.Habits} where they go. {@link
 * org.suspiciousconnects.sample.FlowService}, {@link org.suspiciousconnects.sample.DnsLookup} and
 * {@link org.suspiciousconnects.sample.ProxyTraffic} say what a normal day consists of, the
 * implementations of {@link org.suspiciousconnects.sample.SampleDay} put it together, and {@link
 * org.suspiciousconnects.sample.FlowAttacks}, {@link org.suspiciousconnects.sample.DnsAttacks} and
 * {@link org.suspiciousconnects.sample.ProxyAttacks} hide the attacks in it. {@link
 * org.suspiciousconnects.sample.Series} puts days together that have the same hosts and habits
 * ({@link org.suspiciousconnects.sample.SeriesHabits}), attacks and novelties ({@link
 * org.suspiciousconnects.sample.Planting}). Every event is a function of the seed and its own
 * number alone, so that cores and partitions make no difference.
 */
package org.suspiciousconnects.sample;
