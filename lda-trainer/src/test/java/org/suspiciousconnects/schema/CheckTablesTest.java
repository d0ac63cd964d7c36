/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/**
 * On Hive's tables, of Parquet files and others. Making them takes seconds, so that the tests have
 * one database and an order: each changes more of it.
 */
@TestMethodOrder(OrderAnnotation.class)
class CheckTablesTest {
  private static final String DATABASE = "check_tables_test";
  private static final String SETUP = "run scripts/setup.sh --database " + DATABASE;

  /** What the command ended with and said. */
  private static final class Checked {
    final ExitStatus status;
    final String out;
    final List<String> err;

    Checked(ExitStatus status, String out, List<String> err) {
      this.status = status;
      this.out = out;
      this.err = err;
    }
  }

  @BeforeAll
  static void asTheyAreMade() {
    TestWarehouse.create(DATABASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flow", "dns", "proxy"})
  @Order(1)
  void whatDdlMakesFits(String source) {
    Checked checked = check(source);
    assertEquals(List.of(), checked.err);
    assertEquals(ExitStatus.DONE, checked.status);
    assertTrue(checked.out.matches("checked [3-9][0-9] tables\\R"), checked.out);
  }

  /** The columns of spot-setup/hive/create_*_parquet.hql. */
  @Test
  @Order(2)
  void whatApacheSpotMakesFits() {
    table(
        "flow",
        "treceived STRING, unix_tstamp BIGINT, tryear INT, trmonth INT, trday INT, trhour INT, trminute INT, trsec INT,"
            + " tdur FLOAT, sip STRING, dip STRING, sport INT, dport INT, proto STRING, flag STRING, fwd INT, stos INT,"
            + " ipkt BIGINT, ibyt BIGINT, opkt BIGINT, obyt BIGINT, input INT, output INT, sas INT, das INT, dtos INT,"
            + " dir INT, rip STRING",
        "y SMALLINT, m TINYINT, d TINYINT, h TINYINT");
    table(
        "dns",
        "frame_time STRING, unix_tstamp BIGINT, frame_len INT, ip_dst STRING, ip_src STRING, dns_qry_name STRING,"
            + " dns_qry_class STRING, dns_qry_type INT, dns_qry_rcode INT, dns_a STRING",
        "y SMALLINT, m TINYINT, d TINYINT, h TINYINT");
    table(
        "proxy",
        "p_date STRING, p_time STRING, clientip STRING, host STRING, reqmethod STRING, useragent STRING, resconttype STRING,"
            + " duration INT, username STRING, authgroup STRING, exceptionid STRING, filterresult STRING, webcat STRING,"
            + " referer STRING, respcode STRING, action STRING, urischeme STRING, uriport STRING, uripath STRING,"
            + " uriquery STRING, uriextension STRING, serverip STRING, scbytes INT, csbytes INT, virusid STRING,"
            + " bcappname STRING, bcappoper STRING, fulluri STRING",
        "y STRING, m STRING, d STRING, h STRING");
    for (String source : List.of("flow", "dns", "proxy")) {
      assertEquals(List.of(), check(source).err);
    }
  }

  @Test
  @Order(3)
  void widerTypesMoreColumnsAnyOrderAndOtherFilesOfEventsFit() {
    sql("DROP TABLE " + DATABASE + ".dns");
    sql(
        "CREATE TABLE "
            + DATABASE
            + ".dns (dns_qry_rcode INT, site STRING, frame_time VARCHAR(40), unix_tstamp BIGINT, frame_len INT,"
            + " ip_src CHAR(15), ip_dst STRING, dns_qry_name STRING, dns_qry_class STRING, dns_qry_type INT, dns_a STRING)"
            + " PARTITIONED BY (site_id INT, y INT, m SMALLINT, d BIGINT, h TINYINT) STORED AS ORC");
    table(
        "score_runs",
        "kept BIGINT, model_id VARCHAR(16), events_in BIGINT, events_scored BIGINT, events_invalid BIGINT,"
            + " above_threshold BIGINT, beyond_max_results BIGINT, allow_listed BIGINT, feedback_removed BIGINT,"
            + " unseen_ips BIGINT, unseen_words BIGINT, seconds BIGINT, remark STRING",
        "source STRING, y INT, m INT, d INT, score_method STRING");
    table("dns_topics", "topic BIGINT, tokens DOUBLE", "model_id STRING");
    assertEquals(List.of(), check("dns").err);
  }

  @Test
  @Order(8)
  void allDifferencesAreListedAtOnce() {
    // Of the events: missing, another type, narrower, partitioned by text, and a partition column
    // that is none.
    table(
        "flow",
        "treceived STRING, unix_tstamp BIGINT, tryear INT, trmonth INT, trday INT, trhour STRING, trminute INT, trsec INT,"
            + " tdur FLOAT, sip STRING, dip STRING, sport SMALLINT, dport DOUBLE, proto STRING, flag STRING, fwd INT, stos INT,"
            + " ipkt BIGINT, ibyt BIGINT, opkt BIGINT, input INT, output INT, sas INT, das INT, dtos INT, dir INT, rip STRING,"
            + " h TINYINT",
        "y STRING, m TINYINT, d TINYINT");
    // Of ours: narrower, not of Parquet, partitioned otherwise, gone, a view, and a table in place
    // of a view.
    table("flow_topics", "topic INT, tokens FLOAT", "model_id STRING");
    sql("DROP TABLE " + DATABASE + ".flow_word_topics");
    sql(
        "CREATE TABLE "
            + DATABASE
            + ".flow_word_topics (word STRING, tokens DOUBLE, topic_probs STRING, topic_counts STRING)"
            + " PARTITIONED BY (model_id STRING) STORED AS TEXTFILE");
    table(
        "flow_word_counts",
        "ip STRING, word STRING, word_count BIGINT, vocabulary STRING",
        "y SMALLINT, m TINYINT, d TINYINT, h TINYINT, score_method STRING");
    sql("DROP TABLE " + DATABASE + ".flow_topic_mix");
    sql("DROP TABLE " + DATABASE + ".loaded_files");
    sql("CREATE VIEW " + DATABASE + ".loaded_files AS SELECT 1 AS one");
    sql("DROP VIEW " + DATABASE + ".flow_events");
    table("flow_events", "one INT", "y SMALLINT");
    sql("DROP VIEW IF EXISTS " + DATABASE + ".flow_topic_names");
    sql("DROP FUNCTION " + DATABASE + ".sc_entropy");

    String d = DATABASE + ".";
    String events = "make a table as ddl/flow.sql does and load the events into it";
    Checked checked = check("flow");
    assertEquals(ExitStatus.CONFIGURATION, checked.status);
    assertEquals("", checked.out);
    assertEquals(
        List.of(
            d + "flow.dport: DOUBLE, INT is needed: " + events,
            d + "flow.h: a column, a partition column is needed: " + events,
            d
                + "flow.obyt: there is no such column, BIGINT is needed: ALTER TABLE "
                + d
                + "flow ADD COLUMNS (obyt BIGINT), NULL in the rows that are there",
            d
                + "flow.sport: SMALLINT, INT is needed: ALTER TABLE "
                + d
                + "flow CHANGE sport sport INT",
            d + "flow.trhour: STRING, INT is needed: " + events,
            d + "flow.y: STRING, SMALLINT is needed: " + events,
            d
                + "flow_events: a table, a view is needed: ALTER TABLE "
                + d
                + "flow_events RENAME TO another name, then "
                + SETUP,
            d + "flow_topic_mix: there is no such table: " + SETUP,
            d + "flow_topic_names: there is no such view: " + SETUP,
            d
                + "flow_topics.tokens: FLOAT, DOUBLE is needed: ALTER TABLE "
                + d
                + "flow_topics CHANGE tokens tokens DOUBLE",
            d
                + "flow_word_counts.h: a partition column, which is not needed: ALTER TABLE "
                + d
                + "flow_word_counts RENAME TO another name, then "
                + SETUP,
            d
                + "flow_word_topics: not of Parquet files (TextInputFormat), Parquet is needed, because files are written to"
                + " it: ALTER TABLE "
                + d
                + "flow_word_topics RENAME TO another name, then "
                + SETUP,
            d
                + "loaded_files: a view, a table is needed, because rows are written to it: DROP VIEW "
                + d
                + "loaded_files, then "
                + SETUP,
            d + "sc_entropy: there is no such function: " + SETUP),
        differences(checked).stream()
            .map(line -> line.replaceFirst("^check: ", ""))
            .sorted()
            .collect(Collectors.toList()));
    assertEquals(
        List.of(),
        check("dns").err.stream().filter(l -> l.contains("flow")).collect(Collectors.toList()));
  }

  @Test
  @Order(5)
  void numbersWhereProxyHasTextAreADifference() {
    table(
        "proxy",
        "p_date STRING, p_time STRING, clientip STRING, host STRING, reqmethod STRING, useragent STRING, resconttype STRING,"
            + " duration INT, username STRING, authgroup STRING, exceptionid STRING, filterresult STRING, webcat STRING,"
            + " referer STRING, respcode STRING, action STRING, urischeme STRING, uriport STRING, uripath STRING,"
            + " uriquery STRING, uriextension STRING, serverip STRING, scbytes INT, csbytes INT, virusid STRING,"
            + " bcappname STRING, bcappoper STRING, fulluri STRING",
        "y STRING, m STRING, d INT, h STRING");
    assertEquals(
        List.of(
            "check: "
                + DATABASE
                + ".proxy.d: INT, STRING is needed: make a table as ddl/proxy.sql does and load the events into it"),
        check("proxy").err);
  }

  @Test
  @Order(7)
  void aViewOfAnotherVersionIsADifference() {
    sql("DROP VIEW " + DATABASE + ".flow_topic_names");
    sql(
        "CREATE VIEW "
            + DATABASE
            + ".flow_topic_names AS SELECT model_id, topic, tokens FROM "
            + DATABASE
            + ".flow_topics");
    assertEquals(
        List.of(
            "check: "
                + DATABASE
                + ".flow_topic_names.topic_share: the view has no such column, it is another version's: "
                + SETUP,
            "check: "
                + DATABASE
                + ".flow_topic_names.topic_name: the view has no such column, it is another version's: "
                + SETUP),
        differences(check("flow")));
  }

  @Test
  @Order(4)
  void eventsMayBeAView() {
    sql("ALTER TABLE " + DATABASE + ".dns RENAME TO " + DATABASE + ".collected");
    sql("CREATE VIEW " + DATABASE + ".dns AS SELECT * FROM " + DATABASE + ".collected");
    assertEquals(List.of(), check("dns").err);
  }

  @Test
  @Order(6)
  void functionsOfAnotherBuildAreToldAndFit() {
    sql("DROP FUNCTION " + DATABASE + ".sc_version");
    // Upper case of nothing is nothing: any function without arguments would do, but there is no
    // other.
    sql("CREATE FUNCTION " + DATABASE + ".sc_version AS 'org.apache.hadoop.hive.ql.udf.UDFE' ");
    Checked checked = check("flow");
    assertEquals(ExitStatus.DONE, checked.status);
    assertEquals(1, checked.err.size(), checked.err.toString());
    assertTrue(
        checked.err.get(0).startsWith("check: warning: the functions of " + DATABASE + " are 2.71"),
        checked.err.get(0));
  }

  @Test
  @Order(1)
  void aMissingDatabase() {
    Checked checked = check("flow", "--database", "none_such");
    assertEquals(ExitStatus.CONFIGURATION, checked.status);
    assertEquals(
        List.of(
            "check: there is no database none_such in this metastore: run scripts/setup.sh --database none_such"),
        checked.err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "a;DROP TABLE t", "dätabase", "`a`"})
  @Order(1)
  void whatIsNoNameOfADatabaseIsRefused(String name) {
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> check("flow", "--database", name));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().startsWith("--database '" + name + "' is no name"));
  }

