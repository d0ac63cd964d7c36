/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ScoreLineTest {
  @Test
  void hasTabsBetween() {
    assertEquals(
        "2016-07-08 10:11:12\t2016\t0.5\t9223372036854775807\t1.0908099193508834E-5\n",
        line("2016-07-08 10:11:12", 2016, 0.5f, Long.MAX_VALUE, 1.0908099193508834E-5));
  }

  @Test
  void isOneLineWhateverTheValuesHold() {
    assertEquals(
        "a\\tb\tc\\nd\te\\rf\tg\\\\h\t\\\\N\n", line("a\tb", "c\nd", "e\rf", "g\\h", "\\N"));
  }

  @Test
  void tellsNullFromEmptyAndFromTheText() {
    assertEquals("\\N\t\tnull\n", line(null, "", "null"));
  }

  @Test
  void keepsUnicode() {
    assertEquals("bücher.example\t漢字\t😀\u2028\n", line("bücher.example", "漢字", "😀\u2028"));
  }

  private static String line(Object... values) {
    return ScoreLine.of(RowFactory.create(values));
  }
}
