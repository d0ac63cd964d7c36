/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileWordTest {
  private static final String DNS = "event|t16|rc0|k0|l4|d2|f8";
  private static final Pattern FORM =
      Pattern.compile("(event|pair|fan)(\\|[A-Za-z0-9.+/_-]+){1,9}");
  private static final Pattern RARE = Pattern.compile("\\|k[012](-[^|]*)?(\\||$)");

  @Test
  void isTakenApart() {
    assertEquals("event", ProfileWord.view(DNS));
    assertEquals(6, ProfileWord.fields(DNS));
    assertEquals("event", ProfileWord.prefix(DNS, 0));
    assertEquals("event|t16", ProfileWord.prefix(DNS, 1));
    assertEquals("event|t16|rc0|k0|l4|d2", ProfileWord.prefix(DNS, 5));
    assertEquals(DNS, ProfileWord.prefix(DNS, 6));
    assertEquals("event#1=t16", ProfileWord.field(DNS, 1));
    assertEquals("event#6=f8", ProfileWord.field(DNS, 6));
    assertEquals("event#1", ProfileWord.position(DNS, 1));
    assertEquals("event#6", ProfileWord.position(DNS, 6));
    assertEquals("fan#2=n5", ProfileWord.field("fan|p3|n5", 2));
    assertEquals("pair#1=k0-ext", ProfileWord.field("pair|k0-ext|s1|g0|b7|n9", 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 9, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void hasNoMoreThanItsFields(int j) {
    assertNull(ProfileWord.prefix(DNS, j));
    assertNull(ProfileWord.field(DNS, j));
    assertNull(ProfileWord.position(DNS, j));
  }

  @Test
  void fieldsAreCountedFromOne() {
    assertNull(ProfileWord.field(DNS, 0));
    assertNull(ProfileWord.position(DNS, 0));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "|",
        "event",
        "event|",
        "event||",
        "event||k0",
        "event|k0|",
        "|event|k0",
        "events|k0",
        "Event|k0",
        "event |k0",
        "event|k 0",
        "event|k0\0",
        "event|k0=1",
        "event|k0#1",
        "event|k0;",
        "event|k0:",
        "event|k0,",
        "event|é",
        "event|\u0661",
        "fan|1|2|3|4|5|6|7|8|9|10",
        "fan|1|2|3|4|5|6|7|8|9|",
        "443_TCP_13_10_4",
        "word_error"
      })
  void nothingElseIsAWord(String text) {
    assertNull(ProfileWord.view(text));
    assertEquals(0, ProfileWord.fields(text));
    assertNull(ProfileWord.prefix(text, 0));
    assertNull(ProfileWord.prefix(text, 1));
    assertNull(ProfileWord.field(text, 1));
    assertNull(ProfileWord.position(text, 1));
    assertFalse(ProfileWord.isAboutRareItem(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event|k0",
        "event|k1",
        "event|k2",
        "event|x|k2",
        "event|k2|x",
        "pair|k0-ext|s1|g0|b7|n9",
        "pair|k21-name|k1|g0|b5|n7",
        "fan|k2-"
      })
  void rareItemsAreThoseOfFewClients(String word) {
    assertTrue(ProfileWord.isAboutRareItem(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event|k5",
        "event|k21",
        "event|k21-name|k5",
        "event|k10",
        "event|k20",
        "event|k3",
        "event|k",
        "event|k-",
        "event|k-0",
        "event|k+0",
        "event|K0",
        "event|ak0",
        "event|k0x",
        "event|k0/",
        "fan|p3|n5",
        "event|0|k"
      })
  void otherItemsAreNotRare(String word) {
    assertFalse(ProfileWord.isAboutRareItem(word));
  }

  @Property
  void agreesWithTheFormOfAWord(@ForAll("almostWords") String text) {
    boolean isWord = FORM.matcher(text).matches();
    String[] parts = text.split("\\|", -1);
    assertEquals(isWord ? parts.length - 1 : 0, ProfileWord.fields(text));
    assertEquals(isWord ? parts[0] : null, ProfileWord.view(text));
    assertEquals(isWord && RARE.matcher(text).find(), ProfileWord.isAboutRareItem(text));
    for (int j = -1; j <= 11; j++) {
      boolean has = isWord && j >= 0 && j < parts.length;
      assertEquals(
          has ? Arrays.stream(parts).limit(j + 1).collect(Collectors.joining("|")) : null,
          ProfileWord.prefix(text, j));
      assertEquals(
          has && j > 0 ? parts[0] + "#" + j + "=" + parts[j] : null, ProfileWord.field(text, j));
      assertEquals(has && j > 0 ? parts[0] + "#" + j : null, ProfileWord.position(text, j));
    }
  }

  @Property
  void takesAnyText(@ForAll String text) {
    for (String word : List.of(text, "event|" + text, "fan|k0|" + text, text + "|k0")) {
      assertEquals(FORM.matcher(word).matches(), ProfileWord.view(word) != null);
    }
  }

  @Provide
  Arbitrary<String> almostWords() {
    Arbitrary<String> views =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.of("event", "pair", "fan")),
            Tuple.of(1, Arbitraries.of("", "even", "fans", "Event")));
    Arbitrary<String> field =
        Arbitraries.frequencyOf(
            Tuple.of(
                30,
                Arbitraries.of("k0", "k1", "k2-ext", "k21", "k5-name", "t16", "-", "k0.", "GET")),
            Tuple.of(
                30, Arbitraries.strings().withChars("kK012-+./_").ofMinLength(1).ofMaxLength(4)),
            Tuple.of(1, Arbitraries.of("", " ", "é", "a b", "a=b", "\uD83D\uDE00")));
    return Combinators.combine(views, field.list().ofMaxSize(11))
        .as((view, fields) -> fields.isEmpty() ? view : view + "|" + String.join("|", fields));
  }
}
