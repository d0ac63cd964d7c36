/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Do a topic's leading words occur in the same documents? The mean, over topics and pairs of their
 * leading 10 words, of the normalised pointwise mutual information (Bouma 2009)
 *
 * <pre>log(P(a, b) / (P(a) P(b))) / -log P(a, b)</pre>
 *
 * with P the share of documents that have the word, or both. From -1, never together, over 0,
 * independent, to 1, always together.
 */
final class Coherence implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How many of a topic's words count. */
  static final int LEADING = 10;

  /** For each topic the number of documents that have leading word i and j, at i x 10 + j. */
  private final long[][] together;

  private long documents;

  private Coherence(int topics) {
    together = new long[topics][LEADING * LEADING];
  }

  /** The mean, or null if no topic has two words. */
  static Double of(TopicModel model, Corpus corpus) {
    TopWords leading = new TopWords(model.wordTopicProbabilities(), LEADING);
    // Of a word its places: topic x 10 + rank.
    Map<Integer, int[]> places = places(leading);
    int topics = leading.topics();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(corpus.documents().context());
    Broadcast<Map<Integer, int[]>> placesOf = context.broadcast(places);
    Coherence all =
        corpus
            .documents()
            .mapPartitions(
                some -> {
                  Coherence part = new Coherence(topics);
                  some.forEachRemaining(d -> part.add(d, placesOf.value()));
                  return List.of(part).iterator();
                })
            .fold(new Coherence(topics), Coherence::plus);
    placesOf.unpersist(false);
    return all.mean(leading);
  }

  private static Map<Integer, int[]> places(TopWords leading) {
    Map<Integer, List<Integer>> lists = new HashMap<>();
    for (int topic = 0; topic < leading.topics(); topic++) {
      int[] words = leading.of(topic);
      for (int rank = 0; rank < words.length; rank++) {
        lists.computeIfAbsent(words[rank], w -> new ArrayList<>()).add(topic * LEADING + rank);
      }
    }
    Map<Integer, int[]> places = new HashMap<>();
    lists.forEach((w, list) -> places.put(w, list.stream().mapToInt(p -> p).toArray()));
    return places;
  }

  private void add(Document document, Map<Integer, int[]> places) {
    int[] present = new int[together.length];
    for (int word : document.words()) {
      for (int place : places.getOrDefault(word, new int[0])) {
        present[place / LEADING] |= 1 << place % LEADING;
      }
    }
    for (int topic = 0; topic < present.length; topic++) {
      for (int i = 0; i < LEADING; i++) {
        for (int j = i; j < LEADING; j++) {
          together[topic][i * LEADING + j] += present[topic] >> i & present[topic] >> j & 1;
        }
      }
    }
    documents++;
  }

  private Coherence plus(Coherence other) {
    for (int topic = 0; topic < together.length; topic++) {
      for (int i = 0; i < together[topic].length; i++) {
        together[topic][i] += other.together[topic][i];
      }
    }
    documents += other.documents;
    return this;
  }

  private Double mean(TopWords leading) {
    double sum = 0;
    int pairs = 0;
    for (int topic = 0; topic < together.length; topic++) {
      int words = leading.of(topic).length;
      for (int i = 0; i < words; i++) {
        for (int j = i + 1; j < words; j++) {
          sum += npmi(count(topic, i, i), count(topic, j, j), count(topic, i, j), documents);
          pairs++;
        }
      }
    }
    return pairs == 0 ? null : sum / pairs;
  }

  private long count(int topic, int i, int j) {
    return together[topic][i * LEADING + j];
  }

  /** Of two words in a and b of n documents, and together in so many. */
  static double npmi(long a, long b, long both, long n) {
    if (both == 0) {
      return -1;
    }
    if (both == n) {
      return 1;
    }
    double p = (double) both / n;
    return StrictMath.log(p * n / a * n / b) / -StrictMath.log(p);
  }
}
