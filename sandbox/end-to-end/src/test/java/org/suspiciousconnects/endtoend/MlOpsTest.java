/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * {@code ml_ops.sh} day after day on the sandbox, from the shipped configuration and from one with
 * the values that Apache Spot ships.
 */
@TestMethodOrder(OrderAnnotation.class)
class MlOpsTest {
  private static final String DAY = "2016-07-08";
  private static final String ONLY_INVALID = "2016-07-09";
  private static final int EVENTS = 300;
  private static final String FLOWS =
      "SELECT score_rank, score, treceived, sip, dip, sport, dport, src_word, dst_word, model_id FROM spot.flow_scored_results WHERE d = 8 ORDER BY score_rank";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;
  private static Path example;
  private static Path spots;
  private static List<String> flows;

  @BeforeAll
  static void aDayOfEachSource() throws Exception {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    example = root.resolve("scripts/spot.conf.example");
    spots = root.resolve("sandbox/end-to-end/src/test/resources/spot.conf");
    operator.sets("SC_SANDBOX", "yes");
    operator.sets("SC_SPARK_HEAP", "1g");
    done(operator.types("sandbox.sh", "start"));
    done(operator.types("setup.sh"));
    FlowLog log = new FlowLog(5).hosts(DAY, 0, 24, EVENTS - 1).invalid(DAY).invalid(ONLY_INVALID);
    together(
        List.of("load.sh", "flow", "--format", "zeek-conn", file("conn.json", log.toString())),
        List.of("load.sh", "dns", "--format", "zeek-dns", file("dns.json", dns())));
    done(operator.types("load.sh", "proxy", "--format", "zeek-http", file("http.json", http())));
  }

  @AfterAll
  static void stop() throws Exception {
    operator.sets("SPOT_CONF", "");
    operator.types("sandbox.sh", "stop");
  }

