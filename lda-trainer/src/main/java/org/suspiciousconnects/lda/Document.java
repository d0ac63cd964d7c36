/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;

/** One document: the words an IP was seen with, as a sparse row of counts. */
public final class Document implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long id;
  private final String ip;
  private final int[] words;
  private final double[] counts;

  /**
   * @param id the document's number in the corpus, 0 to D - 1 in the order of the IPs
   * @param ip the IP
   * @param words indices into the vocabulary, ascending, no two alike
   * @param counts how often each of them occurs, each at least 1
   */
  public Document(long id, String ip, int[] words, double[] counts) {
    this.id = id;
    this.ip = ip;
    this.words = words;
    this.counts = counts;
  }

  /** The document's number in the corpus, from 0. */
  public long id() {
    return id;
  }

  /** The IP. */
  public String ip() {
    return ip;
  }

  /** Indices into the vocabulary, ascending. Not to be changed. */
  public int[] words() {
    return words;
  }

  /** Occurrences, as many as {@link #words()}. Not to be changed. */
  public double[] counts() {
    return counts;
  }

  /** Sum of the occurrences. */
  public double tokens() {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }
}
