/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.suspiciousconnects.warehouse.Source;

/** Whatever a line is, it is a header, a row without a verdict, one with a verdict, or rejected. */
class RowParserPropertiesTest {
  private static final List<String> VALUES =
      Arrays.asList(
          "1",
          "3",
          "0",
          "-1",
          "",
          " ",
          "None",
          "x",
          "1.5e-05",
          "10.0.0.1",
          "2016-07-08",
          "a_b",
          "['0']",
          "Jul  8",
          "99999999999999999999",
          "\u0000",
          "ü",
          "\uD800");

  @Property
  void everyLineIsAccountedFor(@ForAll Source source, @ForAll("lines") List<String> lines)
      throws IOException {
    String file = String.join("\n", lines);
    assertAccountedFor(source, file.getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void bytesOfAnyKindTooAreLines(@ForAll Source source, @ForAll byte[] file) throws IOException {
    assertAccountedFor(source, file);
  }

  private static void assertAccountedFor(Source source, byte[] file) throws IOException {
    RowParser parser = JudgedSource.of(source).newParser();
    Rejections rejections = new Rejections(null);
    FileRows rows = FileRows.read(file, parser, rejections);
    long lines = 0;
    for (int i = 0; i < file.length; i++) {
      lines += file[i] == '\n' || i == file.length - 1 ? 1 : 0;
    }
    assertEquals(
        lines, rows.skipped() + rows.notJudged() + rows.judgements().size() + rejections.count());
    long last = 0;
    for (Judgement judgement : rows.judgements()) {
      assertTrue(judgement.line() > last && judgement.line() <= lines);
      last = judgement.line();
      assertTrue(judgement.verdict() >= 1 && judgement.verdict() <= 3);
      assertEquals(parser.key().size(), judgement.key().size());
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(200);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, anything), net.jqwik.api.Tuple.of(9, rows()))
        .list()
        .ofMaxSize(5);
  }

  /** As many values as rows have, or some more or fewer, with either separator. */
  private static Arbitrary<String> rows() {
    Arbitrary<String> value = Arbitraries.of(VALUES);
    Arbitrary<Integer> size =
        Arbitraries.oneOf(Arbitraries.of(8, 18, 19, 26, 27), Arbitraries.integers().between(1, 40));
    return Combinators.combine(Arbitraries.of(",", "\t"), size.flatMap(n -> value.list().ofSize(n)))
        .as((separator, values) -> String.join(separator, new ArrayList<>(values)));
  }
}
