/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How a word of the method profile is spelled: its view and its fields, joined by {@code |}. */
public final class Spelling {
  private static final int LONGEST_FIELD = 32;
  private static final Set<String> RARE = Set.of("k0", "k1", "k2");

  private Spelling() {}

  /** Whole binary digits: 0 below 1, 1 for 1, 2 for 2 and 3, 3 for 4 to 7. */
  static int lg(long x) {
    int digits = 0;
    for (long rest = x; rest >= 1; rest /= 2) {
      digits++;
    }
    return digits;
  }

  /** A text of an event as a field. */
  static String field(String text) {
    if (text == null || text.isEmpty()) {
      return "-";
    }
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < text.length() && i < LONGEST_FIELD; i++) {
      char c = text.charAt(i);
      boolean stays =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "./+-_".indexOf(c) >= 0;
      field.append(stays ? c : '_');
    }
    return field.toString();
  }

  /** The bin of a number of clients. */
  static String prevalence(long clients) {
    if (clients <= 1) {
      return "k" + Math.max(0, clients);
    }
    return clients <= 4 ? "k2" : clients <= 20 ? "k5" : "k21";
  }

  /**
   * How regular gaps are.
   *
   * @param events how many events the gaps are between
   */
  static String regularity(long events, long median, long deviation) {
    if (events < 8 || median < 20) {
      return "g-";
    }
    double share = (double) deviation / median;
    if (deviation * 20 == median || deviation * 20 == 3 * median || deviation * 5 == 2 * median) {
      // On a cut, where a division of doubles may fall to either side.
      return deviation * 20 == median ? "g0" : deviation * 20 == 3 * median ? "g1" : "g2";
    }
    return share < 0.05 ? "g0" : share < 0.15 ? "g1" : share < 0.4 ? "g2" : "g3";
  }

  static String word(String view, String... fields) {
    return view + "|" + String.join("|", fields);
  }

  /** The view of a word. */
  public static String view(String word) {
    return word.substring(0, word.indexOf('|'));
  }

  /** The fields of a word, without its view. */
  static List<String> fields(String word) {
    List<String> parts = new ArrayList<>(Arrays.asList(word.split("\\|", -1)));
    parts.remove(0);
    return parts;
  }

  /** Whether a field is that of an item that fewer than five clients knew. */
  static boolean isAboutRareItem(String word) {
    for (String field : fields(word)) {
      if (RARE.contains(field) || RARE.contains(field.split("-", 2)[0])) {
        return true;
      }
    }
    return false;
  }
}
