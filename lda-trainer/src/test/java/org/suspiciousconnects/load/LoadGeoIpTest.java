/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** The command with MaxMind databases, on a real warehouse. */
class LoadGeoIpTest {
  private static final String DATABASE = "load_geoip_test";
  private static final String OLD =
      "[198.51.100.0/24,24,null,null,Old Town,null,null,null,null,city]";

  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create(DATABASE);
  }

  @BeforeEach
  void loadOldNetworks() throws IOException {
    tables.empty(List.of("geoip_networks"));
    assertEquals(0, load(write("old.mmdb", old())).status());
    assertEquals(List.of(OLD), rows());
  }

  private static byte[] old() {
    return new MmdbFile("GeoLite2-City", 6).put("198.51.100.0/24", city("Old Town")).bytes();
  }

  private static Map<String, ?> city(String name) {
    return Map.of("city", Map.of("names", Map.of("en", name)));
  }

  @Test
  void aDatabaseReplacesThePartitionOfItsKind() throws IOException {
    Path cities =
        write(
            "GeoLite2-City.mmdb",
            new MmdbFile("GeoLite2-City", 6)
                .put(
                    "203.0.113.0/25",
                    Map.of(
                        "country",
                        Map.of(
                            "iso_code", "BR", "names", Map.of("pt-BR", "Brasil", "en", "Brazil")),
                        "registered_country",
                        Map.of("iso_code", "US"),
                        "city",
                        Map.of("names", Map.of("en", "São Paulo", "ja", "サンパウロ")),
                        "location",
                        Map.of("latitude", -23.5475, "longitude", -46.6361f)))
                .put("203.0.113.128/25", Map.of("registered_country", Map.of("iso_code", "US")))
                .put(
                    "2001:db8::/32",
                    Map.of(
                        "country", Map.of("iso_code", ""),
                        "city", "no map",
                        "location", Map.of("latitude", 90.5, "longitude", "east")))
                .bytes());
    LoadRun run = load(cities);
    assertEquals(0, run.status(), run.toString());
    assertEquals("file:" + cities + ": 3 networks loaded as city\n", run.out());
    assertEquals("", run.err());
    assertEquals(
        List.of(
            "[2001:db8::/32,32,null,null,null,null,null,null,null,city]",
            "[203.0.113.0/25,25,BR,Brazil,São Paulo,-23.5475,"
                + (double) -46.6361f
                + ",null,null,city]",
            "[203.0.113.128/25,25,null,null,null,null,null,null,null,city]"),
        rows());
    assertEquals(0, load(cities).status());
    assertEquals(3, rows().size());
  }

  @Test
  void everyKindHasItsOwnPartition() throws IOException {
    Path countries =
        write(
            "country.mmdb",
            new MmdbFile("GeoLite2-Country", 6)
                .put("2001:db8::/32", Map.of("country", Map.of("iso_code", "DE")))
                .bytes());
    Path systems =
        write(
            "asn.mmdb",
            new MmdbFile("GeoLite2-ASN", 4)
                .put(
                    "192.0.2.0/24",
                    Map.of(
                        "autonomous_system_number",
                        4294967295L,
                        "autonomous_system_organization",
                        "Beispiel GmbH"))
                .bytes());
    LoadRun run = load(countries, systems.toString());
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        List.of(
            "[192.0.2.0/24,24,null,null,null,null,null,4294967295,Beispiel GmbH,asn]",
            OLD,
            "[2001:db8::/32,32,DE,null,null,null,null,null,null,country]"),
        rows());
  }

  /** The way that networks are looked up, set-based. */
  @Test
  void joinsFindTheNetworkOfAnAddress() throws IOException {
    load(
        write(
            "nested.mmdb",
            new MmdbFile("GeoLite2-City", 6)
                .put("203.0.113.0/25", city("A"))
                .put("203.0.113.128/26", city("B"))
                .put("2001:db8:8000::/33", city("C"))
                .bytes()));
    assertEquals(
        List.of(
            "[2001:db8:FFFF::1,C]",
            "[203.0.113.127,A]",
            "[203.0.113.130,B]",
            "[::ffff:203.0.113.9,A]"),
        TestWarehouse.session()
            .sql(
                String.format(
                    "SELECT i.ip, g.city FROM (SELECT '203.0.113.127' AS ip UNION ALL SELECT"
                        + " '203.0.113.130' UNION ALL SELECT '203.0.113.200' UNION ALL SELECT"
                        + " '2001:db8:FFFF::1' UNION ALL SELECT '2001:db8::1' UNION ALL SELECT"
                        + " '::ffff:203.0.113.9' UNION ALL SELECT 'none') i CROSS JOIN (SELECT"
                        + " DISTINCT prefix_length FROM %1$s.geoip_networks) l JOIN"
                        + " %1$s.geoip_networks g ON g.network = %1$s.sc_ip_network(i.ip,"
                        + " l.prefix_length) ORDER BY i.ip",
                    DATABASE))
            .collectAsList()
            .stream()
            .map(Row::toString)
            .collect(Collectors.toList()));
  }

  @Test
  void theNetworksBeforeStayForTheirReadersAndGoADayLater() throws IOException {
    Path table = Path.of(tables.warehouse().location("geoip_networks").toUri());
    Path before = folders().get(0);
    assertEquals(0, load(write("new.mmdb", old())).status());
    assertTrue(Files.exists(before.resolve("part-0.parquet")));
    Path inUse = Files.createDirectory(table.resolve("city-1500000000000"));
    Files.copy(before.resolve("part-0.parquet"), inUse.resolve("part-0.parquet"));
    Path earlier = Files.createDirectory(table.resolve("city-1400000000000"));
    Path ofAnother = Files.createDirectory(table.resolve("asn-1400000000000"));
    tables
        .warehouse()
        .point(
            "geoip_networks",
            Map.of("database_kind", "city"),
            new org.apache.hadoop.fs.Path(inUse.toUri()));

    assertEquals(0, load(write("new.mmdb", old())).status());
    assertFalse(Files.exists(earlier));
    assertTrue(Files.exists(inUse), "the networks before");
    assertTrue(Files.exists(ofAnother));
    assertEquals(List.of(OLD), rows());
  }

  @Test
  void aFileThatCannotBeUsedSaysWhyAndWhatToDo() throws IOException {
    Path missing = folder.resolve("missing.mmdb");
    assertFails(missing, missing + ": does not exist: check the path; nothing was loaded");
    assertFails(folder, folder + ": is a folder: give the files in it; nothing was loaded");
    Path empty = write("empty.mmdb", new byte[0]);
    assertFails(empty, "file:" + empty + ": is empty; nothing was loaded");
    String asItWas = "; geoip_networks is as it was";
    for (Path file :
        List.of(
            write("half.mmdb", Arrays.copyOf(old(), old().length / 2)),
            write("text.mmdb", "rank,domain\n".getBytes()),
            write("packed.mmdb.gz", gzip(old())))) {
      assertFails(
          file,
          "file:"
              + file
              + ": is no MaxMind database or is truncated (Could not find a MaxMind DB metadata marker"
              + " in this file ("
              + file.getFileName()
              + "). Is this a valid MaxMind DB file?): give a .mmdb file, unpacked, or fetch it"
              + " again"
              + asItWas);
    }
    Path other =
        write(
            "other.mmdb",
            new MmdbFile("GeoIP2-Anonymous-IP", 6).put("192.0.2.0/24", city("x")).bytes());
    assertFails(
        other,
        "file:"
            + other
            + ": is a database of type 'GeoIP2-Anonymous-IP': give one of City, Country or ASN, such"
            + " as GeoLite2-City.mmdb"
            + asItWas);
    Path none = write("none.mmdb", new MmdbFile("GeoLite2-City", 6).bytes());
    assertFails(none, "file:" + none + ": has no networks: fetch it again" + asItWas);
  }

  @Test
  void aDamagedFileKeepsTheOldNetworks() throws IOException {
    MmdbFile large = new MmdbFile("GeoLite2-City", 4);
    for (int i = 0; i < 256; i++) {
      large.put("203.0." + i + ".0/24", city("City " + i));
    }
    byte[] bytes = large.bytes();
    // What follows the first half of the data has lost its meaning.
    Arrays.fill(bytes, bytes.length / 2, bytes.length - 300, (byte) 0xFF);
    Path damaged = write("damaged.mmdb", bytes);
    LoadRun run = load(damaged);
    assertEquals(3, run.status(), run.toString());
    assertTrue(
        run.err()
            .matches(
                "load: file:\\S+damaged.mmdb: is damaged after [1-9][0-9]* networks \\(.*\\): fetch it"
                    + " again; geoip_networks is as it was\n"),
        run.err());
    assertEquals(List.of(OLD), rows());
    assertEquals(1, folders().size());
  }

  @Test
  void allFilesOrNone() throws IOException {
    Path good =
        write("good.mmdb", new MmdbFile("GeoLite2-City", 6).put("::/64", city("x")).bytes());
    Path bad = write("bad.mmdb", "bad".getBytes());
    assertEquals(3, load(good, bad.toString()).status());
    assertEquals(List.of(OLD), rows());
    LoadRun twice = load(good, write("again.mmdb", old()).toString());
    assertEquals(3, twice.status());
    assertTrue(
        twice
            .err()
            .endsWith(
                "again.mmdb: is of kind city as another of the files: leave one away;"
                    + " geoip_networks is as it was\n"),
        twice.err());
    assertEquals(List.of(OLD), rows());
    assertEquals(1, folders().size());
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    MmdbFile file = new MmdbFile("GeoLite2-City", 4);
    for (int i = 0; i < 5; i++) {
      file.put("203.0." + i + ".0/24", city("City " + i));
    }
    Path cities = write("cities.mmdb", file.bytes());
    List<String> lines = new ArrayList<>();
    new GeoIp(tables.warehouse(), 2, lines::add).replace(List.of(cities.toString()));
    assertEquals(
        List.of("file:" + cities + ": 2 networks read", "file:" + cities + ": 4 networks read"),
        lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=parquet",
        "--date=2016-07-08",
        "--replace",
        "--feed=a",
        "--log-zone=UTC"
      })
  void optionsOfOthersDoNotApply(String option) throws IOException {
    LoadRun run = load(write("any.mmdb", old()), option);
    assertEquals(1, run.status());
    assertEquals(
        "load: " + option.replaceAll("=.*", "") + " does not apply to geoip; see load --help\n",
        run.err());
  }

  @Test
  void onAFullDiskTheOldNetworksStay() throws IOException {
    String database = DATABASE + "_full";
    TestWarehouse full = TestWarehouse.create(database);
    TestWarehouse.session()
        .sql(
            String.format(
                "ALTER TABLE %s.geoip_networks SET LOCATION '%s'",
                database, FullDisk.uri(full.folder().resolve("sc/geoip_networks"))));
    TestWarehouse.session().catalog().refreshTable(database + ".geoip_networks");
    List<String> file = List.of(write("cities.mmdb", old()).toString());
    FullDiskRuns.sweep(
        () -> new GeoIp(full.warehouse(), 10, line -> {}).replace(file),
        4,
        (said, when) -> {
          assertTrue(said.endsWith("make room there or raise the quota, and run it again"), when);
          assertEquals(1, full.table("geoip_networks").count(), when);
        },
        () -> assertEquals(1, full.table("geoip_networks").count()));
  }

  private void assertFails(Path file, String message) throws IOException {
    LoadRun run = load(file);
    assertEquals(3, run.status(), run.toString());
    assertEquals("load: " + message + "\n", run.err());
    assertEquals("", run.out());
    assertEquals(List.of(OLD), rows());
    assertEquals(1, folders().size());
  }

  /** The folders in that of the table. */
  private static List<Path> folders() throws IOException {
    try (Stream<Path> all =
        Files.list(Path.of(tables.warehouse().location("geoip_networks").toUri()))) {
      return all.sorted().collect(Collectors.toList());
    }
  }

  private static LoadRun load(Path file, String... more) {
    return LoadRun.of(
        Stream.concat(
                Stream.of("geoip", "--database", DATABASE, file.toString()), Arrays.stream(more))
            .toArray(String[]::new));
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static List<String> rows() {
    return tables.table("geoip_networks").orderBy("network").collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }
}