  @Test
  @Order(1)
  void aDryRunRunsNothing() throws Exception {
    operator.sets("SPOT_CONF", example.toString());
    Path bin = Files.createDirectories(temp.resolve("jdk/bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/usr/bin/env bash\ntouch '" + temp + "/java-was-started'\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Operator dry = new Operator(operator.root(), temp.resolve("dry"));
    dry.sets("SPOT_CONF", example.toString());
    dry.sets("SC_SANDBOX", "yes");
    dry.sets("JAVA_HOME", temp.resolve("jdk").toString());
    Answer answer = dry.types("ml_ops.sh", "20160708", "dns", "0.5", "7", "--dry-run");
    assertEquals(0, answer.status(), answer.err());
    assertFalse(Files.exists(temp.resolve("java-was-started")));
    assertFalse(Files.exists(temp.resolve("dry")));
    for (String printed :
        List.of(
            "scripts/setup.sh --database spot",
            "CREATE EXTERNAL TABLE IF NOT EXISTS dns (",
            "ADD PARTITION (source = 'dns', event_day = '2016-07-08', after_run = 'none')",
            "WHERE k.event_day >= '2016-06-17' AND k.event_day < '2016-07-08'",
            "FROM dns_events_spot e\nWHERE e.y = 2016 AND e.m = 07 AND e.d = 08",
            "scripts/check.sh --source dns --database spot",
            "scripts/feedback.sh --source dns --date 2016-07-08 --database spot",
            "scripts/train.sh --source dns --database spot --date 2016-07-08",
            "CAST('0.5' AS DOUBLE)",
            "CAST('7' AS BIGINT)",
            "scripts/export.sh --source dns --date 2016-07-08",
            "scripts/drop-runs.sh",
            "ALTER TABLE run_locks DROP IF EXISTS PARTITION (source = 'dns', event_day = '2016-07-08')")) {
      assertTrue(answer.out().contains(printed), printed + "\nis not in\n" + answer.out());
    }
    assertFalse(answer.out().contains("${"), answer.out());
    String profile = "20160301 flow --method profile --days-back 3 --reference-days 2 --dry-run";
    Answer other = dry.types("ml_ops.sh", profile.split(" "));
    assertEquals(0, other.status(), other.err());
    for (String printed :
        List.of(
            "sql/count_words_flow_profile.sql --hivevar dbname=spot --days 2016-03-01",
            "WHERE k.event_day >= '2016-02-25' AND k.event_day < '2016-03-01'",
            "--optimizer em --days-back 3 --method profile --vocabulary spot",
            "scripts/export.sh --source flow --date 2016-03-01 --database spot --method profile")) {
      assertTrue(other.out().contains(printed), printed + "\nis not in\n" + other.out());
    }
    assertFalse(other.out().contains("${"), other.out());
  }

  @Test
  @Order(2)
  void theShippedExampleScoresAllSources() throws Exception {
    operator.sets("SPOT_CONF", example.toString());
    Answer flow = run("20160708", "flow");
    assertEquals(0, flow.status(), flow.err());
    assertTrue(
        flow.err().contains("method: done, spot, as none of the 7 days before has events"),
        flow.err());
    assertTrue(flow.err().contains("score: done, 300 events, 1 invalid, 299 kept"), flow.err());
    assertTrue(
        flow.err().contains("on the sandbox not used either: HUSER UDFS_JAR HPATH HS2_HOST"),
        flow.err());
    assertTrue(flow.err().contains("analyse: done, 299 results published"), flow.err());
    assertTrue(flow.out().contains("The 10 most suspicious"), flow.out());
    assertTrue(flow.out().matches("(?s).*\nWhy\n1\t\\S+ with .*"), flow.out());
    assertTrue(
        flow.out().contains("flow/scored_results/20160708/scores/flow_results.csv"), flow.out());
    flows = operator.rows(FLOWS);
    assertEquals(299, flows.size());

    // Side by side, as sources may be.
    together(
        List.of("ml_ops.sh", "20160708", "dns", "--steps", "count,train,score"),
        List.of("ml_ops.sh", "20160708", "proxy", "--steps", "setup,count,train,score"));
    assertEquals(
        List.of("dns\t" + EVENTS, "flow\t299", "proxy\t" + EVENTS),
        operator.rows("SELECT source, kept FROM spot.score_runs ORDER BY source"));
    assertEquals(List.of("example.com"), operator.rows("SELECT domain FROM spot.user_domains"));
  }

  @Test
  @Order(3)
  void apacheSpotsOwnValuesScoreAllSourcesAndARerunGivesTheSame() throws Exception {
    operator.sets("SPOT_CONF", spots.toString());
    Answer flow = run("20160708", "flow", "1", "-1", "--steps", "count,train,score");
    assertEquals(0, flow.status(), flow.err());
    assertTrue(flow.err().contains("conf: not used, of " + spots + ": UINODE"), flow.err());
    assertEquals(flows, operator.rows(FLOWS));
    together(
        List.of("ml_ops.sh", "20160708", "dns", "--steps", "count,train,score"),
        List.of("ml_ops.sh", "20160708", "proxy", "--steps", "count,train,score"));
    // Its TOL is 1e-6.
    assertEquals(
        List.of("dns\t" + EVENTS, "flow\t0", "proxy\t" + EVENTS),
        operator.rows(
            "SELECT source, above_threshold + kept - CASE WHEN source = 'flow' THEN 299 ELSE 0 END FROM spot.score_runs ORDER BY source"));
  }

  @Test
  @Order(4)
  void statusesTellWhatIsWrong() throws Exception {
    operator.sets("SPOT_CONF", example.toString());
    String none = "20160710 flow --steps count --method spot";
    refused(3, "flow has no events on 2016-07-10", none.split(" "));
    // Results of an earlier run of that day, which must stay: those of the day before.
    String results =
        operator
            .rows("SELECT DISTINCT INPUT__FILE__NAME FROM spot.flow_scored_results WHERE d = 8")
            .get(0);
    operator.does(
        String.format(
            "ALTER TABLE spot.flow_scored_results ADD PARTITION (y = 2016, m = 7, d = 9, score_method = 'spot') LOCATION '%s'",
            results.substring(0, results.lastIndexOf('/'))));
    String invalid = "20160709 flow --steps count,train,score --method spot";
    refused(3, "no word was counted on 2016-07-09", invalid.split(" "));
    assertEquals(
        List.of("299"), operator.rows("SELECT COUNT(*) FROM spot.flow_scored_results WHERE d = 9"));
    assertEquals(List.of("0"), operator.rows("SELECT COUNT(*) FROM spot.run_locks"));

    refused(1, "'web' is not flow, dns or proxy", "20160708", "web");
    refused(1, "'20160230' is not a date", "20160230", "flow");
    refused(1, "--method: 'both' is not one of", "20160708", "flow", "--method", "both");
    String profile = " --method profile";
    refused(1, "'2' is not a share", ("20160708 flow 2" + profile).split(" "));
    refused(1, "'0' is not a share", ("20160708 flow 0" + profile).split(" "));
    String spots = "20160708 dns --vocabulary spot" + profile;
    refused(1, "method profile of dns are of vocabulary psl", spots.split(" "));
    operator.sets("SPOT_CONF", temp.toString());
    refused(2, "can't be read", "20160708", "flow");
    operator.sets("SPOT_CONF", file("alpha.conf", "LDA_ALPHA='0.02'\n"));
    refused(2, "LDA_ALPHA: 0.02 has to be above 1", "20160708", "flow", "--steps", "count");
  }

  @Test
  @Order(5)
  void withoutHiveServer2ItIsAnEngineError() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    Path hadoop = Files.createDirectories(temp.resolve("hadoop"));
    Files.writeString(hadoop.resolve("core-site.xml"), "<configuration/>");
    Operator cluster = new Operator(operator.root(), operator.home());
    cluster.sets("HADOOP_CONF_DIR", hadoop.toString());
    cluster.sets("SC_LOG_DIR", Files.createDirectories(temp.resolve("logs")).toString());
    cluster.sets(
        "SPOT_CONF", file("closed.conf", "JDBC_URL='jdbc:hive2://127.0.0.1:" + closed + "/'\n"));
    Answer answer = cluster.types("ml_ops.sh", "20160708", "flow", "--steps", "count");
    assertEquals(4, answer.status(), answer.err());
    assertTrue(answer.err().contains("Nothing answers: is HiveServer2 running"), answer.err());
    try (Stream<Path> logs = Files.list(temp.resolve("logs"))) {
      assertEquals(1, logs.count());
    }
  }

  @Test
  @Order(6)
  void oneRunAtATimeAndADeadOneIsNoHindrance() throws Exception {
    operator.sets("SPOT_CONF", example.toString());
    // Reads its standard input until we close it.
    Process holder = new ProcessBuilder("cat").start();
    CompletableFuture<Answer> one = lock("1467961125001", holder);
    CompletableFuture<Answer> two = lock("1467961125002", holder);
    List<Integer> statuses = Stream.of(one.get().status(), two.get().status()).sorted().toList();
    assertEquals(List.of(0, 4), statuses, one.get().err() + two.get().err());
    String winner = one.get().status() == 0 ? "1467961125001" : "1467961125002";

    Answer second = run("20160708", "flow", "--steps", "count");
    assertEquals(4, second.status(), second.err());
    assertTrue(
        second
            .complaint()
            .matches(
                ".* run "
                    + winner
                    + " is at work on flow of 2016-07-08: process "
                    + holder.pid()
                    + " on \\S+, since 2016-07-09T01:00:00Z\\. .*"),
        second.err());
    assertFalse(second.err().contains("count: begins"), second.err());

    holder.getOutputStream().close();
    holder.waitFor();
    Process third = operator.starts("ml_ops.sh", "20160708", "flow", "--steps", "count");
    StringBuilder said = new StringBuilder();
    try (BufferedReader err = third.errorReader(StandardCharsets.UTF_8)) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.append(line).append('\n');
        if (line.endsWith("count: begins")) {
          // Not Process.destroy(), which closes the stream that is read here.
          third.toHandle().destroy();
        }
      }
    }
    if (!third.waitFor(5, TimeUnit.MINUTES)) {
      third.destroyForcibly();
      fail("it did not end: " + said);
    }
    assertEquals(4, third.exitValue(), said.toString());
    assertTrue(said.toString().contains("lock: run " + winner + ", process "), said.toString());
    assertTrue(said.toString().contains("is dead and left its lock; goes on after it"), "" + said);
    assertTrue(said.toString().contains("stopped by SIGTERM"), said.toString());
    assertEquals(List.of("0"), operator.rows("SELECT COUNT(*) FROM spot.run_locks"));
    assertEquals(flows, operator.rows(FLOWS));
  }

  /** Of the days before the scored one one is not counted yet, one has no valid event. */
  @Test
  @Order(7)
  void aDayWithEarlierDaysIsScoredByMethodProfile() throws Exception {
    operator.sets("SPOT_CONF", spots.toString());
    FlowLog log = new FlowLog(6).hosts("2016-07-11", 0, 24, EVENTS);
    done(
        operator.types(
            "load.sh", "flow", "--format", "zeek-conn", file("conn-11.json", log.toString())));
    Answer first = done(run("20160711", "flow", "--engine", "spark"));
    for (String said :
        List.of(
            "method: done, profile, as 2 of the 7 days before have events or words",
            "method: TOL 1e-6 of " + spots + " is a limit of method spot, not used for profile",
            "count: 2016-07-09 has no valid event and is left out",
            "score: done, 300 events, 0 invalid, ",
            "analyse: done, ")) {
      assertTrue(first.err().contains(said), said + "\nis not in\n" + first.err());
    }
    assertTrue(first.out().startsWith("flow on 2016-07-11 by method profile, run "), first.out());
    assertTrue(
        first.out().contains("flow/scored_results/20160711/scores/flow_results.csv"), first.out());
    String counted =
        "SELECT d, score_method FROM spot.flow_word_counts GROUP BY d, score_method ORDER BY d, score_method";
    assertEquals(List.of("8\tprofile", "8\tspot", "11\tprofile"), operator.rows(counted));
    String results =
        "SELECT score_rank, group_id, score FROM spot.flow_scored_results WHERE d = 11 AND score_method = 'profile' ORDER BY score_rank";
    List<String> listed = operator.rows(results);
    assertTrue(!listed.isEmpty() && listed.get(0).startsWith("1\t10.0.0."), listed.toString());

    Answer second =
        done(
            run(
                "20160711",
                "flow",
                "0.5",
                "1",
                "--engine",
                "spark",
                "--steps",
                "count,train,score"));
    assertTrue(second.err().contains("count: 2016-07-09 has no valid event"), second.err());
    assertEquals(
        1,
        operator
            .rows(
                "SELECT COUNT(DISTINCT group_id) FROM spot.flow_scored_results WHERE d = 11 AND score_method = 'profile' AND score_rank IS NOT NULL")
            .stream()
            .mapToInt(Integer::parseInt)
            .sum());
  }

  /** Takes the lock of flow's day for a process, as that process would. */
  private static CompletableFuture<Answer> lock(String runId, Process holder) throws Exception {
    String host = said("uname -n | tr -cd A-Za-z0-9.-");
    String started =
        said(
            String.format(
                ". '%1$s/scripts/common.sh'; . '%1$s/scripts/day_lock.sh'; process_started %2$d",
                operator.root(), holder.pid()));
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return operator.types(
                "run_sql.sh",
                operator.root().resolve("sql/lock.sql").toString(),
                "--hivevar",
                "source=flow",
                "--hivevar",
                "event_day=" + DAY,
                "--hivevar",
                "after_run=none",
                "--hivevar",
                "host=" + host,
                "--hivevar",
                "pid=" + holder.pid(),
                "--hivevar",
                "process_started=" + started,
                "--hivevar",
                "started_at=2016-07-09T01:00:00Z",
                "--hivevar",
                "run_id=" + runId);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static String said(String command) throws Exception {
    Process process = new ProcessBuilder("bash", "-c", command).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command);
    return out.strip();
  }

  /** Runs two commands at the same time. */
  private static void together(List<String> one, List<String> two) throws Exception {
    List<CompletableFuture<Answer>> both =
        Stream.of(one, two)
            .map(
                command ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return operator.types(
                                command.get(0),
                                command.subList(1, command.size()).toArray(String[]::new));
                          } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                        }))
            .toList();
    for (CompletableFuture<Answer> answer : both) {
      done(answer.get());
    }
  }

  private static Answer run(String... arguments) throws Exception {
    return operator.types("ml_ops.sh", arguments);
  }

  private static void refused(int status, String cause, String... arguments) throws Exception {
    Answer answer = run(arguments);
    assertEquals(status, answer.status(), answer.err());
    assertTrue(answer.err().contains(cause), answer.err());
    assertFalse(answer.err().contains("\tat "), "a stack trace: " + answer.err());
  }

  private static Answer done(Answer answer) {
    assertEquals(0, answer.status(), answer.err());
    return answer;
  }

  private static String file(String name, String content) throws IOException {
    return Files.writeString(temp.resolve(name), content).toString();
  }

  /** A Zeek dns.log in JSON: a dozen clients and a dozen names. */
  private static String dns() {
    Random random = new Random(6);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < EVENTS; i++) {
      lines.append(
          String.format(
              "{\"ts\":%d,\"id.orig_h\":\"10.0.0.%d\",\"id.orig_p\":40000,\"id.resp_h\":\"10.0.0.53\",\"id.resp_p\":53,"
                  + "\"proto\":\"udp\",\"query\":\"www%d.site%d.com\",\"qclass\":1,\"qtype\":1,\"rcode\":0}%n",
              second(random), 1 + random.nextInt(12), random.nextInt(3), random.nextInt(12)));
    }
    return lines.toString();
  }

  /** A Zeek http.log in JSON likewise. */
  private static String http() {
    Random random = new Random(7);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < EVENTS; i++) {
      lines.append(
          String.format(
              "{\"ts\":%d,\"id.orig_h\":\"10.0.0.%d\",\"id.orig_p\":40000,\"id.resp_h\":\"198.51.100.1\",\"id.resp_p\":80,"
                  + "\"method\":\"GET\",\"host\":\"site%d.com\",\"uri\":\"/page%d\",\"user_agent\":\"Browser %d\","
                  + "\"status_code\":200,\"request_body_len\":0,\"response_body_len\":512,\"resp_mime_types\":[\"text/html\"]}%n",
              second(random),
              1 + random.nextInt(12),
              random.nextInt(12),
              random.nextInt(9),
              random.nextInt(3)));
    }
    return lines.toString();
  }

  private static long second(Random random) {
    return Instant.parse(DAY + "T00:00:00Z").getEpochSecond() + random.nextInt(86_400);
  }
}
