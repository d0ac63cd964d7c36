/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.warehouse.FullDisk;
import org.suspiciousconnects.warehouse.FullDiskRuns;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** The command with threat feeds, on a real warehouse. */
class LoadThreatIntelligenceTest {
  private static final String DATABASE = "load_threat_intelligence_test";
  private static final String TABLE = "threat_intelligence";
  private static final String REJECTED = "threat_intelligence_rejected_lines";
  private static final String HEADER = "ioc,type,severity,description,expires_on\n";
  private static final String OLD = "[old.example,domain,low,null,null,partner]";
  private static final String OLD_REJECTED =
      "[3,type 'x' is not ip, cidr, domain or url,y,x,low,,]";

  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create(DATABASE);
  }

  @BeforeEach
  void loadOldFeed() throws IOException {
    tables.empty(List.of(TABLE, REJECTED));
    LoadRun run = load(write("old.csv", HEADER + "old.example,domain,low,,\ny,x,low,,\n"));
    assertEquals(0, run.status(), run.toString());
    assertAsItWas();
  }

  @Test
  void csvOfEveryTypeAndWhatIsRejectedOfIt() throws IOException {
    Path csv =
        write(
            "feed.csv",
            "\uFEFFtype, IOC ,severity,expires_on,description\r\n"
                + "ip,192.0.2.7,high,2026-12-31,\"C2, seen \"\"today\"\"\"\r\n"
                + "IP, 2001:DB8::1 ,Medium,,\r\n"
                + "cidr,198.51.100.9/24,low,,\u6771\u4eac \uD83D\uDE00\r\n"
                + "\r\n"
                + "domain,B\u00fccher.Example.,HIGH,2024-02-29,\t\r\n"
                + "url,http://user@Evil.example:8080/A?b#c,medium,,x\r\n"
                + "ip,192.0.2.777,high,,bad address\r\n"
                + "domain,a.example,severe,,\r\n"
                + "domain,a.example,low,2026-02-30,\r\n"
                + "domain,a.example,low,31.12.2026,\r\n"
                + "domain,a.example,low\r\n"
                + "domain,a.example,low,,\"open\r\n"
                + "hash,d41d8cd98f00b204e9800998ecf8427e,low,,\r\n"
                + "domain,,low,,");
    LoadRun run = load(csv);
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        "file:"
            + csv
            + ": 13 rows, 5 loaded, 8 rejected\nfeed partner: 5 indicators loaded, 8 rejected: see "
            + DATABASE
            + ".threat_intelligence_rejected_lines\n",
        run.out());
    assertEquals(
        List.of(
            "[192.0.2.7,ip,high,C2, seen \"today\",2026-12-31,partner]",
            "[198.51.100.0/24,cidr,low,\u6771\u4eac \uD83D\uDE00,null,partner]",
            "[2001:db8::1,ip,medium,null,null,partner]",
            "[evil.example/A?b,url,medium,x,null,partner]",
            "[xn--bcher-kva.example,domain,high,null,2024-02-29,partner]"),
        indicators());
    assertEquals(
        List.of(
            "[8,ioc '192.0.2.777' is no IP address such as 192.0.2.7,ip,192.0.2.777,high,,bad"
                + " address]",
            "[9,severity 'severe' is not low, medium or high,domain,a.example,severe,,]",
            "[10,expires_on '2026-02-30' is no day such as"
                + " 2026-12-31,domain,a.example,low,2026-02-30,]",
            "[11,expires_on '31.12.2026' is no day such as"
                + " 2026-12-31,domain,a.example,low,31.12.2026,]",
            "[12,has 3 fields, the header 5 columns,domain,a.example,low]",
            "[13,has a quote in field 5 that is not closed,domain,a.example,low,,\"open]",
            "[14,type 'hash' is not ip, cidr, domain or"
                + " url,hash,d41d8cd98f00b204e9800998ecf8427e,low,,]",
            "[15,ioc '' is empty,domain,,low,,]"),
        rejected());
    assertEquals(8, tables.table(REJECTED).where("file_path = 'file:" + csv + "'").count());
  }

  @Test
  void columnsThatMayBeEmptyMayBeLeftOut() throws IOException {
    assertEquals(0, load(write("short.csv", "severity,type,ioc\nlow,ip,192.0.2.7\n")).status());
    assertEquals(List.of("[192.0.2.7,ip,low,null,null,partner]"), indicators());
    assertEquals(List.of(), rejected());
  }

  @Test
  void stixIndicators() throws IOException {
    Path bundle =
        write(
            "bundle.json",
            "\n{\"type\": \"bundle\", \"id\": \"bundle--1\", \"objects\": [\n"
                + "{\"type\": \"identity\", \"id\": \"identity--1\", \"name\": \"CERT\"},\n"
                + indicator(
                    "[ipv4-addr:value = '192.0.2.7'] OR [ipv6-addr:value = '2001:DB8::1']",
                    "\"name\": \"C2\", \"description\": \"of\\nBots\\u0000\", \"confidence\": 70,"
                        + " \"valid_until\": \"2026-12-31T00:00:00Z\"")
                + ",\n"
                + indicator(
                    "[ipv4-addr:value ISSUBSET '198.51.100.9/24']",
                    "\"confidence\": 69, \"valid_until\": \"2026-12-31T00:00:00.001+02:00\"")
                + ",\n"
                + indicator(
                    "[domain-name:value = 'Evil.Example' OR file:name = 'x.exe']",
                    "\"confidence\": 0, \"labels\": [\"malicious-activity\", \"Severity:Medium\","
                        + " \"low\"]")
                + ",\n"
                + indicator(
                    "[url:value = 'http://evil.example/it\\\\'s']", "\"labels\": [\"critical\"]")
                + ",\n"
                + indicator("[domain-name:value = 'b.example']", "\"description\": \"only\"")
                + ",\n"
                + indicator("[domain-name:value = 'no.example']", "\"revoked\": true")
                + ",\n"
                + indicator("[domain-name:value = 'c.example' AND url:value = 'x']", "\"name\": 1")
                + ",\n"
                + indicator("alert tcp any", "\"pattern_type\": \"snort\"")
                + ",\n"
                + indicator("[domain-name:value = 'd.example']", "\"valid_until\": \"soon\"")
                + ",\n"
                + indicator("[domain-name:value = 'e.example']", "\"confidence\": 101")
                + ",\n"
                + indicator("[domain-name:value = 'f.example']", "\"confidence\": \"high\"")
                + ",\n{\"type\": \"indicator\", \"pattern\": 7},\n[1], {\"id\": \"x\"}\n], \"x\":"
                + " [{}]}\n");
    LoadRun run = load(bundle);
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        "file:"
            + bundle
            + ": 16 rows, 6 loaded, 9 rejected, 1 revoked; 1 objects that are no indicators",
        run.out().lines().findFirst().orElse(""));
    assertEquals(
        List.of(
            "[192.0.2.7,ip,high,C2: of Bots,2026-12-30,partner]",
            "[198.51.100.0/24,cidr,medium,null,2026-12-30,partner]",
            "[2001:db8::1,ip,high,C2: of Bots,2026-12-30,partner]",
            "[b.example,domain,medium,only,null,partner]",
            "[evil.example,domain,medium,null,null,partner]",
            "[evil.example/it's,url,high,null,null,partner]"),
        indicators());
    assertEquals(
        List.of(
            "6 pattern 'file:name' is none of ipv4-addr:value, ipv6-addr:value, domain-name:value,"
                + " url:value",
            "10 pattern 'AND url:value = 'x']' is not ], at character 34: only comparisons with ="
                + " joined by OR can be loaded",
            "11 pattern_type 'snort' is not stix",
            "12 valid_until 'soon' is no time such as 2026-12-31T00:00:00Z",
            "13 confidence '101' is no whole number from 0 to 100",
            "14 confidence '\"high\"' is no whole number from 0 to 100",
            "15 pattern '7' is no text",
            "16 object '[1]' has no type",
            "16 object '{\"id\":\"x\"}' has no type"),
        tables.table(REJECTED).orderBy("line_number", "reason").collectAsList().stream()
            .map(row -> row.getAs("line_number") + " " + row.getAs("reason"))
            .collect(Collectors.toList()));
    assertEquals(
        1, tables.table(REJECTED).where("raw = '{\"id\":\"x\"}' AND line_number = 16").count());
  }

  /** Of the same id the latest counts, and if that is revoked none, whatever their order. */
  @Test
  void onlyTheLatestVersionOfAnIndicatorCounts() throws IOException {
    Path first =
        write(
            "first.json",
            bundle(
                version("a", "2024-01-02T00:00:00Z", "new.example", false),
                version("a", "2024-01-01T00:00:00Z", "older.example", false),
                version("b", "2024-01-01T00:00:00Z", "withdrawn.example", false),
                version("c", "2024-01-01T00:00:00Z", "elsewhere.example", false),
                indicator("[url:value = 'd.example']", "\"modified\": \"2024-01-01T00:00:00Z\""),
                indicator("[url:value = 'e.example']", "\"modified\": \"2024-01-02T00:00:00Z\"")));
    Path second =
        write(
            "second.json",
            bundle(
                version("b", "2024-01-01T02:00:00+01:00", "withdrawn.example", true),
                version("c", "2024-01-03T00:00:00Z", "moved.example", false)));
    LoadRun run = load(first, second.toString());
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        List.of(
            "file:" + first + ": 6 rows, 3 loaded, 0 rejected, 3 of earlier versions",
            "file:" + second + ": 2 rows, 1 loaded, 0 rejected, 1 revoked",
            "feed partner: 4 indicators loaded, 0 rejected"),
        run.out().lines().collect(Collectors.toList()));
    assertEquals(
        List.of(
            "[d.example,url,medium,null,null,partner]",
            "[e.example,url,medium,null,null,partner]",
            "[moved.example,domain,medium,null,null,partner]",
            "[new.example,domain,medium,null,null,partner]"),
        indicators());
  }

  @Test
  void aFeedWhoseIndicatorsAreAllRevokedIsEmpty() throws IOException {
    Path bundle =
        write("revoked.json", bundle(version("a", "2024-01-02T00:00:00Z", "a.example", true)));
    assertEquals(0, load(bundle).status());
    assertEquals(List.of(), indicators());
  }

  @Test
  void otherFeedsStay() throws IOException {
    Path csv = write("other.csv", HEADER + "192.0.2.7,ip,high,,\nbad,ip,high,,\n");
    LoadRun run =
        LoadRun.of(
            "threat-intelligence", "--database", DATABASE, "--feed", "other-1.x", csv.toString());
    assertEquals(0, run.status(), run.toString());
    assertEquals(List.of("[192.0.2.7,ip,high,null,null,other-1.x]", OLD), indicators());
    assertEquals(2, rejected().size());
    assertEquals(0, load(csv).status());
    assertEquals(
        List.of("[192.0.2.7,ip,high,null,null,other-1.x]", "[192.0.2.7,ip,high,null,null,partner]"),
        indicators());
  }

  @Test
  void severalFilesCsvAndStixGzippedOrNot() throws IOException {
    Path gz = folder.resolve("feed without gz in its name");
    Files.write(
        gz, gzip(bundle(indicator("[domain-name:value = 'a.example']", "\"confidence\": 30"))));
    LoadRun run = load(gz, write("b.csv", HEADER + "b.example,domain,low,,\n").toString());
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        List.of(
            "[a.example,domain,medium,null,null,partner]",
            "[b.example,domain,low,null,null,partner]"),
        indicators());
  }

  @Test
  void hugeValuesAreRejectedAndCutInTheRejectedLines() throws IOException {
    String url = "http://a.example/" + "x".repeat(200_000);
    assertEquals(
        0,
        load(write(
                "huge.csv",
                HEADER
                    + url
                    + ",url,high,,\na.example,domain,low,"
                    + "\u00e4".repeat(200_000)
                    + ",\n"))
            .status());
    Row kept = tables.table(TABLE).first();
    assertEquals("\u00e4".repeat(997) + "...", kept.getAs("description"));
    Row row = tables.table(REJECTED).first();
    assertTrue(row.<String>getAs("reason").endsWith("has more than 4096 characters"));
    assertTrue(row.<String>getAs("reason").length() < 200);
    assertEquals(64 << 10, row.<String>getAs("raw").length());

    Path bundle =
        write(
            "huge.json",
            bundle(
                indicator("[url:value = '" + url + "']", "\"confidence\": 1"),
                indicator("[domain-name:value = 'a.example']", "\"confidence\": 1")));
    LoadRun run = load(bundle);
    assertTrue(run.out().contains(": 2 rows, 1 loaded, 1 rejected\n"), run.toString());
    assertEquals(64 << 10, tables.table(REJECTED).first().<String>getAs("raw").length());
  }

  @Test
  void bytesThatAreNoUtf8() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(
        latin,
        (HEADER + "a.example,domain,low,b\u00f6se,\nb.example,domain,low,ok,\n")
            .getBytes(ISO_8859_1));
    LoadRun run = load(latin);
    assertTrue(run.out().contains(": 2 rows, 1 loaded, 1 rejected\n"), run.toString());
    assertEquals(
        "has bytes that are no UTF-8", tables.table(REJECTED).first().<String>getAs("reason"));
    loadOldFeed();

    Path json = folder.resolve("latin.json");
    Files.write(
        json,
        bundle(indicator("[domain-name:value = 'a.example']", "\"name\": \"b\u00f6se\""))
            .getBytes(ISO_8859_1));
    assertFails(json, "is not UTF-8: fetch it again or convert it");
    Path utf16 = folder.resolve("utf16.csv");
    Files.write(utf16, ("\uFEFF" + HEADER + "a.example,domain,low,,\n").getBytes(UTF_16LE));
    LoadRun wide = load(utf16);
    assertEquals(3, wide.status());
    assertTrue(
        wide.err().contains("is no header: give CSV in UTF-8 with the columns "), wide.err());
    assertAsItWas();
  }

  @Test
  void aFileThatCannotBeReadSaysWhyAndKeepsTheOldFeed() throws IOException {
    Path missing = folder.resolve("missing.csv");
    LoadRun run = load(missing);
    assertEquals(3, run.status());
    assertEquals(
        "load: " + missing + ": does not exist: check the path; nothing was loaded\n", run.err());
    Path empty = write("empty.csv", "");
    assertEquals("load: file:" + empty + ": is empty; nothing was loaded\n", load(empty).err());
    assertFails(write("header.csv", HEADER), "has no indicators");
    assertFails(
        write("bad.csv", HEADER + "x,y,low,,\nz,y,low,,\n"),
        "has no indicators; line 2: type 'y' is not ip, cidr, domain or url");
    for (String header :
        List.of(
            "192.0.2.7,ip,high,,",
            "ioc,type",
            "ioc,type,severity,expires",
            "ioc,ioc,type,severity",
            "\"ioc,type,severity",
            "")) {
      assertFails(
          write("header.csv", header + "\n192.0.2.7,ip,high,,\n"),
          "line 1 '"
              + header
              + "' is no header: give CSV in UTF-8 with the columns ioc, type, severity, description,"
              + " expires_on (the last two may be left out), or a STIX 2.1 bundle");
    }
    byte[] whole = gzip(HEADER + "a.example,domain,low,,\n".repeat(1000));
    Path half = folder.resolve("half.csv.gz");
    Files.write(half, Arrays.copyOf(whole, whole.length - 9));
    assertFails(
        half, "is damaged or truncated gzip (Unexpected end of input stream): fetch it again");
  }

  @Test
  void jsonThatIsNoBundle() throws IOException {
    String good = bundle(indicator("[domain-name:value = 'a.example']", "\"confidence\": 1"));
    for (String text :
        List.of(
            good.substring(0, good.length() - 3), good.replace("\"objects\":", "objects"), "{")) {
      Path file = write("broken.json", text);
      LoadRun run = load(file);
      assertEquals(3, run.status(), run.toString());
      assertTrue(
          run.err()
              .matches(
                  "load: file:\\S+broken.json: is no JSON or truncated at line [0-9]+, column [0-9]+"
                      + " \\(.+\\): fetch it again; threat_intelligence is as it was\n"),
          run.err());
      assertAsItWas();
    }
    String remedy = ": give one, which has \"type\": \"bundle\"";
    assertFails(write("list.json", "[" + good + "]"), "is no STIX bundle but a list" + remedy);
    assertFails(write("o.json", "{}"), "is no STIX bundle but an object without type" + remedy);
    assertFails(
        write("i.json", indicator("[domain-name:value = 'a.example']", "\"confidence\": 1")),
        "is no STIX bundle but an object of type 'indicator'" + remedy);
    assertFails(
        write("two.json", good + good), "goes on behind its bundle: give one bundle a file");
    assertFails(write("none.json", "{\"type\": \"bundle\", \"id\": \"b\"}"), "has no indicators");
    assertFails(
        write("deep.json", "{\"type\": \"bundle\", \"objects\": " + "[".repeat(100_000)), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=csv", "--date=2016-07-08", "--replace", "--days-file=file:/x"})
  void optionsOfEventsDoNotApply(String option) throws IOException {
    LoadRun run = load(write("any.csv", HEADER + "a.example,domain,low,,\n"), option);
    assertEquals(1, run.status());
    assertEquals(
        "load: "
            + option.replaceAll("=.*", "")
            + " does not apply to threat-intelligence; see load --help\n",
        run.err());
    assertAsItWas();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "../a", ".a", "a'b", "f\u00e4ed", "a:b"})
  void whatIsNoNameOfAFeedIsRefused(String feed) {
    LoadRun run = LoadRun.of("threat-intelligence", "--feed", feed, "any");
    assertEquals(1, run.status());
    assertTrue(run.err().startsWith("load: --feed '" + feed + "' is no name"), run.err());
  }

  @Test
  void aFeedHasToBeNamed() {
    LoadRun run = LoadRun.of("threat-intelligence", "any");
    assertEquals(1, run.status());
    assertEquals("load: Missing required option: '--feed=NAME'; see load --help\n", run.err());
  }

  @Test
  void onAFullDiskTheOldFeedStays() throws IOException {
    String database = DATABASE + "_full";
    TestWarehouse full = TestWarehouse.create(database);
    for (String table : List.of(TABLE, REJECTED)) {
      TestWarehouse.session()
          .sql(
              String.format(
                  "ALTER TABLE %s.%s SET LOCATION '%s'",
                  database, table, FullDisk.uri(full.folder().resolve("sc").resolve(table))));
      TestWarehouse.session().catalog().refreshTable(database + "." + table);
    }
    List<String> file =
        List.of(write("feed.csv", HEADER + "a.example,domain,low,,\nbad,ip,low,,\n").toString());
    Runnable right =
        () -> {
          assertEquals(1, full.table(TABLE).count());
          assertEquals(1, full.table(REJECTED).count());
        };
    FullDiskRuns.sweep(
        () -> new ThreatIntelligence(full.warehouse()).replace("partner", file),
        4,
        (said, when) -> {
          assertTrue(said.endsWith("make room there or raise the quota, and run it again"), when);
          right.run();
        },
        right);
  }

  private static String indicator(String pattern, String more) {
    return "{\"type\": \"indicator\", \"spec_version\": \"2.1\", \"pattern\": \""
        + pattern
        + "\", "
        + more
        + "}";
  }

  private static String version(String id, String modified, String domain, boolean revoked) {
    return indicator(
        "[domain-name:value = '" + domain + "']",
        "\"id\": \"indicator--"
            + id
            + "\", \"modified\": \""
            + modified
            + "\", \"revoked\": "
            + revoked);
  }

  private static String bundle(String... objects) {
    return "{\"type\": \"bundle\", \"id\": \"bundle--1\", \"objects\": [\n"
        + String.join(",\n", objects)
        + "\n]}\n";
  }

  private void assertFails(Path file, String message) {
    LoadRun run = load(file);
    assertEquals(3, run.status(), run.toString());
    assertEquals(1, run.err().lines().count(), run.err());
    if (message != null) {
      assertEquals(
          "load: file:" + file + ": " + message + "; threat_intelligence is as it was\n",
          run.err());
    }
    assertEquals("", run.out());
    assertAsItWas();
  }

  private static void assertAsItWas() {
    assertEquals(List.of(OLD), indicators());
    assertEquals(List.of(OLD_REJECTED), rejected());
    assertEquals(List.of(1L, 1L), List.of(folders(TABLE), folders(REJECTED)));
  }

  /** The folders in that of a table. */
  private static long folders(String table) {
    try (Stream<Path> all = Files.list(tables.folder().resolve("sc").resolve(table))) {
      return all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LoadRun load(Path file, String... more) {
    return LoadRun.of(
        Stream.concat(
                Stream.of(
                    "threat-intelligence",
                    "--database",
                    DATABASE,
                    "--feed",
                    "partner",
                    file.toString()),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<String> indicators() {
    return tables.table(TABLE).orderBy("ioc", "feed").collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }

  /** Line number, reason and raw line. */
  private static List<String> rejected() {
    return tables
        .table(REJECTED)
        .orderBy("feed", "line_number")
        .select("line_number", "reason", "raw")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }
}
