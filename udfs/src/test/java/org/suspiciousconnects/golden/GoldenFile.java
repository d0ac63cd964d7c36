/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file of golden vectors and the count of its rows: compared, or excluded and why. */
public final class GoldenFile {
  private final String name;
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  private GoldenFile(String name, List<String> lines) {
    this.name = name;
    this.columns = List.of(lines.get(0).substring(1).split("\t"));
    for (String line : lines.subList(1, lines.size())) {
      rows.add(new Row(line.split("\t", -1)));
    }
  }

  public static GoldenFile read(String name) {
    return new GoldenFile(name, lines(name));
  }

  /** The lines of a file without columns. */
  public static List<String> lines(String name) {
    try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Row> rows() {
    return rows;
  }

  /** Counts one row under {@code compared} or the reason why it is not. */
  public void count(String outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  /** Prints the counts and fails unless they are the expected ones and cover every row. */
  public void assertCounts(Map<String, Integer> expected) {
    System.out.println(name + ": " + rows.size() + " rows, " + counts);
    assertEquals(new TreeMap<>(expected), counts);
    assertEquals(rows.size(), counts.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** One row; columns by the name in the header. */
  public final class Row {
    private final String[] cells;

    private Row(String[] cells) {
      assertEquals(columns.size(), cells.length, () -> name + ": " + Arrays.toString(cells));
      this.cells = cells;
    }

    /** The cell as it is written. */
    public String raw(String column) {
      return cells[columns.indexOf(column)];
    }

    /** The cell's text, null for {@code \N}. */
    public String text(String column) {
      String raw = raw(column);
      return raw.equals("\\N") ? null : unescape(raw);
    }

    public int intValue(String column) {
      return Integer.parseInt(raw(column));
    }

    public long longValue(String column) {
      return Long.parseLong(raw(column));
    }

    /** The double whose bits the column holds. */
    public double bits(String column) {
      return Double.longBitsToDouble(Long.parseUnsignedLong(raw(column), 16));
    }

    /** The doubles of a comma list; {@code absent} is a zero vector. */
    public double[] vector(String column, int topics) {
      String raw = raw(column);
      return raw.equals("absent")
          ? new double[topics]
          : Arrays.stream(raw.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    @Override
    public String toString() {
      return name + ": " + String.join(" ", cells);
    }
  }

  private static String unescape(String raw) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      switch (escape) {
        case 't' -> text.append('\t');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case '\\' -> text.append('\\');
        case 'u' -> {
          text.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> throw new IllegalArgumentException("not an escape: \\" + escape + " in " + raw);
      }
    }
    return text.toString();
  }
}
