/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text that is more than a value, through all that takes one: nothing of it comes to an engine or
 * is run. The shell's part is {@code refusals.sh}, since a process for each try would take long.
 */
class InjectionTest {
  /** In the text stands for the file that a successful injection would make. */
  private static final String CANARY = "CANARY";

  /** Each alone, and at the end of what is a value. */
  private static final String[] ANYWHERE = {
    "'",
    "''",
    "\"",
    "`",
    "\\",
    "\\'",
    ";",
    "; touch CANARY",
    "' ; touch CANARY ; '",
    "\"; touch CANARY; \"",
    "$(touch CANARY)",
    "'$(touch CANARY)'",
    "\"$(touch CANARY)\"",
    "`touch CANARY`",
    "${IFS}touch${IFS}CANARY",
    "$IFS",
    "$((1+1))",
    "a[$(touch CANARY)]",
    "<(touch CANARY)",
    ">CANARY",
    ">>CANARY",
    "|touch CANARY",
    "||touch CANARY",
    "&touch CANARY",
    "&&touch CANARY",
    "\n touch CANARY",
    "\n!sh touch CANARY",
    "\r\n!sh touch CANARY\r\n",
    "!sh touch CANARY",
    "!quit;",
    "!run /etc/passwd;",
    "!connect jdbc:hive2://evil.example.com/;",
    "\t!sh touch CANARY",
    "\u0001\u0002",
    "\u001b[2J",
    "\u007f;",
    "; DROP DATABASE spot CASCADE",
    "'; DROP TABLE flow; --",
    "' OR '1'='1",
    "' OR 1=1 --",
    "1; DELETE FROM flow",
    "') UNION ALL SELECT 'a",
    "/**/;",
    "/* ' */",
    "-- '\n",
    "#;",
    ";ssl=false",
    ";initFile=/etc/passwd",
    "?hive.exec.pre.hooks=Evil;",
    "${hivevar:dbname}",
    "${hiveconf:hive.execution.engine}",
    "${env:PATH}",
    "${system:java.class.path}",
    "${PATH}",
    "${HUSER",
    "$HOME",
    "{a,b};",
    "?*",
    "[a-z]*",
    "/*",
    "\u2018; touch CANARY\u2019",
    "\u201c\u201d",
    "\u02bc",
    "\uff07; DROP TABLE flow",
    "\uff1b touch CANARY",
    "\uff53\uff50\uff4f\uff54",
    "\u202e;",
    "\u0000".replace('\u0000', '\u00a0') + ";",
    "\ud83d\ude08",
    "%27;",
    "%0a;touch CANARY",
    "<script>",
  };

  /** Each alone: at the end of a value some are one. */
  private static final String[] ALONE = {
    "--help2",
    "--engine=spark",
    "--conf",
    "-e",
    "-rf",
    "-f/etc/passwd",
    "--hivevar",
    "-n root",
    "../../../etc/passwd",
    "../CANARY",
    "..",
    "a/../../b",
    "@/etc/passwd",
    " ",
    "\n",
    "\t",
    "DROP TABLE spot;",
    "SELECT * FROM flow",
    "UNION SELECT 'a'",
    "NULL)",
  };

  @TempDir Path temp;
  private Path root;
  private Path canary;

  @BeforeEach
  void standIns() throws Exception {
    root = Path.of(System.getProperty("repository.root")).toRealPath();
    canary = temp.resolve("canary");
    Path bin = Files.createDirectories(temp.resolve("bin"));
    for (String engine :
        List.of("beeline", "java", "spark-submit", "spark-sql", "impala-shell", "hdfs", "mvn")) {
      Path executable = bin.resolve(engine);
      Files.writeString(
          executable, "#!/usr/bin/env bash\necho '" + engine + "' >>'" + temp + "/started'\n");
      Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void nothingComesToAnEngineOrIsRun() throws Exception {
    Set<String> strings = strings();
    assertTrue(strings.size() >= 200, strings.size() + " strings");
    Path list = temp.resolve("strings");
    Files.write(
        list,
        strings.stream()
            .map(string -> string + "\0")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8));
    Path scratch = Files.createDirectories(temp.resolve("scratch"));
    Path out = temp.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                root.resolve("sandbox/end-to-end/src/test/resources/refusals.sh").toString(),
                root.toString(),
                list.toString(),
                scratch.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().remove("JAVA_HOME");
    int status = builder.start().waitFor();
    List<String> said = Files.readAllLines(out, StandardCharsets.ISO_8859_1);
    assertEquals(0, status, said.toString());
    assertEquals(1, said.size(), () -> String.join("\n", said));
    assertTrue(said.get(0).matches("tried [0-9]{5}"), said.get(0));
    assertFalse(Files.exists(canary), "a string was run");
    assertFalse(Files.exists(temp.resolve("started")), "an engine was started");
    try (Stream<Path> left = Files.list(scratch)) {
      assertEquals(
          List.of("spot.conf"), left.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  /** So that a stand-in that is never started does not just have the wrong name or place. */
  @Test
  void theStandInsAreWhatIsStarted() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            root.resolve("scripts/run_sql.sh").toString(),
            root.resolve("sql/models.sql").toString());
    builder.environment().put("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("SPOT_CONF", "");
    builder.environment().put("SC_BUILT", "yes");
    builder.environment().put("SC_SANDBOX_HOME", temp.resolve("sandbox").toString());
    assertEquals(2, builder.redirectErrorStream(true).start().waitFor());
    assertEquals(List.of("java"), Files.readAllLines(temp.resolve("started")));
  }

  /**
   * The example explains every key that is used, and no other; of the others it gives the names.
   */
  @Test
  void theExampleHasEveryKey() throws Exception {
    Set<String> used = new TreeSet<>();
    Set<String> unused = new TreeSet<>();
    Pattern keys = Pattern.compile(" {4}([A-Z][A-Z0-9_ |]*)\\) SC_KEY_USE=(\\w+) .*");
    for (String line : Files.readAllLines(root.resolve("scripts/conf_keys.sh"))) {
      var matcher = keys.matcher(line);
      if (matcher.matches()) {
        (matcher.group(2).equals("none") ? unused : used)
            .addAll(List.of(matcher.group(1).split(" \\| ")));
      }
    }
    List<String> example = Files.readAllLines(root.resolve("scripts/spot.conf.example"));
    Set<String> set = new TreeSet<>();
    for (String line : example) {
      if (line.matches("[A-Z].*")) {
        set.add(line.substring(0, line.indexOf('=')));
        assertTrue(line.matches("[^#]*#.{10,}"), "not explained: " + line);
      }
    }
    used.removeAll(List.of("KRB_AUTH", "KEYTABPATH", "KRB_USER"));
    assertEquals(used, set);
    String text = String.join("\n", example);
    for (String key : unused) {
      assertTrue(Pattern.compile("\\b" + key + "\\b").matcher(text).find(), key);
    }
  }

  private Set<String> strings() {
    List<String> all = new ArrayList<>(List.of(ALONE));
    for (String string : ANYWHERE) {
      all.addAll(List.of(string, "flow" + string, "1" + string));
    }
    all.add("'" + "a".repeat(100_000));
    all.add("flow;".repeat(1000));
    return all.stream()
        .map(string -> string.replace(CANARY, canary.toString()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
