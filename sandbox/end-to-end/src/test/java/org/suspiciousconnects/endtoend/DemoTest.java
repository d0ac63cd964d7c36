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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.endtoend.FeedbackFile.Listed;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * A newcomer's first day, through the scripts: real metastore, HiveServer2, Beeline and Spark. The
 * demo comes first, all others look at what it left.
 */
@TestMethodOrder(OrderAnnotation.class)
class DemoTest {
  private static final String DATABASE = "spot_10000_3";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;

  @BeforeAll
  static void firstSteps() throws IOException {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
  }

  @AfterAll
  static void stop() throws Exception {
    operator.types("sandbox.sh", "stop");
  }

  @Test
  @Order(1)
  void theDemoFindsTheMostSuspiciousEvents() throws Exception {
    Answer demo =
        operator.types(
            "demo.sh",
            "--method",
            "spot",
            "--engine",
            "hive",
            "--rows",
            "10000",
            "--seed",
            "3",
            "--iterations",
            "5");
    assertEquals(0, demo.status(), demo.out() + demo.err());
    for (String source : List.of("flow", "dns", "proxy")) {
      assertTrue(
          demo.out().contains("The 20 most suspicious events of " + source + " on 2016-07-08"),
          demo.out());
    }
    assertTrue(demo.out().contains("score_rank"), demo.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"flow", "dns", "proxy"})
  @Order(2)
  void noEventIsLost(String source) throws Exception {
    long events = one("SELECT COUNT(*) FROM " + DATABASE + "." + source);
    long invalid = one("SELECT COUNT(*) FROM " + DATABASE + "." + source + "_invalid");
    long kept = one("SELECT COUNT(*) FROM " + DATABASE + "." + source + "_scored_results");
    List<String> run =
        operator.rows(
            "SELECT events_in, events_scored, events_invalid, above_threshold, beyond_max_results, kept FROM "
                + DATABASE
                + ".score_runs WHERE source = '"
                + source
                + "'");
    assertEquals(1, run.size());
    assertEquals(10_000, events);
    assertEquals(20, invalid, "the sample day has invalid events");
    assertEquals(3000, kept);
    assertEquals("10000\t9980\t20\t0\t6980\t3000", run.get(0));
  }

  @Test
  @Order(3)
  void scoringWithoutAModelStopsBeforeAnythingIsWritten() throws Exception {
    List<String> before = flowResults();
    Answer answer =
        operator.runs(
            "score_flow.sql",
            DATABASE,
            Map.of(
                "y", "2016",
                "m", "07",
                "d", "08",
                "model_id", "ffffffffffffffff",
                "threshold", "1",
                "max_results", "10"));
    assertEquals(4, answer.status(), answer.err());
    assertTrue(answer.err().contains("there is no flow model ffffffffffffffff"), answer.err());
    assertEquals(before, flowResults());
  }

  @Test
  @Order(4)
  void whatAnOperatorGetsWrongEndsInOneLine() throws Exception {
    refused(
        1, "--topics 0: it has to be at least 2", "train.sh", train("2016-07-08", "--topics", "0"));
    refused(1, "use one of", "train.sh", train("2016-07-08", "--optimizer", "gibbs"));
    refused(3, "no word counts for 2016-07-09", "train.sh", train("2016-07-09"));
    refused(
        2,
        "no database nowhere",
        "train.sh",
        "--source",
        "flow",
        "--database",
        "nowhere",
        "--date",
        "2016-07-08");
    refused(3, "no-such-file.csv", "load.sh", load("no-such-file.csv"));
    refused(1, "unknown argument", "demo.sh", "--colour");
    refused(1, "neither hive nor spark", "demo.sh", "--engine", "impala");
    refused(1, "neither spot nor psl", "demo.sh", "--vocabulary", "latin");
    refused(3, "line 1", "load.sh", "top-domains", "--database", DATABASE, root("README.md"));
    refused(1, "is no database name", "demo.sh", "--database", "spot; DROP DATABASE spot");
  }

