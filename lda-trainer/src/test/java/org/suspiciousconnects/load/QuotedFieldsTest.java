/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedFieldsTest {
  @Test
  void blanksAndTabsSeparate() throws RejectedLine {
    assertEquals(
        Arrays.asList("a", "b c", "", "d\"e\"", "f", "say \"hi\"", "-"),
        QuotedFields.atBlanks("  a \"b c\"\t\t\"\" d\"e\"  f \"say \"\"hi\"\"\" -\t"));
    assertEquals(Arrays.asList(), QuotedFields.atBlanks(" \t"));
    // No other blank does.
    assertEquals(1, QuotedFields.atBlanks("a\u00A0b\u000Bc\u3000d").size());
  }

  @Test
  void everyCommaSeparates() throws RejectedLine {
    assertEquals(
        Arrays.asList("", "a, b", "", " c\"", "say \"hi\"", ""),
        QuotedFields.atCommas(",\"a, b\",\"\", c\",\"say \"\"hi\"\"\","));
    assertEquals(Arrays.asList(""), QuotedFields.atCommas(""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'a \"b c', has a quote in field 2 that is not closed",
        "'\"', has a quote in field 1 that is not closed",
        "'\"\"\"', has a quote in field 1 that is not closed",
        "'\"a\"b c', has a quote in field 1 that is closed before the field ends",
        "'a \"b \"c\" d\"', has a quote in field 2 that is closed before the field ends",
      })
  void quotesThatAreNotPairedAreRejected(String line, String message) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> QuotedFields.atBlanks(line));
    assertEquals(message, e.getMessage());
  }

  @Property
  void whatIsWrittenInQuotesComesBack(@ForAll @NotEmpty List<String> fields) throws RejectedLine {
    List<String> quoted =
        fields.stream()
            .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
            .collect(Collectors.toList());
    assertEquals(fields, QuotedFields.atBlanks(String.join(" \t", quoted)));
    assertEquals(fields, QuotedFields.atCommas(String.join(",", quoted)));
  }
}
