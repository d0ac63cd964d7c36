/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A line of a feedback file: a verdict, and what it says of the event that it is on. */
final class Judgement {
  private final long line;
  private final String text;
  private final int verdict;
  private final List<Object> key;
  private final String rest;

  private Judgement(long line, String text, int verdict, List<Object> key, String rest) {
    this.line = line;
    this.text = text;
    this.verdict = verdict;
    this.key = key;
    this.rest = rest;
  }

  /**
   * @param line its number, from 1
   * @param text the whole line
   * @param verdict 1 to 3
   * @param key the values by which the event is looked for, as {@link RowParser#key()} says; null
   *     where the event has none
   */
  static Judgement of(long line, String text, int verdict, Object... key) {
    return new Judgement(line, text, verdict, Collections.unmodifiableList(Arrays.asList(key)), "");
  }

  /** A line on which nothing was said yet. */
  static Judgement none(long line, String text) {
    return of(line, text, Verdict.NONE);
  }

  /**
   * @param rest the text that follows the key, with a separator in front of each value
   */
  Judgement with(String rest) {
    return new Judgement(line, text, verdict, key, rest);
  }

  boolean isGiven() {
    return verdict != Verdict.NONE;
  }

  long line() {
    return line;
  }

  String text() {
    return text;
  }

  int verdict() {
    return verdict;
  }

  List<Object> key() {
    return key;
  }

  /** Empty unless {@link #with} gave one. */
  String rest() {
    return rest;
  }
}