  @Test
  @Order(5)
  void helpNeedsNoSandbox() throws Exception {
    Operator without = new Operator(operator.root(), temp.resolve("never-started"));
    for (String script :
        List.of(
            "demo.sh",
            "setup.sh",
            "load.sh",
            "train.sh",
            "drop-models.sh",
            "run_sql.sh",
            "sandbox.sh",
            "storyboard.sh")) {
      Answer answer = without.types(script, "--help");
      assertEquals(0, answer.status(), answer.err());
      assertTrue(answer.out().startsWith("Usage: "), answer.out());
    }
    Answer answer = without.types("train.sh", "--source", "flow", "--date", "2016-07-08");
    assertEquals(2, answer.status(), answer.err());
    assertTrue(answer.complaint().contains("start it with scripts/sandbox.sh start"), answer.err());
  }

  @Test
  @Order(6)
  void aDataFolderThatHiveCannotTakeIsRefused() throws Exception {
    for (String name : List.of("a sandbox", "it's", "50%", "a:b")) {
      Operator elsewhere = new Operator(operator.root(), temp.resolve(name));
      for (String script : List.of("demo.sh", "setup.sh")) {
        Answer answer = elsewhere.types(script);
        assertEquals(2, answer.status(), answer.err());
        assertTrue(answer.complaint().contains("set SC_SANDBOX_HOME"), answer.err());
      }
    }
  }

  /** Of the three files of verdicts that with the most columns. */
  @Test
  @Order(7)
  void whatAnAnalystSaysChangesTheNextList() throws Exception {
    String source = "proxy";
    Path conf = temp.resolve("spot.conf");
    Files.writeString(conf, "DBNAME='" + DATABASE + "'\n");
    operator.sets("SPOT_CONF", conf.toString());
    operator.sets("SC_SANDBOX", "yes");
    FeedbackFile file = new FeedbackFile(operator, DATABASE, source);
    List<Listed> before = file.list();
    List<String> harmless = before.get(0).event();
    // The highest that has nothing in common with it: what is said of one would hold for the other.
    List<String> attack =
        before.stream()
            .map(Listed::event)
            .filter(e -> Collections.disjoint(file.pairs(e), file.pairs(harmless)))
            .findFirst()
            .orElseThrow();
    file.says(3, harmless, 1, attack);

    String again =
        "20160708 " + source + " 1 1000 --method spot --steps feedback,count,train,score";
    Answer run = operator.types("ml_ops.sh", again.split(" "));

    assertEquals(0, run.status(), run.err());
    List<Listed> after = file.list();
    assertEquals(1000, after.size());
    assertEquals(
        List.of(), after.stream().filter(l -> l.event().equals(harmless)).toList(), run.err());
    assertEquals(
        Set.of(new Listed(attack, "1")),
        after.stream().filter(l -> l.event().equals(attack)).collect(Collectors.toSet()),
        run.err());
  }

  @Test
  @Order(8)
  void theDemoComparesBothMethodsOnDaysWithAHistory() throws Exception {
    String database = "spot_10000_3_1_1";
    Answer demo =
        operator.types(
            "demo.sh",
            "--source",
            "proxy",
            "--series",
            "1,1",
            "--rows",
            "10000",
            "--seed",
            "3",
            "--iterations",
            "5");

    assertEquals(0, demo.status(), demo.out() + demo.err());
    assertTrue(
        demo.out()
            .contains(
                "The 20 most suspicious events of proxy on 2016-07-08, by method profile, then by"
                    + " method spot"),
        demo.out());
    for (String method : List.of("profile", "spot")) {
      assertTrue(demo.out().contains("proxy on 2016-07-08, method " + method), demo.out());
    }
    assertTrue(demo.out().contains("requests"), "explanations of groups: " + demo.out());
    String scored =
        " FROM " + database + ".score_runs WHERE source = 'proxy' AND score_method = 'profile'";
    assertEquals(
        List.of("true"),
        operator.rows(
            "SELECT events_in = events_scored + events_invalid AND events_scored = above_threshold"
                + " + beyond_max_results + allow_listed + feedback_removed + kept"
                + scored));
    assertEquals(
        one(
            "SELECT COUNT(*) FROM "
                + database
                + ".proxy WHERE y = '2016' AND m = '07' AND d = '08'"),
        one("SELECT MAX(events_in)" + scored));
  }

