/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import java.util.Arrays;
import org.suspiciousconnects.word.ProfileWord;

/**
 * The counts of the parts of one word of the method profile, from its view on: what the model's
 * table of parts has for the prefixes of the word and for its fields.
 *
 * <p>As text: four whole numbers with colons between them for the view and then for each field j
 * from 1, joined by semicolons, 2 to 10 of them. They are c, the tokens of the prefix that ends
 * there; T, the number of different continuations of that prefix; f, the tokens of the field in its
 * place; V, the number of different values in that place. For the view itself, c is the tokens of
 * the view, T its continuations, f the tokens of all views, V the number of views.
 */
public final class WordParts {
  private static final int NUMBERS = 4;
  private static final char BETWEEN_NUMBERS = ':';
  private static final char BETWEEN_PARTS = ';';

  private static final int PREFIX_TOKENS = 0;
  private static final int CONTINUATIONS = 1;
  private static final int FIELD_TOKENS = 2;
  private static final int VALUES = 3;

  /** All numbers one after another, as in the text. */
  private final long[] numbers;

  private WordParts(long[] numbers) {
    this.numbers = numbers;
  }

  /**
   * The parts of a word.
   *
   * @param numbers c, T, f and V of the view, then of each field: 4 (m + 1) numbers for m fields
   * @return the parts, which keep a copy
   * @throws IllegalArgumentException if there are not 1 to 9 fields or a number is negative; the
   *     message names it
   */
  public static WordParts of(long... numbers) {
    if (numbers.length % NUMBERS != 0
        || numbers.length < 2 * NUMBERS
        || numbers.length > (ProfileWord.MOST_FIELDS + 1) * NUMBERS) {
      throw new IllegalArgumentException(
          "parts have "
              + numbers.length
              + " numbers, not 4 for the view and 4 for each of 1 to 9 fields");
    }
    for (long number : numbers) {
      if (number < 0) {
        throw new IllegalArgumentException("parts have a negative count, " + number);
      }
    }
    return new WordParts(numbers.clone());
  }

  /**
   * Reads the text.
   *
   * @param text such as {@code 90:7:120:3;12:3:14:7}
   * @return the parts
   * @throws IllegalArgumentException if the text has another form; the message contains it
   */
  public static WordParts parse(String text) {
    long[] numbers = new long[(ProfileWord.MOST_FIELDS + 1) * NUMBERS];
    int count = 0;
    int at = 0;
    while (at <= text.length()) {
      char behind = count % NUMBERS == VALUES ? BETWEEN_PARTS : BETWEEN_NUMBERS;
      int end = text.indexOf(behind, at);
      end = end < 0 ? text.length() : end;
      if (count == numbers.length) {
        throw malformed(text);
      }
      numbers[count++] = number(text, at, end);
      at = end + 1;
    }
    if (count % NUMBERS != 0 || count < 2 * NUMBERS) {
      throw malformed(text);
    }
    return new WordParts(Arrays.copyOf(numbers, count));
  }

  /** The number of fields, 1 to 9. */
  int fields() {
    return numbers.length / NUMBERS - 1;
  }

  /** Tokens of the prefix of j fields; of the view for 0. */
  long prefixTokens(int j) {
    return numbers[j * NUMBERS + PREFIX_TOKENS];
  }

  /** Different continuations of the prefix of j fields. */
  long continuations(int j) {
    return numbers[j * NUMBERS + CONTINUATIONS];
  }

  /** Tokens of field j in its place; of all views for 0. */
  long fieldTokens(int j) {
    return numbers[j * NUMBERS + FIELD_TOKENS];
  }

  /** Different values in the place of field j. */
  long values(int j) {
    return numbers[j * NUMBERS + VALUES];
  }

  private static long number(String text, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        throw malformed(text);
      }
      number = 10 * number + digit;
    }
    if (start == end) {
      throw malformed(text);
    }
    return number;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "parts '"
            + text
            + "' are not c:T:f:V of the view and of each of 1 to 9 fields, joined by ;");
  }
}
