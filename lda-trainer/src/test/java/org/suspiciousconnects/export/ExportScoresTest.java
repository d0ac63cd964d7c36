/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** On real tables; the expected lines are written out by hand. */
class ExportScoresTest {
  private static final String DATABASE = "export_scores_test";
  private static final String DAY = "PARTITION (y = 2016, m = 7, d = 8, score_method = 'spot')";
  private static final String PROFILES = DAY.replace("'spot'", "'profile'");
  private static final String NO_GROUP =
      ",CAST(NULL AS STRING),CAST(NULL AS STRING),CAST(NULL AS BIGINT),CAST(NULL AS DOUBLE),CAST(NULL AS DOUBLE)";
  private static TestWarehouse tables;

  @TempDir private Path folder;

  @BeforeAll
  static void scoreADayOfEach() {
    tables = TestWarehouse.create(DATABASE);
    insert(
        "flow_scored_results " + DAY,
        "'2016-07-08 03:00:02',2016,7,8,3,0,2,CAST(NULL AS FLOAT),'10.0.0.2','10.0.0.3',50000,22,'TCP',1L,64L,0L,0L,'a','b',2.5e-4D,2,'m',CAST(NULL AS INT),CAST(NULL AS STRING)"
            + NO_GROUP,
        "'2016-07-08 03:00:01',2016,7,8,3,0,1,CAST(0.5 AS FLOAT),'10.0.0.1','10.0.0.3',50001,443,'TCP',9L,1024L,2L,128L,'a','b',1e-5D,1,'m',CAST(NULL AS INT),CAST(NULL AS STRING)"
            + NO_GROUP,
        "'2016-07-08 03:00:03',2016,7,8,3,0,3,CAST(0 AS FLOAT),'10.0.0.1','2001:db8::1',53,53,'UDP',1L,70L,0L,0L,'a','b',1D,10,'m',CAST(NULL AS INT),CAST(NULL AS STRING)"
            + NO_GROUP);
    // Of the allow-list: without a rank.
    insert(
        "flow_scored_results " + DAY,
        "'2016-07-08 03:00:00',2016,7,8,3,0,0,CAST(0 AS FLOAT),'10.0.0.1','10.0.0.3',50001,443,'TCP',9L,1024L,2L,128L,'a','b',1e-9D,CAST(NULL AS INT),'m',1,'cidr 10.0.0.0/8'"
            + NO_GROUP);
    insert(
        "flow_scored_results PARTITION (y = 2016, m = 7, d = 9, score_method = 'spot')",
        "'2016-07-09 03:00:01',2016,7,9,3,0,1,CAST(0 AS FLOAT),'10.0.0.9','10.0.0.9',1,1,'TCP',1L,1L,0L,0L,'a','b',1e-5D,1,'m',CAST(NULL AS INT),CAST(NULL AS STRING)"
            + NO_GROUP);
    insert(
        "flow_scored_results " + PROFILES,
        "'2016-07-08 03:00:02',2016,7,8,3,0,2,CAST(0 AS FLOAT),'10.0.0.2','10.0.0.3',50000,22,'TCP',1L,64L,0L,0L,'event|a','event|b',0.25D,2,'m',CAST(NULL AS INT),CAST(NULL AS STRING),'event','10.0.0.2 event|a',1L,0.5D,-1.1D",
        "'2016-07-08 03:00:03',2016,7,8,3,0,3,CAST(0 AS FLOAT),'10.0.0.1','2001:db8::1',53,53,'UDP',1L,70L,0L,0L,'event|a','event|b',0.25D,1,'m',CAST(NULL AS INT),CAST(NULL AS STRING),'pair','10.0.0.1 pair|c',9L,0.1D,-20D");
    insert(
        "dns_scored_results " + DAY,
        "'Jul  8 2016 10:34:06.144400000 UTC',1467974046L,91,'10.10.0.20','bücher.example','0x00000001',1,CAST(NULL AS INT),'0_6_10_3_2_1_1_0',1.5e-5D,1,'m',CAST(NULL AS INT),CAST(NULL AS STRING)"
            + NO_GROUP);
    insert(
        "proxy_scored_results " + DAY,
        "'2016-07-08','10:00:00','10.0.0.5','example.com','GET','Mozilla/5.0\\t(X11\\nLinux)','text/html',15,'-','-','-','200','80','/a','?b','93.184.216.34',1024,512,'example.com/a?b','2_10_GET_3_text_6_3_200',3.25e-6D,1,'m',CAST(NULL AS INT),CAST(NULL AS STRING)"
            + NO_GROUP);
  }