  @Test
  @Order(9)
  void apacheSpotsFrontEndFindsThePublishedDays() throws Exception {
    Map<String, String> variables = new TreeMap<>(Map.of("y", "2016", "m", "07", "d", "08"));
    variables.putAll(Map.of("dbname", DATABASE, "score_method", "spot", "limit_rows", "300"));
    variables.putAll(Map.of("score_rank", "1", "verdict", "1", "feedback_scope", "event"));
    variables.putAll(Map.of("author", "alice", "expires_on", "never"));
    List<Path> files =
        Stream.of("oa_flow", "oa_dns", "oa_proxy", "judge_flow", "judge_dns", "judge_proxy")
            .map(name -> operator.root().resolve("sql").resolve(name + ".sql"))
            .toList();
    Answer published = operator.runs("spark", files, variables);
    assertEquals(0, published.status(), published.err());
    String[] flow = first("tstart, srcip, dstip, sport, dport", "flow_scores");
    String[] answer = first("ip_dst, dns_qry_name, hh", "dns_scores");
    String[] request = first("clientip, fulluri", "proxy_scores");
    tell("flow", flow[1]);
    tell("dns", answer[1]);
    tell("proxy", request[1]);

    for (String source : List.of("flow", "dns", "proxy")) {
      assertEquals(
          List.of("300\t300"),
          operator.rows(
              String.format(
                  "SELECT COUNT(*), COUNT(CASE WHEN LENGTH(explanation) > 100 THEN 1 END) FROM %s.%s_explanations",
                  DATABASE, source)));
      assertEquals(
          10_000, one("SELECT SUM(total) FROM " + DATABASE + "." + source + "_ingest_summary"));
    }
    String chord = first("ip_threat, ibyt", "flow_chords")[0];
    found(FrontEnd.flow(DATABASE, flow, chord));
    found(FrontEnd.dns(DATABASE, answer));
    found(FrontEnd.proxy(DATABASE, request));
  }

  /** Of scores the row with the first rank. */
  private static String[] first(String columns, String table) throws Exception {
    String order = table.equals("flow_chords") ? "ip_threat, ibyt" : "ml_score";
    return operator
        .rows(
            "SELECT "
                + columns
                + " FROM "
                + DATABASE
                + "."
                + table
                + " ORDER BY "
                + order
                + " LIMIT 1")
        .get(0)
        .split("\t");
  }

  private static void tell(String source, String anchor) throws Exception {
    Answer answer =
        operator.types(
            "storyboard.sh",
            "--source",
            source,
            "--database",
            DATABASE,
            "--date",
            "2016-07-08",
            "--anchor",
            anchor,
            "--title",
            "It's \"one\"",
            "--text",
            "Every minute;\nagain ${hivevar:x}");
    assertEquals(0, answer.status(), answer.err());
  }

  private static void found(Map<String, String> queries) throws Exception {
    for (Map.Entry<String, String> query : queries.entrySet()) {
      assertFalse(
          operator.rows(query.getValue()).isEmpty(), query.getKey() + ": " + query.getValue());
    }
  }

  private static String[] train(String day, String... more) {
    return concat(new String[] {"--source", "flow", "--database", DATABASE, "--date", day}, more);
  }

  private static String[] load(String file) {
    return new String[] {"flow", "--database", DATABASE, "--format", "nfdump-csv", file};
  }

  private static String[] concat(String[] a, String[] b) {
    return Stream.of(a, b).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }

  private static void refused(int status, String cause, String script, String... arguments)
      throws Exception {
    Answer answer = operator.types(script, arguments);
    assertEquals(status, answer.status(), answer.err());
    assertTrue(answer.complaint().contains(cause), answer.err());
    assertFalse(answer.err().contains("\tat "), "a stack trace: " + answer.err());
  }

  private static String root(String file) {
    return operator.root().resolve(file).toString();
  }

  private static List<String> flowResults() throws Exception {
    return operator.rows(
        "SELECT treceived, sip, sport, dip, dport, proto, ipkt, ibyt, src_word, dst_word, score,"
            + " score_rank FROM "
            + DATABASE
            + ".flow_scored_results WHERE y = 2016 AND m = 7 AND d = 8 ORDER BY score_rank");
  }

  private static long one(String query) throws Exception {
    return Long.parseLong(operator.rows(query).get(0));
  }
}
