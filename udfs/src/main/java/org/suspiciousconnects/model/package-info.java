/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Vectors of a topic model and the scores of the two methods made of them. Plain Java: no type of
 * an engine.
 */
package org.suspiciousconnects.model;
