/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** Writes a {@link ProfileWord}, field by field. */
final class ProfileWordBuilder {
  /** More of a text of an event than this tells the same, and would make words without end. */
  private static final int MOST_CHARACTERS = 32;

  private final StringBuilder word = new StringBuilder(64);

  ProfileWordBuilder(String view) {
    word.append(view);
  }

  /** A field of our own characters. */
  ProfileWordBuilder field(String value) {
    word.append(ProfileWord.SEPARATOR).append(value);
    return this;
  }

  /** A field of a letter, or two, and a number that is 0 or more. */
  ProfileWordBuilder field(String letter, int number) {
    word.append(ProfileWord.SEPARATOR).append(letter).append(number);
    return this;
  }

  /** A field of a letter, or two, and a number of the event; null and negative are missing. */
  ProfileWordBuilder numberOfEvent(String letter, Integer number) {
    return number == null || number < 0
        ? field(letter).more(ProfileWord.MISSING)
        : field(letter, number);
  }

  /** More of the last field, of our own characters. */
  ProfileWordBuilder more(String value) {
    word.append(value);
    return this;
  }

  /** A field of a text of the event; null and empty are missing. */
  ProfileWordBuilder text(String value) {
    word.append(ProfileWord.SEPARATOR);
    return moreText(value);
  }

  /** More of the last field, from a text of the event. */
  ProfileWordBuilder moreText(String value) {
    int length = value == null ? 0 : value.length();
    return length == 0 ? more(ProfileWord.MISSING) : append(value, 0, length, Case.AS_IT_IS);
  }

  /** A field of a text of the event whose ASCII letters become upper case. */
  ProfileWordBuilder upperCase(String value) {
    word.append(ProfileWord.SEPARATOR);
    int length = value == null ? 0 : value.length();
    return length == 0 ? more(ProfileWord.MISSING) : append(value, 0, length, Case.UPPER);
  }

  /** A field of a part of a text of the event, its ASCII letters in lower case. */
  ProfileWordBuilder lowerCase(String value, int start, int end) {
    word.append(ProfileWord.SEPARATOR);
    return start >= end ? more(ProfileWord.MISSING) : append(value, start, end, Case.LOWER);
  }

  @Override
  public String toString() {
    return word.toString();
  }

  private enum Case {
    AS_IT_IS,
    UPPER,
    LOWER
  }

  /** What no field has becomes an underscore; two halves of a character are one. */
  private ProfileWordBuilder append(String text, int start, int end, Case letters) {
    int left = MOST_CHARACTERS;
    for (int i = start; i < end && left > 0; i++, left--) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      }
      word.append(ProfileWord.isFieldCharacter(c) ? inCase(c, letters) : '_');
    }
    return this;
  }

  private static char inCase(char c, Case letters) {
    if (letters == Case.UPPER && c >= 'a' && c <= 'z') {
      return (char) (c - ('a' - 'A'));
    }
    return letters == Case.LOWER && c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
