/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;

class LabelParserTest {
  private static final String HEADER = "kind\tname\tlength\tbytes";
  private static final List<LabelColumn> COLUMNS =
      List.of(LabelColumn.text("name"), LabelColumn.integer("length"), LabelColumn.bigint("bytes"));

  @Test
  void valuesHaveTheTypesOfTheirColumns() {
    List<Label> labels =
        parse(HEADER + "\nscan\tbücher.example\t-1\t9223372036854775807\nzone transfer\t\t0\t-5\n");
    assertEquals(2, labels.size());
    assertEquals(2, labels.get(0).line());
    assertEquals("scan", labels.get(0).kind());
    assertEquals(List.of("bücher.example", -1, Long.MAX_VALUE), labels.get(0).event());
    assertEquals("zone transfer", labels.get(1).kind());
    assertEquals(List.of("", 0, -5L), labels.get(1).event());
  }

  @Test
  void backslashN_isNull() {
    assertEquals(
        Arrays.asList(null, null, null), parse(HEADER + "\nscan\t\\N\t\\N\t\\N").get(0).event());
  }

  @Test
  void windowsLinesAndAByteOrderMark() {
    List<Label> labels = parse("\uFEFF" + HEADER + "\r\nscan\ta\t1\t2\r\nscan\tb\t1\t2\r\n");
    assertEquals(List.of("a", 1, 2L), labels.get(0).event());
    assertEquals(3, labels.get(1).line());
  }

  @Test
  void escapes() {
    assertEquals(
        "a\\b\tc\nd\re\\N",
        parse(HEADER + "\nscan\ta\\\\b\\tc\\nd\\re\\\\N\t1\t2\n").get(0).event().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "scan;a;1                    | line 3 has 3 columns instead of 4, it ends before bytes",
        "scan                        | line 3 has 1 columns instead of 4, it ends before name",
        "''                          | line 3 has 1 columns instead of 4, it ends before name",
        "scan;a;1;2;3                | line 3 has 5 columns instead of 4",
        "scan;a;x;2                  | line 3, column length: 'x' is no whole number of 32 bits; NULL is \\N",
        "scan;a;;2                   | line 3, column length: '' is no whole number of 32 bits",
        "scan;a;2147483648;2         | line 3, column length: '2147483648' is no whole number of 32 bits",
        "scan;a;1;9223372036854775808 | line 3, column bytes: '9223372036854775808' is no whole number of 64 bits",
        "scan;a;1;1.5                | line 3, column bytes: '1.5' is no whole number of 64 bits",
        "scan;a;+1;2                 | line 3, column length: '+1' is no whole number of 32 bits",
        "scan;a;١;2                  | line 3, column length: '١' is no whole number of 32 bits",
        "scan;a;NaN;2                | line 3, column length: 'NaN' is no whole number of 32 bits",
        ";a;1;2                      | line 3, column kind: '' is no name",
        "\\N;a;1;2                   | line 3, column kind: '\\N' is no name",
        "sc\\nan;a;1;2               | line 3, column kind: 'sc\\nan' is no name",
        "scan ;a;1;2                 | line 3, column kind: 'scan ' is no name",
        "scan;a\\b;1;2               | line 3, column name: 'a\\b' has a lone backslash: write it as \\\\",
        "scan;a\\;1;2                | line 3, column name: 'a\\' has a lone backslash",
      })
  void whatIsWrongIsNamedWithLineAndColumn(String line, String message) {
    assertEquals(
        "labels.tsv: " + message,
        refused(HEADER + "\nscan\ta\t1\t2\n" + line.replace(';', '\t') + "\nscan\ta\t1\t2\n")
            .substring(0, "labels.tsv: ".length() + message.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind;name;length       | line 1 is not the header of labels, kind name length bytes with tabs between, but 'kind\tname\tlength'",
        "kind;length;name;bytes | line 1 is not the header of labels",
        "scan;a;1;2             | line 1 is not the header of labels",
        "Kind;name;length;bytes | line 1 is not the header of labels",
        "kind,name,length,bytes | line 1 is not the header of labels",
      })
  void aWrongHeader(String header, String message) {
    String refused = refused(header.replace(';', '\t') + "\nscan\ta\t1\t2\n");
    assertTrue(refused.startsWith("labels.tsv: " + message), refused);
  }

  @Test
  void anEmptyFile() {
    assertTrue(refused("").startsWith("labels.tsv: has no labels, it is empty;"));
    assertTrue(refused(HEADER).startsWith("labels.tsv: has no labels, only a header;"));
    assertTrue(refused(HEADER + "\n").startsWith("labels.tsv: has no labels, only a header;"));
    assertTrue(refused("\n").startsWith("labels.tsv: line 1 is not the header"));
  }

  @Test
  void otherEncodings() {
    byte[] latin = (HEADER + "\nscan\tbücher\t1\t2\n").getBytes(StandardCharsets.ISO_8859_1);
    CommandFailure failure = assertThrows(CommandFailure.class, () -> parser().parse(latin));
    assertTrue(failure.getMessage().startsWith("labels.tsv: line 2 is not UTF-8;"));
    assertTrue(
        assertThrows(
                CommandFailure.class,
                () -> parser().parse(HEADER.getBytes(StandardCharsets.UTF_16LE)))
            .getMessage()
            .startsWith("labels.tsv: line 1 is"));
  }

  @Test
  void aLongValueIsShortenedInTheMessage() {
    String refused = refused(HEADER + "\nscan\t" + "x".repeat(100_000) + "\\\t1\t2\n");
    assertTrue(refused.length() < 400, refused);
  }

  @Test
  void eachSourceHasTheColumnsOfItsLabels() {
    assertEquals(
        "treceived sip dip sport dport proto ipkt ibyt\n"
            + "frame_time unix_tstamp frame_len ip_dst dns_qry_name dns_qry_type dns_qry_rcode\n"
            + "p_date p_time clientip host reqmethod fulluri",
        Arrays.stream(Source.values())
            .map(
                source ->
                    LabelColumns.of(source).stream()
                        .map(LabelColumn::name)
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n")));
  }

  @Test
  void noLocaleChangesNumbers() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertEquals(List.of("a", 12, 34L), parse(HEADER + "\nscan\ta\t12\t34").get(0).event());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void everyTextComesBack(@ForAll String name, @ForAll int length, @ForAll long bytes) {
    // An unpaired surrogate is no character, and has no UTF-8.
    String text = name.replaceAll("\\p{Cs}", "?");
    String escaped =
        text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    assertEquals(
        List.of(text, length, bytes),
        parse(HEADER + "\nscan\t" + escaped + "\t" + length + "\t" + bytes + "\n").get(0).event());
  }

  private static LabelParser parser() {
    return new LabelParser("labels.tsv", COLUMNS);
  }

  private static List<Label> parse(String text) {
    return parser().parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refused(String text) {
    CommandFailure failure = assertThrows(CommandFailure.class, () -> parse(text));
    assertEquals(ExitStatus.CONFIGURATION, failure.status());
    return failure.getMessage();
  }
}
