/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.Application;

/** A generated day as who loads it finds it. */
class GenerateSampleDayTest {
  private static final int ROWS = 20_000;

  @TempDir static Path folder;

  private static SparkSession spark;
  private static Path day;
  private static Path labels;

  @BeforeAll
  static void generate() {
    spark = session("local[2]");
    day = folder.resolve("day");
    labels = folder.resolve("labels.tsv");
    assertEquals(0, run(ROWS, 11, day, labels));
    open();
  }

  private static void open() {
    spark = session("local[2]");
    flows().createOrReplaceTempView("flow");
    spark
        .read()
        .option("header", true)
        .option("sep", "\t")
        .schema(
            "kind STRING, treceived STRING, sip STRING, dip STRING, sport INT, dport INT,"
                + " proto STRING, ipkt BIGINT, ibyt BIGINT")
        .csv(labels.toString())
        .createOrReplaceTempView("labels");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void columnsAreThoseOfTheTable() {
    assertEquals(
        "treceived STRING,unix_tstamp BIGINT,tryear INT,trmonth INT,trday INT,trhour INT,"
            + "trminute INT,trsec INT,tdur FLOAT,sip STRING,dip STRING,sport INT,dport INT,"
            + "proto STRING,flag STRING,fwd INT,stos INT,ipkt BIGINT,ibyt BIGINT,opkt BIGINT,"
            + "obyt BIGINT,input INT,output INT,sas INT,das INT,dtos INT,dir INT,rip STRING",
        spark.read().parquet(day + "/y=2016/m=7/d=8/h=0").schema().toDDL());
  }

  @Test
  void thereAreAsManyRowsAsAskedForInOneFileAnHour() throws IOException {
    assertEquals(ROWS, flows().count());
    assertEquals(24, files(day).size());
    assertTrue(Files.exists(day.resolve("y=2016/m=7/d=8/h=23/part-0.parquet")));
  }

  @Test
  void everyRowIsInTheFolderOfItsHour() {
    assertEquals(
        0,
        count(
            "y <> 2016 OR m <> 7 OR d <> 8"
                + " OR substr(treceived, 1, 13) <> concat('2016-07-08 ', lpad(h, 2, '0'))"
                + " OR unix_tstamp <> unix_seconds(to_timestamp(concat(treceived, ' UTC'),"
                + " 'yyyy-MM-dd HH:mm:ss z'))"
                + " OR tryear <> 2016 OR trmonth <> 7 OR trday <> 8"
                + " OR trsec <> CAST(substr(treceived, 18, 2) AS INT)"));
  }

  @Test
  void twentyRowsAreInvalidInTenWays() {
    String invalid =
        "trhour IS NULL OR trhour > 23 OR trminute > 59 OR sip IS NULL OR dip IS NULL"
            + " OR proto IS NULL OR dport > 65535 OR sport < 0 OR ibyt < 0 OR ipkt < 0";
    assertEquals(20, count(invalid));
    for (String way : invalid.split(" OR ")) {
      assertEquals(2, count(way), way);
    }
    assertEquals(
        ROWS - 20,
        count(
            "trhour = h AND trminute = CAST(substr(treceived, 15, 2) AS INT)"
                + " AND NOT ("
                + invalid.replace("trhour IS NULL OR ", "")
                + ")"));
  }

  @Test
  void everyLabelIsExactlyOneRow() throws IOException {
    List<String> lines = Files.readAllLines(labels);
    assertEquals("kind\ttreceived\tsip\tdip\tsport\tdport\tproto\tipkt\tibyt", lines.get(0));
    assertEquals(151, lines.size());
    Dataset<Row> found =
        spark.sql(
            "SELECT l.kind, COUNT(*) AS rows FROM labels l JOIN flow f"
                + " ON f.treceived = l.treceived AND f.sip = l.sip AND f.dip = l.dip"
                + " AND f.sport = l.sport AND f.dport = l.dport AND f.proto = l.proto"
                + " AND f.ipkt = l.ipkt AND f.ibyt = l.ibyt GROUP BY l.kind ORDER BY l.kind");
    assertEquals(
        "[[beacon,48], [exfiltration,8], [lateral,30], [scan,64]]",
        found.collectAsList().toString());
  }

  @Test
  void attacksLookLikeWhatTheyAreCalled() {
    Row scan = distinct("scan");
    assertEquals("[1,1,64,1]", scan.toString(), "a scan tries many ports of one host");
    Row lateral = distinct("lateral");
    assertEquals(1, lateral.getLong(0));
    assertTrue(lateral.getLong(1) > 20, "lateral movement goes to many hosts");
    assertTrue(lateral.getLong(2) <= 4);
    assertEquals("[1,1,1,24]", distinct("beacon").toString(), "a beacon calls in all hours");
    assertEquals("[1,1,1,1]", distinct("exfiltration").toString());
    long stolen =
        spark.sql("SELECT SUM(ibyt) FROM labels WHERE kind = 'exfiltration'").first().getLong(0);
    assertTrue(stolen > 1_000_000_000L, "bytes: " + stolen);
  }

  /** How many sources, destinations, ports and hours an attack has. */
  private static Row distinct(String kind) {
    return spark
        .sql(
            "SELECT COUNT(DISTINCT sip), COUNT(DISTINCT dip), COUNT(DISTINCT dport),"
                + " COUNT(DISTINCT substr(treceived, 12, 2)) FROM labels WHERE kind = '"
                + kind
                + "'")
        .first();
  }

  @Test
  void officeHoursAreBusyAndBackupsRunAtNight() {
    long office = count("h = 10");
    long night = count("h = 3");
    assertTrue(office > 8 * night, office + " flows at 10, " + night + " at 3");
    assertEquals(0, count("dport = 873 AND h BETWEEN 6 AND 21"));
    assertTrue(count("dport = 873 AND h BETWEEN 0 AND 5") > 50);
    long pollsByDay = count("dport = 161 AND h BETWEEN 8 AND 19");
    assertEquals(0.5, pollsByDay / (double) count("dport = 161"), 0.04);
  }

  @Test
  void destinationsOnTheInternetArePopularOrRare() {
    List<Row> sites =
        spark
            .sql(
                "SELECT dip, COUNT(*) AS flows FROM flow WHERE dip NOT LIKE '10.%'"
                    + " AND dport IN (80, 443) GROUP BY dip ORDER BY flows DESC, dip")
            .collectAsList();
    long all = sites.stream().mapToLong(site -> site.getLong(1)).sum();
    long top10 = sites.stream().limit(10).mapToLong(site -> site.getLong(1)).sum();
    long once = sites.stream().filter(site -> site.getLong(1) == 1).count();
    assertTrue(top10 > 0.2 * all && top10 < 0.5 * all, top10 + " of " + all);
    assertTrue(once > 0.15 * sites.size(), once + " of " + sites.size());
  }

  @Test
  void fewFlowsCarryMostBytes() {
    Row bytes =
        spark
            .sql(
                "SELECT SUM(ibyt + obyt), SUM(IF(place <= 0.01, ibyt + obyt, 0)) FROM"
                    + " (SELECT *, percent_rank() OVER (ORDER BY ibyt + obyt DESC) AS place FROM flow)")
            .first();
    assertTrue(bytes.getLong(1) > 0.6 * bytes.getLong(0), bytes.toString());
    assertEquals(0, count("ibyt >= 0 AND ipkt > 0 AND (ibyt < 40 * ipkt OR ibyt > 1500 * ipkt)"));
    assertEquals(0, count("obyt < 40 * opkt OR obyt > 1500 * opkt"));
  }

  @ParameterizedTest
  @CsvSource({
    "proto = 'TCP', 0.55, 0.75",
    "proto = 'UDP', 0.25, 0.42",
    "proto = 'ICMP', 0.002, 0.02",
    "dport = 53, 0.18, 0.3",
    "dport = 443, 0.3, 0.5",
    "sip NOT LIKE '10.%', 0.04, 0.15",
    "sport >= 49152 OR sport = 0, 0.9999, 1"
  })
  void sharesAreThoseOfAnEnterprise(String condition, double low, double high) {
    double share = count(condition) / (double) ROWS;
    assertTrue(share >= low && share <= high, condition + ": " + share);
  }

  @Test
  void anotherRunIsTheSameInAllBytesWhateverTheCores() throws IOException {
    Path again = folder.resolve("again");
    Path againLabels = folder.resolve("again.tsv");
    spark.conf().set("spark.sql.shuffle.partitions", 7);
    assertEquals(0, run(ROWS, 11, again, againLabels));
    assertEquals(digests(day), digests(again));
    assertEquals(Files.readString(labels), Files.readString(againLabels));

    spark.stop();
    try {
      spark = session("local[1]");
      assertEquals(0, run(ROWS, 11, again, againLabels));
      assertEquals(digests(day), digests(again));
      assertEquals(0, run(2_000, 12, again, againLabels));
      assertNotEquals(Files.readString(labels), Files.readString(againLabels));
      assertEquals(2_000, spark.read().parquet(again.toString()).count(), "the day was replaced");
    } finally {
      spark.stop();
      open();
    }
  }

  @Test
  void aFolderWithSomethingElseIsLeftAlone() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path letter = Files.writeString(home.resolve("letter.txt"), "dear");
    assertEquals(1, run(1_000, 1, home, folder.resolve("l")));
    assertEquals("dear", Files.readString(letter));
  }

  @ParameterizedTest
  @CsvSource({"999", "1000000001", "many"})
  void rowsHaveBounds(String rows) {
    assertEquals(
        1,
        Application.run(
            new GenerateSampleDay(),
            "flow",
            "--rows",
            rows,
            "--output",
            folder.resolve("x").toString(),
            "--labels",
            folder.resolve("y").toString()));
  }

  private static SparkSession session(String master) {
    return SparkSession.builder()
        .master(master)
        .appName("tests")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  private static int run(int rows, int seed, Path output, Path labels) {
    return Application.run(
        new GenerateSampleDay(),
        "flow",
        "--rows",
        Integer.toString(rows),
        "--seed",
        Integer.toString(seed),
        "--date",
        "2016-07-08",
        "--output",
        output.toString(),
        "--labels",
        labels.toString());
  }

  private static Dataset<Row> flows() {
    return spark.read().parquet(day.toString());
  }

  private static long count(String condition) {
    return spark.table("flow").where(condition).count();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".parquet")).toList();
    }
  }

  private static TreeMap<String, String> digests(Path folder) throws IOException {
    TreeMap<String, String> digests = new TreeMap<>();
    for (Path file : files(folder)) {
      digests.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
    }
    return digests;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
