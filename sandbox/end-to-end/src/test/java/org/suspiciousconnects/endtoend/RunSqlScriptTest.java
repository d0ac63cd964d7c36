/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * What {@code run_sql.sh} types itself. There is no Impala to run here, so a stand-in for its shell
 * notes what it is called with; that the rows are right is not told by this.
 */
class RunSqlScriptTest {
  private static final String[] SUSPICIOUS = {
    "--engine",
    "impala",
    "sql/suspicious_flow.sql",
    "--hivevar",
    "y=2016",
    "--hivevar",
    "m=7",
    "--hivevar",
    "d=8",
    "--hivevar",
    "limit_rows=20"
  };

  @TempDir Path temp;
  private Operator operator;
  private Path bin;
  private Path conf;

  @BeforeEach
  void aNodeOfACluster() throws IOException {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    bin = Files.createDirectories(temp.resolve("bin"));
    conf = temp.resolve("spot.conf");
    operator.sets("PATH", bin + ":" + System.getenv("PATH"));
    operator.sets("SPOT_CONF", conf.toString());
    Files.writeString(conf, "IMPALA_DEM=node7\nDBNAME='spot'\nHUSER='/user/spot'\n");
  }

  @Test
  void impalaGetsVariablesAndAScriptWithWhatGoesAroundTheFile() throws Exception {
    standIn("impala-shell", 0);
    Answer answer = operator.types("run_sql.sh", inRoot(SUSPICIOUS));
    assertEquals(0, answer.status(), answer.err());
    List<String> said = arguments();
    assertEquals(
        List.of(
            "-i",
            "node7:21050",
            "--var=run_id=NEW",
            "--var=dbname=spot",
            "--var=huser=/user/spot",
            "--var=udfs_jar=hdfs:///user/spot/jars/suspicious-connects-udfs.jar",
            "--var=vocabulary=spot",
            "--var=score_method=spot",
            "--var=model_id=newest",
            "--var=dupfactor=1000",
            "--var=reference_days=14",
            "--var=y=2016",
            "--var=m=7",
            "--var=d=8",
            "--var=limit_rows=20",
            "-f"),
        said.subList(0, said.size() - 1).stream()
            .map(argument -> argument.replaceAll("run_id=[0-9]{13}", "run_id=NEW"))
            .toList());
    String script = script();
    assertEquals(
        List.of(
            "SET ABORT_JAVA_UDF_ON_EXCEPTION=true;",
            "REFRESH ${hivevar:dbname}.flow_scored_results;",
            "REFRESH ${hivevar:dbname}.flow_threat_investigation;",
            "SELECT"),
        script.lines().filter(line -> line.matches("(SET ABORT|REFRESH|SELECT).*")).toList());
  }

  @Test
  void kerberosTlsAndTsvAreImpalasOptions() throws Exception {
    standIn("impala-shell", 0);
    Files.writeString(
        conf,
        "IMPALA_DEM=node7\nIMPALA_PORT=21051\nKERBEROS='true'\nSSL='true'\nCA_LOCATION='/etc/my ca.pem'\n");
    Answer answer = operator.types("run_sql.sh", append(inRoot(SUSPICIOUS), "--format", "tsv"));
    assertEquals(0, answer.status(), answer.err());
    assertEquals(
        List.of("-i", "node7:21051", "-k", "--ssl", "--ca_cert=/etc/my ca.pem", "-B"),
        arguments().subList(0, 6));
  }

  @Test
  void eachFileIsACallWithARunIdUnlessThatIsGiven() throws Exception {
    standIn("impala-shell", 0);
    String[] two = append(inRoot(SUSPICIOUS), inRoot("sql/models.sql", "--hivevar", "source=flow"));
    assertEquals(0, operator.types("run_sql.sh", two).status());
    List<String> ids = arguments().stream().filter(a -> a.startsWith("--var=run_id=")).toList();
    assertEquals(2, ids.size(), ids.toString());
    assertTrue(ids.get(0).matches("--var=run_id=[0-9]{13}"), ids.get(0));

    Files.delete(temp.resolve("arguments"));
    String[] given = append(two, "--hivevar", "run_id=7", "--hivevar", "dbname=d");
    assertEquals(0, operator.types("run_sql.sh", given).status());
    List<String> said = arguments();
    // Of two with one name the latter counts.
    List<String> last = said.stream().filter(a -> a.startsWith("--var=run_id=")).toList();
    assertEquals("--var=run_id=7", last.get(1), said.toString());
    assertTrue(said.contains("--var=dbname=d"), said.toString());
    assertFalse(said.contains("--var=dbname=spot"), said.toString());
  }