  private static void insert(String into, String... rows) {
    TestWarehouse.session()
        .sql(
            "INSERT INTO " + DATABASE + "." + into + " VALUES (" + String.join("), (", rows) + ")");
  }

  @Test
  void flowsComeByRankInSpotsColumnsAndPlace() throws IOException {
    export("flow", "2016-07-08");
    assertEquals(
        List.of(
            "2016-07-08 03:00:01\t2016\t7\t8\t3\t0\t1\t0.5\t10.0.0.1\t10.0.0.3\t50001\t443\tTCP\t9\t1024\t2\t128\t1.0E-5",
            "2016-07-08 03:00:02\t2016\t7\t8\t3\t0\t2\t\\N\t10.0.0.2\t10.0.0.3\t50000\t22\tTCP\t1\t64\t0\t0\t2.5E-4",
            "2016-07-08 03:00:03\t2016\t7\t8\t3\t0\t3\t0.0\t10.0.0.1\t2001:db8::1\t53\t53\tUDP\t1\t70\t0\t0\t1.0"),
        Files.readAllLines(placeOfSpot("flow")));
  }

  @Test
  void thoseOfMethodProfileComeByRankInTheSameColumns() throws IOException {
    Path file = folder.resolve("profile.csv");
    export("flow", "2016-07-08", "--method", "profile", "--output", file.toString());
    assertEquals(
        List.of(
            "2016-07-08 03:00:03\t2016\t7\t8\t3\t0\t3\t0.0\t10.0.0.1\t2001:db8::1\t53\t53\tUDP\t1\t70\t0\t0\t0.25",
            "2016-07-08 03:00:02\t2016\t7\t8\t3\t0\t2\t0.0\t10.0.0.2\t10.0.0.3\t50000\t22\tTCP\t1\t64\t0\t0\t0.25"),
        Files.readAllLines(file));
    CommandFailure failure =
        assertThrows(
            CommandFailure.class, () -> export("dns", "2016-07-08", "--method", "profile"));
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        DATABASE
            + ".dns_scored_results has no results of method profile of 2016-07-08: score the day with sql/score_dns_profile.sql",
        failure.getMessage());
  }

  @Test
  void dns() throws IOException {
    export("dns", "2016-07-08");
    assertEquals(
        "Jul  8 2016 10:34:06.144400000 UTC\t1467974046\t91\t10.10.0.20\tbücher.example\t0x00000001\t1\t\\N\t1.5E-5\n",
        Files.readString(placeOfSpot("dns")));
  }

  @Test
  void aRecordOfAProxyIsOneLine() throws IOException {
    export("proxy", "2016-07-08");
    assertEquals(
        "2016-07-08\t10:00:00\t10.0.0.5\texample.com\tGET\tMozilla/5.0\\t(X11\\nLinux)\ttext/html\t15\t-\t-\t-\t200\t80"
            + "\t/a\t?b\t93.184.216.34\t1024\t512\texample.com/a?b\t2_10_GET_3_text_6_3_200\t3.25E-6\n",
        Files.readString(placeOfSpot("proxy")));
  }

  @Test
  void anotherPlace() throws IOException {
    Path file = folder.resolve("of the ninth.csv");
    export("flow", "2016-07-09", "--output", file.toString());
    assertTrue(Files.readString(file).startsWith("2016-07-09 03:00:01\t"));
    assertEquals(1, Files.readAllLines(file).size());
  }

  @Test
  void aDayThatWasNotScoredIsNamed() {
    CommandFailure failure = assertThrows(CommandFailure.class, () -> export("flow", "2016-07-10"));
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        DATABASE
            + ".flow_scored_results has no results of method spot of 2016-07-10: score the day with sql/score_flow.sql",
        failure.getMessage());
    assertFalse(Files.exists(tables.folder().resolve("flow/scored_results/20160710")));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a file"), "");
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> export("flow", "2016-07-08", "--output", file.resolve("below").toString()));
    assertEquals(ExitStatus.ENGINE, failure.status());
    assertTrue(failure.getMessage().contains("a file/below can't be written"), failure::getMessage);
  }

  private static Path placeOfSpot(String source) {
    return tables
        .folder()
        .resolve(source + "/scored_results/20160708/scores/" + source + "_results.csv");
  }

  private static void export(String source, String date, String... more) {
    ExportScores export = new ExportScores();
    new CommandLine(export)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(
                        "--source", source, "--date", date, "--database", DATABASE),
                    java.util.Arrays.stream(more))
                .toArray(String[]::new));
    export.export(TestWarehouse.session());
  }
}
