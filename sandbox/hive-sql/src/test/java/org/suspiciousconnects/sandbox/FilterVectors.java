/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.text.StringEscapeUtils;

/** The events of a file of golden vectors, with what Apache Spot's filters do to them. */
final class FilterVectors {
  private final List<String> columns;
  private final List<String[]> rows = new ArrayList<>();

  private FilterVectors(List<String> columns) {
    this.columns = columns;
  }

  static FilterVectors read(String file) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/golden", file));
    String[] header = lines.get(0).substring(1).split("\t");
    FilterVectors vectors = new FilterVectors(List.of(header).subList(0, header.length - 2));
    for (String line : lines.subList(1, lines.size())) {
      vectors.rows.add(line.split("\t", -1));
    }
    return vectors;
  }

  int size() {
    return rows.size();
  }

  /** What Spot does with a row: {@code kept}, {@code reported} as invalid, or {@code lost}. */
  String inSpot(int row) {
    String[] values = rows.get(row);
    String both = values[columns.size()] + values[columns.size() + 1];
    return both.equals("10") ? "kept" : both.equals("01") ? "reported" : "lost";
  }

  /**
   * Makes a table of text, {@code number} and the vectors' columns, whatever characters they hold.
   */
  void createTable(HiveSql hive, String table) throws IOException {
    Path folder = Files.createDirectories(Path.of(hive.folder(table)));
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      text.append(row);
      for (int column = 0; column < columns.size(); column++) {
        String value = rows.get(row)[column];
        text.append('\t').append(value.equals("\\N") ? value : base64(value));
      }
      text.append('\n');
    }
    Files.writeString(folder.resolve("vectors.tsv"), text);
    hive.execute(
        String.format(
            "CREATE EXTERNAL TABLE %s_encoded (number STRING, %s STRING) ROW FORMAT DELIMITED"
                + " FIELDS TERMINATED BY '\\t' STORED AS TEXTFILE LOCATION '%s';"
                + "CREATE VIEW %s AS SELECT number, %s FROM %s_encoded",
            table,
            String.join(" STRING, ", columns),
            folder,
            table,
            String.join(
                ", ",
                columns.stream()
                    .map(c -> String.format("CAST(UNBASE64(%s) AS STRING) AS %s", c, c))
                    .toList()),
            table));
  }

  private static String base64(String value) {
    byte[] bytes = StringEscapeUtils.unescapeJava(value).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