  /** Without the warning of another build, once one test has made it so. */
  private static List<String> differences(Checked checked) {
    return checked.err.stream()
        .filter(line -> !line.startsWith("check: warning: "))
        .collect(Collectors.toList());
  }

  private static void table(String name, String columns, String partitions) {
    if (TestWarehouse.session().catalog().tableExists(DATABASE + "." + name)) {
      sql("DROP TABLE " + DATABASE + "." + name);
    }
    sql(
        String.format(
            "CREATE TABLE %s.%s (%s) PARTITIONED BY (%s) STORED AS PARQUET",
            DATABASE, name, columns, partitions));
  }

  private static void sql(String statement) {
    TestWarehouse.session().sql(statement);
  }

  private static Checked check(String source) {
    return check(source, "--database", DATABASE);
  }

  private static Checked check(String source, String... more) {
    CheckTables command = new CheckTables();
    CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    String[] arguments = new String[2 + more.length];
    arguments[0] = "--source";
    arguments[1] = source;
    System.arraycopy(more, 0, arguments, 2, more.length);
    line.parseArgs(arguments);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream saidOut = new ByteArrayOutputStream();
    ByteArrayOutputStream saidErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(saidOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(saidErr, true, StandardCharsets.UTF_8));
    try {
      ExitStatus status = command.check(TestWarehouse.session());
      return new Checked(
          status,
          saidOut.toString(StandardCharsets.UTF_8),
          saidErr
              .toString(StandardCharsets.UTF_8)
              .lines()
              .filter(text -> text.startsWith("check: "))
              .collect(Collectors.toList()));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
