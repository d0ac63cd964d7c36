/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

/**
 * A group with what it was expected to be.
 *
 * @param size how often the IP had the word that day
 * @param expected how often it was expected to
 * @param logP the logarithm of the probability of so many
 * @param share of the groups of its view that are not less suspicious, the mid-rank of those alike
 */
public record Scored(Group group, long size, double expected, double logP, double share) {
  Scored withShare(double other) {
    return new Scored(group, size, expected, logP, other);
  }
}
