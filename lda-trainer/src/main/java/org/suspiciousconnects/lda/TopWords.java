/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The words of each topic that are most probable in it. */
final class TopWords {
  private final List<int[]> words = new ArrayList<>();

  /**
   * @param probabilities P(word | topic), V rows of K doubles
   * @param howMany at most, of each topic; words without any probability are left out
   */
  TopWords(double[][] probabilities, int howMany) {
    for (int topic = 0; topic < probabilities[0].length; topic++) {
      words.add(of(probabilities, topic, howMany));
    }
  }

  private static int[] of(double[][] probabilities, int topic, int howMany) {
    // The least of those kept is the first to go; of equal ones the later word.
    PriorityQueue<Integer> kept =
        new PriorityQueue<>(
            (a, b) -> {
              int byProbability = Double.compare(probabilities[a][topic], probabilities[b][topic]);
              return byProbability != 0 ? byProbability : Integer.compare(b, a);
            });
    for (int word = 0; word < probabilities.length; word++) {
      if (probabilities[word][topic] > 0) {
        kept.add(word);
        if (kept.size() > howMany) {
          kept.remove();
        }
      }
    }
    int[] sorted = new int[kept.size()];
    for (int i = sorted.length - 1; i >= 0; i--) {
      sorted[i] = kept.remove();
    }
    return sorted;
  }

  /** Places in the vocabulary, the most probable word first; equal ones in the order of words. */
  int[] of(int topic) {
    return words.get(topic);
  }

  /** K. */
  int topics() {
    return words.size();
  }
}
