/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  @Test
  void splitsAtLineFeeds() throws IOException {
    assertEquals(Arrays.asList("a", "", "b\rc", "d"), lines("a\r\n\nb\rc\nd".getBytes(UTF_8)));
    assertEquals(Arrays.asList("a"), lines("a\n".getBytes(UTF_8)));
    assertEquals(Arrays.asList(), lines(new byte[0]));
  }

  @Test
  void dropsAByteOrderMarkAtTheStartOnly() throws IOException {
    assertEquals(Arrays.asList("ts", "\uFEFFts"), lines("\uFEFFts\n\uFEFFts".getBytes(UTF_8)));
  }

  @Test
  void linesCrossTheBuffersEdge() throws IOException {
    String first = "x".repeat((64 << 10) - 1);
    String second = "ü".repeat(100_000);
    assertEquals(Arrays.asList(first, second), lines((first + "\n" + second).getBytes(UTF_8)));
  }

  @Test
  void rawIsTheFirst64KiBWithoutHalfACharacter() throws IOException {
    // 65,535 bytes, then one character of four bytes.
    String start = "x".repeat((64 << 10) - 1);
    try (LogLines lines = new LogLines(new ByteArrayInputStream((start + "😀y").getBytes(UTF_8)))) {
      assertTrue(lines.next());
      assertEquals(start, lines.raw());
    }
    assertEquals(start, LogLines.raw(start + "😀y"));
    assertEquals("ü", LogLines.raw("ü"));
  }

  @Test
  void whatIsNoUtf8IsReplaced() throws IOException {
    assertEquals(Arrays.asList("a\uFFFDb"), lines(new byte[] {'a', (byte) 0xFF, 'b'}));
  }

  @Test
  void aLineTooLongIsKnownAndTheNextOneReadAsUsual() throws IOException {
    byte[] content = new byte[LogLines.LONGEST + 100];
    Arrays.fill(content, (byte) 'x');
    content[LogLines.LONGEST + 50] = '\n';
    try (LogLines lines = new LogLines(new ByteArrayInputStream(content))) {
      assertTrue(lines.next());
      assertTrue(lines.isTooLong());
      assertEquals(LogLines.RAW, lines.raw().length());
      assertTrue(lines.next());
      assertFalse(lines.isTooLong());
      assertEquals(49, lines.text().length());
      assertEquals(2, lines.number());
      assertFalse(lines.next());
    }
  }

  private static List<String> lines(byte[] content) throws IOException {
    InputStream in = new ByteArrayInputStream(content);
    List<String> all = new ArrayList<>();
    try (LogLines lines = new LogLines(in)) {
      while (lines.next()) {
        all.add(lines.text());
        assertEquals(all.size(), lines.number());
      }
    }
    return all;
  }
}
