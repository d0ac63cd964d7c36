/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Some of the corpus's documents as one sparse matrix in compressed rows, sorted by IP: the words
 * and counts of document d are those from {@code offsets[d]} to {@code offsets[d + 1] - 1}. 12
 * bytes for each (document, word) pair. Arrays are handed out as they are and not to be changed.
 */
final class DocumentBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] ids;
  private final String[] ips;
  private final int[] offsets;
  private final int[] words;
  private final double[] counts;

  private DocumentBlock(int documents, int pairs) {
    ids = new long[documents];
    ips = new String[documents];
    offsets = new int[documents + 1];
    words = new int[pairs];
    counts = new double[pairs];
  }

  /** The block of these documents, which come in any order and are sorted in place. */
  static DocumentBlock of(List<Document> documents) {
    documents.sort(Comparator.comparing(Document::ip));
    int pairs = 0;
    for (Document document : documents) {
      pairs = Math.addExact(pairs, document.words().length);
    }
    DocumentBlock block = new DocumentBlock(documents.size(), pairs);
    for (int d = 0; d < documents.size(); d++) {
      Document document = documents.get(d);
      int length = document.words().length;
      block.ids[d] = document.id();
      block.ips[d] = document.ip();
      System.arraycopy(document.words(), 0, block.words, block.offsets[d], length);
      System.arraycopy(document.counts(), 0, block.counts, block.offsets[d], length);
      block.offsets[d + 1] = block.offsets[d] + length;
    }
    return block;
  }

  /** Number of documents. */
  int size() {
    return ips.length;
  }

  /** The IP of each document, ascending. */
  String[] ips() {
    return ips;
  }

  /** Where each document begins among the pairs; one more than documents, the last is the end. */
  int[] offsets() {
    return offsets;
  }

  /** Indices into the vocabulary, one for each pair, ascending in a document. */
  int[] words() {
    return words;
  }

  /** Occurrences, one for each pair. */
  double[] counts() {
    return counts;
  }

  /** A copy of document d. */
  Document document(int d) {
    int length = offsets[d + 1] - offsets[d];
    int[] itsWords = new int[length];
    double[] itsCounts = new double[length];
    System.arraycopy(words, offsets[d], itsWords, 0, length);
    System.arraycopy(counts, offsets[d], itsCounts, 0, length);
    return new Document(ids[d], ips[d], itsWords, itsCounts);
  }
}