  @Test
  void allFilesAreCalledForOneDayAfterTheOther() throws Exception {
    String[] days = {"--days", "2016-07-08,2015-12-31"};
    for (String[] engine : new String[][] {{"impala", "impala-shell"}, {"hive", "beeline"}}) {
      standIn(engine[1], 0);
      Files.writeString(
          conf, "IMPALA_DEM=node7\nJDBC_URL='jdbc:hive2://node1:10000/'\nHUSER='/user/spot'\n");
      Path one = Files.writeString(temp.resolve("one.sql"), "SELECT '${hivevar:y}';");
      Path two = Files.writeString(temp.resolve("two.sql"), "SELECT '${hivevar:reference_days}';");
      String[] typed = {"--engine", engine[0], one.toString(), two.toString()};
      Answer answer =
          operator.types(
              "run_sql.sh", append(append(typed, days), "--hivevar", "reference_days=3"));
      assertEquals(0, answer.status(), answer.err());
      // On Impala --var=NAME=VALUE, on Hive NAME=VALUE after --hivevar.
      List<String> said = arguments().stream().map(a -> a.replace("--var=", "")).toList();
      assertEquals(
          List.of(
              "y=2016", "m=07", "d=08", "y=2016", "m=07", "d=08", "y=2015", "m=12", "d=31",
              "y=2015", "m=12", "d=31"),
          said.stream().filter(argument -> argument.matches("[ymd]=.*")).toList());
      assertEquals(4, said.stream().filter(a -> a.matches("run_id=[0-9]{13}")).count());
      assertEquals(4, said.stream().filter(a -> a.equals("reference_days=3")).count());
      assertTrue(script().contains("reference_days"), script());
      Files.delete(temp.resolve("arguments"));
    }
    Path query =
        Files.writeString(temp.resolve("q.sql"), "SELECT ${hivevar:d}, '${hivevar:run_id}';");
    Answer dry = operator.types("run_sql.sh", append(days, "--dry-run", query.toString()));
    assertEquals(
        List.of("SELECT 08, 'NEW';", "SELECT 31, 'NEW';"),
        dry.out()
            .lines()
            .filter(line -> line.startsWith("SELECT"))
            .map(line -> line.replaceAll("[0-9]{13}", "NEW"))
            .toList());
  }

  @Test
  void theExampleInTheHeadOfEachFileIsTaken() throws Exception {
    standIn("impala-shell", 0);
    List<Path> files;
    try (Stream<Path> all = Files.list(operator.root().resolve("sql"))) {
      files = all.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    assertTrue(files.size() >= 29, files.toString());
    for (Path file : files) {
      String example =
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("-- Example: scripts/run_sql.sh "))
              .findFirst()
              .orElseThrow(() -> new AssertionError(file + " has no example"));
      List<String> words = List.of(example.split(" "));
      String[] typed = inRoot(words.subList(3, words.size()).toArray(String[]::new));
      Answer answer = operator.types("run_sql.sh", append(typed, "--engine", "impala"));
      assertEquals(0, answer.status(), example + "\n" + answer.err());
    }
  }

  @Test
  void aFileOfOneselfIsRunWithoutWhatGoesAroundOurs() throws Exception {
    standIn("impala-shell", 0);
    Path own = Files.writeString(temp.resolve("models.sql"), "SELECT 1");
    assertEquals(0, operator.types("run_sql.sh", "--engine", "impala", own.toString()).status());
    assertTrue(script().endsWith("\nSELECT 1"), script());
    assertFalse(script().contains("REFRESH"), script());
  }

  @Test
  void beelineGetsTheAddressOfTheConfiguration() throws Exception {
    standIn("beeline", 0);
    Files.writeString(
        conf, "JDBC_URL='jdbc:hive2://node1:10000/;ssl=true'\nDBNAME=logs\nHUSER=/user/me\n");
    Answer answer =
        operator.types(
            "run_sql.sh",
            operator.root().resolve("sql/models.sql").toString(),
            "--hivevar",
            "source=flow",
            "--format",
            "tsv");
    assertEquals(0, answer.status(), answer.err());
    List<String> said = arguments();
    assertEquals(List.of("-u", "jdbc:hive2://node1:10000/;ssl=true"), said.subList(0, 2));
    assertTrue(
        said.containsAll(List.of("dbname=logs", "huser=/user/me", "--outputformat=tsv2")),
        said.toString());
    assertTrue(script().contains("SET hive.mapred.mode"), script());
  }

