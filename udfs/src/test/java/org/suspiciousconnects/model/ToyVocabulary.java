/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small corpus and all the words that there can be: in each view those of every combination of
 * the values of its fields and of one value more that was never seen. The probabilities of all of
 * them must add up.
 */
final class ToyVocabulary {
  private static final String NEVER_SEEN = "?";

  private final Map<List<String>, Long> tokens;

  /** By a view and the place of a field, or the empty text and 0 for the views themselves. */
  private final Map<String, Set<String>> values = new HashMap<>();

  ToyVocabulary(Map<List<String>, Long> tokens) {
    this.tokens = tokens;
    for (List<String> word : tokens.keySet()) {
      for (int j = 0; j < word.size(); j++) {
        String place = j == 0 ? "" : word.get(0);
        values.computeIfAbsent(place + j, p -> new TreeSet<>()).add(word.get(j));
      }
    }
  }

  /** All words, seen or not, of views that were seen; the first part of a word is its view. */
  List<List<String>> words() {
    List<List<String>> all = new ArrayList<>();
    for (String view : values.get("0")) {
      List<List<String>> words = List.of(List.of(view));
      int length =
          tokens.keySet().stream().filter(w -> w.get(0).equals(view)).findAny().get().size();
      for (int j = 1; j < length; j++) {
        List<String> fields = new ArrayList<>(values.get(view + j));
        fields.add(NEVER_SEEN);
        List<List<String>> longer = new ArrayList<>();
        for (List<String> word : words) {
          for (String value : fields) {
            List<String> next = new ArrayList<>(word);
            next.add(value);
            longer.add(next);
          }
        }
        words = longer;
      }
      all.addAll(words);
    }
    return all;
  }

  /** The numbers c, T, f, V of the view and of each field of a word, counted one by one. */
  long[][] parts(List<String> word) {
    long[][] parts = new long[word.size()][];
    for (int j = 0; j < word.size(); j++) {
      List<String> prefix = word.subList(0, j + 1);
      Set<String> continuations = new HashSet<>();
      long ofPrefix = 0;
      long ofField = 0;
      for (Map.Entry<List<String>, Long> seen : tokens.entrySet()) {
        List<String> other = seen.getKey();
        boolean sameView = other.get(0).equals(word.get(0));
        if (other.size() > j && other.subList(0, j + 1).equals(prefix)) {
          ofPrefix += seen.getValue();
          if (other.size() > j + 1) {
            continuations.add(other.get(j + 1));
          }
        }
        if (j == 0 || sameView && other.get(j).equals(word.get(j))) {
          ofField += seen.getValue();
        }
      }
      int different = values.get((j == 0 ? "" : word.get(0)) + j).size();
      parts[j] = new long[] {ofPrefix, continuations.size(), ofField, different};
    }
    return parts;
  }

  long all() {
    return tokens.values().stream().mapToLong(Long::longValue).sum();
  }

  static WordParts of(long[][] parts) {
    List<Long> numbers = new ArrayList<>();
    for (long[] part : parts) {
      for (long number : part) {
        numbers.add(number);
      }
    }
    return WordParts.of(numbers.stream().mapToLong(Long::longValue).toArray());
  }
}
