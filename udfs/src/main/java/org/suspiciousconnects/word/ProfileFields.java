/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * A {@link ProfileWord} taken apart, for its explanation. What a field does not hold has no text:
 * null, which {@link #sentence} hands on.
 */
final class ProfileFields {
  private final String view;
  private final String[] fields;

  private ProfileFields(String view, String[] fields) {
    this.view = view;
    this.fields = fields;
  }

  /** The parts of a word; null if the text is none. */
  static ProfileFields of(String word) {
    String view = ProfileWord.view(word);
    return view == null
        ? null
        : new ProfileFields(view, word.substring(view.length() + 1).split("\\|", -1));
  }

  /** The parts joined by commas; null if one of them is. */
  static String sentence(String... parts) {
    for (String part : parts) {
      if (part == null) {
        return null;
      }
    }
    return String.join(", ", parts);
  }

  String view() {
    return view;
  }

  /** Whether the word is of a view and has a number of fields. */
  boolean is(String ofView, int count) {
    return view.equals(ofView) && fields.length == count;
  }

  /** A field, from 0. */
  String text(int field) {
    return fields[field];
  }

  /** A field that is letters and a number from 0; -1 if it is not, or the number is larger. */
  int number(int field, String letters, int largest) {
    return fields[field].startsWith(letters)
        ? number(fields[field].substring(letters.length()), largest)
        : -1;
  }

  /** A number as our words have it, without leading zeros; -1 if it is none or larger. */
  static int number(String digits, int largest) {
    if (digits.isEmpty() || digits.length() > 1 && digits.charAt(0) == '0') {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > largest) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number > largest ? -1 : (int) number;
  }

  /** Whether a field is letters and the missing value. */
  boolean isMissing(int field, String letters) {
    return fields[field].equals(letters + ProfileWord.MISSING);
  }

  /** Such as {@code 8-15 flows}, of a bin of {@link BinaryDigits}; null if it is none. */
  String counts(int field, String letters, int step, long maximum, String thing) {
    int bin = bin(field, letters, step, maximum);
    return bin < 0 ? null : CountRange.ofDigits(step, bin, maximum).of(thing);
  }

  /** Such as {@code 2 to <16 KiB}, of a bin of {@link BinaryDigits}; null if it is none. */
  String bytes(int field, String letters, int step, long maximum) {
    int bin = bin(field, letters, step, maximum);
    return bin < 0 ? null : CountRange.ofDigits(step, bin, maximum).ofBytes();
  }

  /** Such as {@code user agent that 2-4 clients used before}; null if it is no prevalence. */
  String known(int field, String item, String verb) {
    return known(fields[field], item, verb);
  }

  /** The same of the prevalence alone. */
  static String known(String prevalence, String item, String verb) {
    String clients = Prevalence.explained(prevalence);
    return clients == null || item == null
        ? null
        : item + " that " + clients + " " + verb + " before";
  }

  /** What is before the first hyphen of a field; empty if there is none. */
  String beforeHyphen(int field) {
    int hyphen = fields[field].indexOf('-');
    return hyphen < 0 ? "" : fields[field].substring(0, hyphen);
  }

  /** What is behind the first hyphen of a field; empty if there is none. */
  String behindHyphen(int field) {
    int hyphen = fields[field].indexOf('-');
    return hyphen < 0 ? "" : fields[field].substring(hyphen + 1);
  }

  private int bin(int field, String letters, int step, long maximum) {
    return number(field, letters, BinaryDigits.of(maximum) / step);
  }
}