  @Test
  void aFailedStatementIsAnEngineError() throws Exception {
    for (int status : new int[] {1, 2, 130}) {
      standIn("impala-shell", status);
      assertEquals(4, operator.types("run_sql.sh", inRoot(SUSPICIOUS)).status());
    }
  }

  @Test
  void whatIsMissingIsNamedWithTheRemedy() throws Exception {
    refused(2, "no impala-shell on the PATH", inRoot(SUSPICIOUS));
    Files.writeString(conf, "DBNAME=spot\n");
    refused(2, "Set IMPALA_DEM", inRoot(SUSPICIOUS));
    operator.sets("SPOT_CONF", "");
    refused(2, "Set IMPALA_DEM", inRoot(SUSPICIOUS));
    operator.sets("SPOT_CONF", conf.toString());
    Files.writeString(conf, "DBENGINE=presto\n");
    refused(2, "line 1: DBENGINE: 'presto'", inRoot("sql/models.sql"));
    Files.writeString(conf, "DBNAME=spot\n");
    refused(
        2,
        "HS2_HOST is not set",
        inRoot("sql/models.sql", "--engine", "hive", "--hivevar", "source=flow"));
    refused(1, "--engine: 'presto'", inRoot("--engine", "presto", "sql/models.sql"));
    refused(1, "--format: 'csv'", inRoot("--format", "csv", "sql/models.sql"));
    refused(1, "no file 'none.sql'", "none.sql");
    refused(1, "a FILE is missing");
    refused(1, "is not NAME=VALUE", inRoot("sql/models.sql", "--hivevar", "source=flow'; DROP"));
    refused(1, "is no database name", inRoot("sql/models.sql", "--hivevar", "dbname=1"));
    refused(1, "--hivevar m: '13' is not a month", inRoot("sql/models.sql", "--hivevar", "m=13"));
    refused(
        1,
        "there is no day 2015-2-29",
        inRoot("sql/models.sql", "--hivevar", "y=2015", "--hivevar", "m=2", "--hivevar", "d=29"));
    refused(1, "needs a value", "--hivevar");
    String[] words = inRoot("sql/count_words_flow.sql");
    for (String days :
        List.of("", "2016-02-30", "2016-07-08,", "2016-7-8", "2016-07-08,2016-07-08")) {
      refused(1, "--days: '" + days + "' is not dates", append(words, "--days", days));
    }
    refused(
        1,
        "--days sets y, m and d: leave --hivevar m out",
        append(words, "--days", "2016-07-08", "--hivevar", "m=7"));
    refused(
        1,
        "--hivevar reference_days: '61' is not a whole number from 0 to 60",
        append(words, "--days", "2016-07-08", "--hivevar", "reference_days=61"));
  }

  private void refused(int status, String cause, String... arguments) throws Exception {
    Answer answer = operator.types("run_sql.sh", arguments);
    assertEquals(status, answer.status(), answer.err());
    assertTrue(answer.complaint().contains(cause), answer.err());
  }

  /** An executable that notes its arguments and keeps the script it is given. */
  private void standIn(String name, int status) throws IOException {
    Path executable = bin.resolve(name);
    Files.writeString(
        executable,
        String.join(
            "\n",
            "#!/usr/bin/env bash",
            "printf '%s\\n' \"$@\" >>'" + temp + "/arguments'",
            "cp \"${!#}\" '" + temp + "/script'",
            "exit " + status,
            ""));
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> arguments() throws IOException {
    return Files.readAllLines(temp.resolve("arguments"));
  }

  private String script() throws IOException {
    return Files.readString(temp.resolve("script"));
  }

  private String[] inRoot(String... arguments) {
    String[] all = arguments.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i].startsWith("sql/") ? operator.root().resolve(all[i]).toString() : all[i];
    }
    return all;
  }

  private static String[] append(String[] arguments, String... more) {
    return Stream.of(arguments, more).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }
}
