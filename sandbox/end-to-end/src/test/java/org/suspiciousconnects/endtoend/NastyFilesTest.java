/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * What an attacker may write into a log, from the file to the score: tabs, newlines, quotes, NULs,
 * fields of a megabyte, bytes that are no UTF-8, IDN, Punycode, IPv6 literals, URIs of 64 KiB.
 * Nothing fails and no row is lost, each vocabulary of one source on Hive and of the other on
 * Spark.
 */
class NastyFilesTest {
  private static final String DATABASE = "nasty";
  private static final String MEGABYTE = "m".repeat(1 << 20);
  private static final String URI = "/" + "u".repeat(1 << 16);

  /** As they stand in a JSON string; the last is half of a surrogate pair. */
  private static final List<String> NASTY =
      List.of(
          "tab\\ttab",
          "new\\nline\\r\\n",
          "quote\\\" ' ` ; -- \\\\",
          "nul\\u0000nul",
          "\\u0001\\u001b[31m\\u2028\\u0085",
          "b\u00fccher.example",
          "xn--bcher-kva.example",
          "\u4f8b\u3048.\u30c6\u30b9\u30c8",
          "[2001:db8::1]:8080",
          "2001:db8::1",
          "\ud83d\ude00.example",
          "half\\ud83d",
          "${hivevar:dbname}",
          "%00%0a..%2f",
          "....",
          MEGABYTE);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;

  @BeforeAll
  static void anEmptyDatabase() throws Exception {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    done(operator.types("sandbox.sh", "start"));
    done(operator.types("setup.sh", "--database", DATABASE));
  }

  @AfterAll
  static void stop() throws Exception {
    operator.types("sandbox.sh", "stop");
  }

  @Test
  void dns() throws Exception {
    StringBuilder json = new StringBuilder();
    for (String nasty : NASTY) {
      json.append(zeekDns(nasty, "10.0.0.1", "[\"" + nasty + "\"]"));
      json.append(zeekDns("example.com", nasty, "[]"));
    }
    json.append("{\"ts\":1467936000,\"query\":\"tab\ttab\",\n");
    long ofZeek = load("dns", "zeek-dns", "dns.json", bytes(json.toString()), 1);
    assertEquals(2 * NASTY.size(), ofZeek);

    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    // Of these the first three are answers; two have too few or too many cells, one a quote that
    // is not closed.
    csv.writeBytes(tshark(bytes("b\u00fccher.example"), "0"));
    csv.writeBytes(tshark(new byte[] {'n', 'u', 'l', 0, (byte) 0xff, (byte) 0xc3, '\t'}, "0"));
    csv.writeBytes(tshark(bytes(MEGABYTE), "3"));
    csv.writeBytes(tshark(bytes("a,b,c,d"), "0"));
    csv.writeBytes(tshark(bytes("\"open"), "0"));
    csv.writeBytes(bytes("Jul  8\n"));
    long ofTshark = load("dns", "tshark-csv", "dns.csv", csv.toByteArray(), 3);
    assertEquals(3, ofTshark);
    everyEventIsScoredOrInvalid("dns", "psl", "hive", ofZeek + ofTshark);
  }

  @Test
  void proxy() throws Exception {
    StringBuilder json = new StringBuilder();
    for (String nasty : NASTY) {
      json.append(zeekHttp(nasty, "GET", "/", "agent", "text/html"));
      json.append(zeekHttp("example.com", nasty, URI, nasty, nasty));
      json.append(zeekHttp("example.com", "GET", "http://" + nasty + "/" + nasty, nasty, "a/b"));
    }
    long ofZeek = load("proxy", "zeek-http", "http.json", bytes(json.toString()), 0);
    assertEquals(3 * NASTY.size(), ofZeek);

    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes(
        blueCoat(bytes("[2001:db8::1]"), bytes(URI), bytes("\"tab\ttab \"\"quoted\"\"\"")));
    log.writeBytes(
        blueCoat(new byte[] {0, (byte) 0xff, 0x1b}, bytes("/\u4f8b"), new byte[] {(byte) 0xfe}));
    log.writeBytes(blueCoat(bytes("xn--bcher-kva.example"), bytes("/"), bytes(MEGABYTE)));
    log.writeBytes(blueCoat(bytes("\"not closed"), bytes("/"), bytes("agent")));
    log.writeBytes(bytes("2016-07-08 00:00:00 too few\n"));
    long ofBlueCoat = load("proxy", "bluecoat", "proxy.log", log.toByteArray(), 2);
    assertEquals(3, ofBlueCoat);
    everyEventIsScoredOrInvalid("proxy", "spot", "spark", ofZeek + ofBlueCoat);
  }

