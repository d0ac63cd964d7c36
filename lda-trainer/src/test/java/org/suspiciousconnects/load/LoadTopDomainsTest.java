/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** The command with lists of popular domains, on a real warehouse. */
class LoadTopDomainsTest {
  private static final List<String> OLD = Arrays.asList("[1,old.example]", "[2,older.example]");

  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create("load_top_domains_test");
  }

  @BeforeEach
  void loadOldList() throws IOException {
    assertEquals(0, load(list("old.csv", "1,old.example\n2,older.example\n")).status());
    assertEquals(OLD, domains());
  }

  @Test
  void replacesTheWholeList() throws IOException {
    Path csv = list("new.csv", "1,new.example\n2,old.example\n4,x.example");
    LoadRun run = load(csv);
    assertEquals(0, run.status(), run.toString());
    assertEquals(csv + ": 3 domains loaded\n", run.out());
    assertEquals(Arrays.asList("[1,new.example]", "[2,old.example]", "[4,x.example]"), domains());
    assertEquals(0, load(csv).status());
    assertEquals(3, domains().size());
  }

  @Test
  void theListBeforeStaysForItsReaders() throws IOException {
    Path before = Path.of(tables.warehouse().location("top_domains").toUri());
    assertEquals(0, load(list("new.csv", "1,new.example\n")).status());
    assertTrue(Files.exists(before.resolve("part-0.parquet")));
  }

  @Test
  void listsOfEarlierDaysAreRemoved() throws IOException {
    Path current = Path.of(tables.warehouse().location("top_domains").toUri());
    Path lists = current.getParent();
    Path inUse = lists.resolve("top_domains-1500000000000");
    Files.createDirectory(inUse);
    Files.copy(current.resolve("part-0.parquet"), inUse.resolve("part-0.parquet"));
    Path earlier = Files.createDirectory(lists.resolve("top_domains-1400000000000"));
    Path others = Files.createDirectory(lists.resolve("top_domains-of-mine"));
    tables.warehouse().point("top_domains", new org.apache.hadoop.fs.Path(inUse.toUri()));

    assertEquals(0, load(list("new.csv", "1,new.example\n")).status());
    assertFalse(Files.exists(earlier));
    assertTrue(Files.exists(inUse), "the list before");
    assertTrue(Files.exists(current), "the list of today");
    assertTrue(Files.exists(others));
    // The list before is of now: someone may still read what it replaced.
    assertEquals(0, load(list("newer.csv", "1,newer.example\n")).status());
    assertTrue(Files.exists(inUse));
    assertEquals(Arrays.asList("[1,newer.example]"), domains());
  }

  @Test
  void lineEndsHeadersAndGzip() throws IOException {
    LoadRun crlf = load(list("crlf.csv", "\uFEFFRank,Domain\r\n1,a.example\r\n2,b.example\r\n"));
    assertTrue(crlf.out().endsWith(": 2 domains loaded\n"), crlf.toString());
    assertEquals(Arrays.asList("[1,a.example]", "[2,b.example]"), domains());
    Path gz = folder.resolve("list without gz in its name");
    Files.write(gz, gzip("1,c.example\n"));
    assertEquals(0, load(gz).status());
    assertEquals(Arrays.asList("[1,c.example]"), domains());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,a.example;2;3,c.example | line 2: line '2' has no comma",
        "1,a.example;;2,b.example  | line 2: line '' has no comma",
        "1,a.example;rank,domain   | line 2: rank 'rank' is no whole number from 1 to 2147483647",
        "0,a.example               | line 1: rank '0' is no whole number from 1 to 2147483647",
        "1,a.example;2,            | line 2: domain '' is empty",
        "1,a.example;2,b example"
            + " | line 2: domain 'b example' has a blank, comma, quote or control character",
      })
  void oneBadLineKeepsTheOldList(String lines, String reason) throws IOException {
    Path csv = list("bad.csv", lines.replace(';', '\n'));
    assertFails(
        csv,
        "file:"
            + csv
            + ": "
            + reason
            + ": give a list of rank,domain such as Tranco's, unzipped; top_domains is as it was");
  }

  @Test
  void aListThatCannotBeReadSaysWhy() throws IOException {
    Path missing = folder.resolve("missing.csv");
    assertFails(missing, missing + ": does not exist: check the path; nothing was loaded");
    assertFails(folder, folder + ": is a folder: give the files in it; nothing was loaded");
    Path empty = list("empty.csv", "");
    assertFails(empty, "file:" + empty + ": is empty; nothing was loaded");
    Path header = list("header.csv", "rank,domain\n");
    assertFails(header, "file:" + header + ": has no domains; top_domains is as it was");
    byte[] whole = gzip("1,a.example\n".repeat(1000));
    Path half = folder.resolve("half.csv.gz");
    Files.write(half, Arrays.copyOf(whole, whole.length - 9));
    assertFails(
        half,
        "file:"
            + half
            + ": is damaged or truncated gzip (Unexpected end of input stream): fetch it again;"
            + " top_domains is as it was");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=parquet",
        "--date=2016-07-08",
        "--replace",
        "--days-file=file:/tmp/days"
      })
  void optionsOfEventsDoNotApply(String option) throws IOException {
    LoadRun run = load(list("any.csv", "1,a.example\n"), option);
    assertEquals(1, run.status());
    assertEquals(
        "load: "
            + option.replaceAll("=.*", "")
            + " does not apply to top-domains; see load --help\n",
        run.err());
    assertEquals(OLD, domains());
  }

  @Test
  void oneFileIsTheWholeList() throws IOException {
    Path csv = list("any.csv", "1,a.example\n");
    LoadRun run = load(csv, csv.toString());
    assertEquals(1, run.status());
    assertEquals(
        "load: top-domains takes one FILE, which replaces the list; see load --help\n", run.err());
    assertEquals(1, LoadRun.of("top-domains").status());
  }

  @Test
  void withoutTheTableTheDdlIsNamed() throws IOException {
    TestWarehouse.session().sql("CREATE DATABASE IF NOT EXISTS load_top_domains_bare");
    LoadRun run =
        LoadRun.of(
            "top-domains",
            "--database=load_top_domains_bare",
            list("any.csv", "1,a.example\n").toString());
    assertEquals(2, run.status());
    assertEquals(
        "load: there is no table load_top_domains_bare.top_domains: run ddl/common.sql and the ddl"
            + " file of the source\n",
        run.err());
  }

  private void assertFails(Path csv, String message) throws IOException {
    List<Path> before = lists();
    LoadRun run = load(csv);
    assertEquals(3, run.status());
    assertEquals("load: " + message + "\n", run.err());
    assertEquals("", run.out());
    assertEquals(OLD, domains());
    assertEquals(before, lists());
  }

  /** The folders of all lists. */
  private static List<Path> lists() throws IOException {
    try (Stream<Path> all = Files.list(tables.folder().resolve("sc"))) {
      return all.filter(path -> path.getFileName().toString().startsWith("top_domains"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static LoadRun load(Path file, String... more) {
    Stream<String> args =
        Stream.of("top-domains", "--database", "load_top_domains_test", file.toString());
    return LoadRun.of(Stream.concat(args, Arrays.stream(more)).toArray(String[]::new));
  }

  private Path list(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<String> domains() {
    return tables.table("top_domains").orderBy("domain_rank").collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }
}
