/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Hue's editor sends to Hive from the documents of {@code scripts/hue/}. */
final class HueStatements {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)=([^{}]*)}");

  private HueStatements() {}

  /**
   * The statements of each document of a source, by file and document.
   *
   * @param values of variables; of others the documents' own
   */
  static List<String> of(String source, Map<String, String> values) throws IOException {
    List<String> statements = new ArrayList<>();
    for (String kind : List.of("suspicious", "investigation", "advanced")) {
      Path file = HiveSql.repository().resolve("scripts/hue/" + source + "-" + kind + "-hive.json");
      for (JsonNode document : new ObjectMapper().readTree(Files.readString(file))) {
        JsonNode editor = new ObjectMapper().readTree(document.get("fields").get("data").asText());
        for (JsonNode snippet : editor.get("snippets")) {
          statements.add(filledIn(snippet.get("statement").asText(), values));
        }
      }
    }
    return statements;
  }

  private static String filledIn(String statement, Map<String, String> values) {
    return VARIABLE
        .matcher(statement)
        .replaceAll(
            variable ->
                Matcher.quoteReplacement(
                    values.getOrDefault(variable.group(1), variable.group(2))));
  }
}