  /** Counts, trains and scores. */
  private static void everyEventIsScoredOrInvalid(
      String source, String vocabulary, String engine, long events) throws Exception {
    done(step(engine, "count_words_" + source, vocabulary, Map.of()));
    Answer training =
        done(
            operator.types(
                "train.sh",
                "--source",
                source,
                "--database",
                DATABASE,
                "--date",
                "2016-07-08",
                "--vocabulary",
                vocabulary,
                "--topics",
                "2",
                "--max-iterations",
                "2"));
    String model = training.out().lines().filter(l -> l.startsWith("model_id=")).findAny().get();
    done(
        step(
            engine,
            "score_" + source,
            vocabulary,
            Map.of(
                "model_id",
                model.substring("model_id=".length()),
                "threshold",
                "1",
                "max_results",
                "-1")));
    String run =
        operator
            .rows(
                String.format(
                    "SELECT events_in, events_scored, events_invalid, kept FROM %s.score_runs WHERE source = '%s'",
                    DATABASE, source))
            .get(0);
    String[] fates = run.split("\t");
    assertEquals(events, Long.parseLong(fates[0]), run);
    assertEquals(events, Long.parseLong(fates[1]) + Long.parseLong(fates[2]), run);
    assertEquals(fates[1], fates[3], run);
    assertTrue(Long.parseLong(fates[1]) > events / 2, run);
    assertEquals(
        List.of(fates[1] + "\t" + fates[2]),
        operator.rows(
            String.format(
                "SELECT r.n, i.n FROM (SELECT COUNT(*) AS n FROM %1$s.%2$s_scored_results) r,"
                    + " (SELECT COUNT(*) AS n FROM %1$s.%2$s_invalid) i",
                DATABASE, source)));
  }

  private static Answer step(String engine, String sql, String vocabulary, Map<String, String> more)
      throws Exception {
    Map<String, String> variables =
        new java.util.HashMap<>(
            Map.of(
                "y", "2016", "m", "07", "d", "08", "vocabulary", vocabulary, "dbname", DATABASE));
    variables.putAll(more);
    return operator.runs(
        engine, List.of(operator.root().resolve("sql/" + sql + ".sql")), variables);
  }

  /** Loads a file and gives the number of rows it brought. */
  private static long load(String source, String format, String name, byte[] content, long rejected)
      throws Exception {
    Path file = Files.write(temp.resolve(name), content);
    Answer answer =
        done(
            operator.types(
                "load.sh", source, "--format", format, "--database", DATABASE, file.toString()));
    String total = answer.out().lines().filter(l -> l.startsWith("in all: ")).findAny().get();
    String[] words = total.split(" ");
    assertEquals(Long.toString(rejected), words[5], total);
    return Long.parseLong(words[2]);
  }

  private static Answer done(Answer answer) throws IOException {
    assertEquals(0, answer.status(), answer.err());
    return answer;
  }

  private static String zeekDns(String query, String client, String answers) {
    return String.format(
        "{\"ts\":1467936000.5,\"id.orig_h\":\"%s\",\"id.resp_h\":\"10.0.0.53\",\"query\":\"%s\",\"qclass\":1,"
            + "\"qtype\":16,\"rcode\":0,\"answers\":%s}%n",
        client, query, answers);
  }

  private static String zeekHttp(
      String host, String method, String uri, String agent, String type) {
    return String.format(
        "{\"ts\":1467936000.5,\"id.orig_h\":\"10.0.0.1\",\"id.resp_h\":\"192.0.2.1\",\"id.resp_p\":80,"
            + "\"method\":\"%s\",\"host\":\"%s\",\"uri\":\"%s\",\"user_agent\":\"%s\",\"status_code\":200,"
            + "\"resp_mime_types\":[\"%s\"]}%n",
        method, host, uri, agent, type);
  }

  private static byte[] tshark(byte[] name, String rcode) {
    return join(
        bytes("Jul  8, 2016 00:00:00.000000000 UTC,1467936000.0,90,10.0.0.53,10.0.0.1,"),
        name,
        bytes(",1,0x00000001," + rcode + ",192.0.2.1\n"));
  }

  private static byte[] blueCoat(byte[] host, byte[] path, byte[] agent) {
    return join(
        bytes(
            "2016-07-08 00:00:00 12 10.0.0.1 - - - OBSERVED \"Business\" - 200 TCP_HIT GET text/html http "),
        host,
        bytes(" 80 "),
        path,
        bytes(" - - "),
        agent,
        bytes(" 192.0.2.1 1000 500 - - -\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
