/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * A corpus cut in two: of each document with at least 5 (document, word) pairs a tenth of them, at
 * least one, with all their occurrences, is held out; the rest is for training. Which pairs depends
 * on the seed, the IP and the word only.
 */
final class HeldOut implements AutoCloseable {
  private static final int PAIRS_AT_LEAST = 5;
  private static final int ONE_IN = 10;

  /** Other than that of the first topics, which hang on the same seed. */
  private static final long SALT = 0x5DEECE66DL;

  private final JavaRDD<Document> documents;
  private final Corpus training;
  private final JavaPairRDD<Long, Document> heldOut;
  private final BitSet trainedWords;

  private HeldOut(
      JavaRDD<Document> documents,
      Corpus training,
      JavaPairRDD<Long, Document> heldOut,
      BitSet trainedWords) {
    this.documents = documents;
    this.training = training;
    this.heldOut = heldOut;
    this.trainedWords = trainedWords;
  }

  /** Cuts a corpus, which has to live as long. */
  static HeldOut of(Corpus corpus, long seed) {
    JavaRDD<Document> documents = corpus.documents().map(d -> part(d, heldOut(d, seed), false));
    documents.persist(StorageLevel.MEMORY_AND_DISK());
    Size size =
        documents
            .mapPartitions(
                some -> {
                  Size sum = new Size();
                  some.forEachRemaining(sum::add);
                  return List.of(sum).iterator();
                })
            .reduce(Size::plus);
    JavaPairRDD<Long, Document> heldOut =
        corpus
            .documents()
            .map(d -> part(d, heldOut(d, seed), true))
            .filter(d -> d.words().length > 0)
            .mapToPair(d -> new Tuple2<>(d.id(), d));
    return new HeldOut(
        documents, corpus.withDocuments(documents, size.pairs, size.tokens), heldOut, size.words);
  }

  /** Which of the document's pairs are held out. */
  static BitSet heldOut(Document document, long seed) {
    int pairs = document.words().length;
    BitSet held = new BitSet(pairs);
    if (pairs < PAIRS_AT_LEAST) {
      return held;
    }
    long ofIp = TextHash.of(TextHash.mix(seed ^ SALT), document.ip());
    long[][] drawn = new long[pairs][];
    for (int i = 0; i < pairs; i++) {
      drawn[i] = new long[] {TextHash.mix(ofIp + (document.words()[i] + 1) * TextHash.GOLDEN), i};
    }
    Arrays.sort(drawn, (a, b) -> Long.compare(a[0], b[0]));
    int howMany = Math.max(1, (pairs + ONE_IN / 2) / ONE_IN);
    for (int i = 0; i < howMany; i++) {
      held.set((int) drawn[i][1]);
    }
    return held;
  }

  private static Document part(Document document, BitSet chosen, boolean ifChosen) {
    int length = ifChosen ? chosen.cardinality() : document.words().length - chosen.cardinality();
    int[] words = new int[length];
    double[] counts = new double[length];
    int at = 0;
    for (int i = 0; i < document.words().length; i++) {
      if (chosen.get(i) == ifChosen) {
        words[at] = document.words()[i];
        counts[at] = document.counts()[i];
        at++;
      }
    }
    return new Document(document.id(), document.ip(), words, counts);
  }

  /** What to train on; it has all documents and the corpus's vocabulary. */
  Corpus training() {
    return training;
  }

  /**
   * By the document's number what was held out of it; documents of which nothing was are not in.
   */
  JavaPairRDD<Long, Document> heldOut() {
    return heldOut;
  }

  /** The words, by their place in the vocabulary, that occur in what is trained on. */
  BitSet trainedWords() {
    return trainedWords;
  }

  @Override
  public void close() {
    documents.unpersist(false);
  }

  /** How large the training part is. */
  private static final class Size implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BitSet words = new BitSet();
    private long pairs;
    private long tokens;

    void add(Document document) {
      for (int word : document.words()) {
        words.set(word);
      }
      pairs += document.words().length;
      tokens += Math.round(document.tokens());
    }

    Size plus(Size other) {
      words.or(other.words);
      pairs += other.pairs;
      tokens += other.tokens;
      return this;
    }
  }
}
