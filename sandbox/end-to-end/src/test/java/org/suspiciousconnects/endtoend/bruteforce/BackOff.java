/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The counts of prefixes and fields of a history's words, and the background probability that
 * follows.
 */
public final class BackOff {
  /** A row of the table of word parts. */
  public record Part(long tokens, long continuations) {}

  private static final int VIEWS = 3;

  private final Map<String, Long> tokensOfWords;

  /**
   * @param tokensOfWords how often each word occurs in the history, at all documents together
   */
  public BackOff(Map<String, Long> tokensOfWords) {
    this.tokensOfWords = Map.copyOf(tokensOfWords);
  }

  /** All rows of the table of word parts, by their word_part. */
  public Map<String, Part> parts() {
    Map<String, Long> tokens = new LinkedHashMap<>();
    Map<String, Set<String>> next = new HashMap<>();
    tokensOfWords.forEach(
        (word, count) -> {
          String view = Spelling.view(word);
          tokens.merge("*", count, Long::sum);
          tokens.merge(view, count, Long::sum);
          String prefix = view;
          int position = 0;
          for (String field : Spelling.fields(word)) {
            position++;
            next.computeIfAbsent(prefix, key -> new HashSet<>()).add(field);
            prefix += "|" + field;
            tokens.merge(prefix, count, Long::sum);
            String place = view + "#" + position;
            tokens.merge(place, count, Long::sum);
            tokens.merge(place + "=" + field, count, Long::sum);
            next.computeIfAbsent(place, key -> new HashSet<>()).add(field);
          }
        });
    Map<String, Part> parts = new LinkedHashMap<>();
    tokens.forEach(
        (part, count) ->
            parts.put(
                part,
                new Part(
                    count, part.equals("*") ? VIEWS : next.getOrDefault(part, Set.of()).size())));
    return parts;
  }

  /**
   * The background probability of a word.
   *
   * @param own how often the IP itself had it, to leave out; 0 leaves nothing out
   */
  public double background(String word, long own) {
    String view = Spelling.view(word);
    List<String> fields = Spelling.fields(word);
    double inView = less(tokens(view, List.of()), own);
    double probability = (inView + 0.5) / (less(all(), own) + 2);
    double before = inView;
    for (int j = 1; j <= fields.size(); j++) {
      List<String> prefix = fields.subList(0, j);
      double with = less(tokens(view, prefix), own);
      double strength = j == 1 ? 10 : Math.max(1, continuations(view, fields.subList(0, j - 1)));
      double field = less(tokensOfField(view, j, fields.get(j - 1)), own);
      double share = (field + 0.5) / (inView + (values(view, j) + 1) / 2.0);
      probability *= (with + strength * share) / (before + strength);
      before = with;
    }
    return probability;
  }

  private static double less(long count, long own) {
    return Math.max(0, count - own);
  }

  private long all() {
    long sum = 0;
    for (long count : tokensOfWords.values()) {
      sum += count;
    }
    return sum;
  }

  private long tokens(String view, List<String> prefix) {
    long sum = 0;
    for (Map.Entry<String, Long> entry : tokensOfWords.entrySet()) {
      if (startsWith(entry.getKey(), view, prefix)) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  private int continuations(String view, List<String> prefix) {
    Set<String> next = new HashSet<>();
    for (String word : tokensOfWords.keySet()) {
      List<String> fields = Spelling.fields(word);
      if (startsWith(word, view, prefix) && fields.size() > prefix.size()) {
        next.add(fields.get(prefix.size()));
      }
    }
    return next.size();
  }

  private long tokensOfField(String view, int position, String value) {
    long sum = 0;
    for (Map.Entry<String, Long> entry : tokensOfWords.entrySet()) {
      if (value.equals(fieldAt(entry.getKey(), view, position))) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  private int values(String view, int position) {
    Set<String> values = new HashSet<>();
    for (String word : tokensOfWords.keySet()) {
      String value = fieldAt(word, view, position);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size();
  }

  private static boolean startsWith(String word, String view, List<String> prefix) {
    List<String> fields = Spelling.fields(word);
    return Spelling.view(word).equals(view)
        && fields.size() >= prefix.size()
        && fields.subList(0, prefix.size()).equals(prefix);
  }

  private static String fieldAt(String word, String view, int position) {
    List<String> fields = Spelling.fields(word);
    return Spelling.view(word).equals(view) && fields.size() >= position
        ? fields.get(position - 1)
        : null;
  }
}
