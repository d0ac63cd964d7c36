/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The finished jar, registered by {@code ddl/functions/hive.sql}, does on Hive what {@code
 * docs/functions.md} says.
 */
class FunctionsOnHiveTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final Pattern EXAMPLE =
      Pattern.compile("```sql\n(.*?)\n```\n```text\n(.*?)\n```", Pattern.DOTALL);

  @BeforeAll
  static void register() {
    hive.registerFunctions("spot");
  }

  @Test
  void everyFunctionIsRegistered() throws IOException {
    Matcher created =
        Pattern.compile("CREATE FUNCTION \\$\\{hivevar:dbname}\\.(sc_\\w+)")
            .matcher(Files.readString(HiveSql.repository().resolve("ddl/functions/hive.sql")));
    List<String> expected = created.results().map(m -> "spot." + m.group(1)).sorted().toList();
    assertTrue(expected.contains("spot.sc_version"), expected::toString);
    assertEquals(
        expected,
        hive.rows("SHOW FUNCTIONS").stream()
            .filter(name -> name.startsWith("spot."))
            .sorted()
            .toList());
  }

  @Test
  void versionIsThatOfTheBuild() {
    List<String> version = hive.rows("SELECT spot.sc_version()");
    assertEquals(1, version.size());
    assertTrue(
        version
            .get(0)
            .matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(commit ([0-9a-f]{12}|unknown)\\)"),
        version.get(0));
  }

  @Test
  void registeringAgainReplaces() {
    hive.registerFunctions("spot");
    assertEquals(1, hive.rows("SELECT spot.sc_version()").size());
  }

  @Test
  void theMessageOfAFunctionThatFailsInAJobReachesTheClient() {
    hive.execute(
        "CREATE TABLE spot.mixes (mix STRING); INSERT INTO spot.mixes VALUES ('AAAAAAAA8D8='), ('AAAA')");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> hive.rows("SELECT MAX(spot.sc_score(mix, mix)) FROM spot.mixes"));
    assertTrue(e.getMessage().contains("not a vector: 3 bytes"), e.getMessage());
  }

  @TestFactory
  Stream<DynamicTest> documentedExamples() throws IOException {
    String documentation = Files.readString(HiveSql.repository().resolve("docs/functions.md"));
    List<DynamicTest> tests = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(documentation);
    while (example.find()) {
      String query = example.group(1);
      String result = example.group(2);
      tests.add(
          dynamicTest(
              query,
              () -> assertEquals(result, String.join("\n", hive.rows("USE spot; " + query)))));
    }
    assertTrue(tests.size() >= 10, "too few examples found, has the form changed? " + tests.size());
    return tests.stream();
  }
}
