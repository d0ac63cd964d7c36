/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoIpDatabaseTest {
  private static final Map<String, ?> X = Map.of("country", Map.of("iso_code", "DE"));

  @TempDir Path folder;

  @Test
  void networksAreThoseOfTheTreeInTheFormOfRanges() throws Exception {
    MmdbFile six =
        new MmdbFile("GeoLite2-City", 6)
            .put("203.0.113.0/24", X)
            .put("10.0.0.1/32", X)
            .put("2001:db8::/32", X)
            .put("2001:db9:0:1::/64", X)
            .put("::1:0:0:0/80", X);
    assertEquals(
        List.of(
            "10.0.0.1/32", "203.0.113.0/24", "::1:0:0:0/80", "2001:db8::/32", "2001:db9:0:1::/64"),
        networks(six.bytes()));
    MmdbFile four = new MmdbFile("GeoLite2-City", 4).put("203.0.113.128/25", X).put("0.0.0.0/8", X);
    assertEquals(List.of("0.0.0.0/8", "203.0.113.128/25"), networks(four.bytes()));
  }

  /** Databases point from mapped and 6to4 addresses to the tree of IPv4. */
  @Test
  void whatOnlyRepeatsIpv4IsLeftOut() throws Exception {
    MmdbFile file =
        new MmdbFile("GeoLite2-City", 6)
            .put("203.0.113.0/24", X)
            .alias("::ffff:0:0/96")
            .alias("2002::/16");
    assertEquals(List.of("203.0.113.0/24"), networks(file.bytes()));
  }

  @Test
  void aMappedNetworkOfItsOwnIsIpv4() throws Exception {
    assertEquals(
        List.of("0.0.0.0/0"),
        networks(new MmdbFile("GeoLite2-City", 6).put("::ffff:0:0/96", X).bytes()));
  }

  @Test
  void whatBeginsWithZerosButIsShorterThanIpv4IsIpv6() throws Exception {
    assertEquals(
        List.of("::/64"), networks(new MmdbFile("GeoLite2-City", 6).put("::/64", X).bytes()));
  }

  @ParameterizedTest
  @CsvSource({
    "GeoLite2-City, city",
    "GeoIP2-City-North-America, city",
    "DBIP-City-Lite, city",
    "GeoIP2-Enterprise, city",
    "GeoLite2-Country, country",
    "GeoLite2-ASN, asn",
    "GeoIP2-ISP, asn",
    "ASN, asn"
  })
  void theTypeTellsTheKind(String type, String kind) {
    assertEquals(kind, GeoIpKind.of(type).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GeoIP2-Anonymous-IP", "GeoIP2-Domain", "Velocity", "Crisp"})
  void anotherTypeIsOfNoKind(String type) {
    assertNull(GeoIpKind.of(type));
  }

  /** As GeoIP2-City-Test-Invalid-Node-Count.mmdb of MaxMind's test data. */
  @Test
  void aWrongCountOfNodesIsDamage() throws Exception {
    byte[] bytes =
        new MmdbFile("GeoLite2-City", 6)
            .put("203.0.113.0/24", X)
            .put("2001:db8::/32", X)
            .withNodesThatAreNotThere(100)
            .bytes();
    UnreadableFile e = assertThrows(UnreadableFile.class, () -> networks(bytes));
    assertTrue(
        e.getMessage().matches("is damaged after [0-9]+ networks \\(.*\\): fetch it again"),
        e.getMessage());
  }

  @Test
  void withoutMetadataItIsNone() throws Exception {
    byte[] bytes = new MmdbFile("GeoLite2-City", 6).put("203.0.113.0/24", X).bytes();
    for (byte[] other :
        List.of(Arrays.copyOf(bytes, bytes.length / 2), new byte[] {1}, "no".getBytes())) {
      UnreadableFile e = assertThrows(UnreadableFile.class, () -> networks(other));
      assertTrue(
          e.getMessage().startsWith("is no MaxMind database or is truncated ("), e.getMessage());
    }
  }

  /** Whatever byte is wrong: networks, or a word about the damage, and nothing else. */
  @Test
  void anyDamageIsReadOrTold() throws Exception {
    byte[] bytes =
        new MmdbFile("GeoLite2-City", 6)
            .put(
                "203.0.113.0/24",
                Map.of("city", Map.of("names", Map.of("en", "A")), "location", Map.of("x", 1.5)))
            .put("2001:db8::/32", X)
            .bytes();
    Random random = new Random(8);
    int told = 0;
    int read = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        networks(damaged);
        read++;
      } catch (UnreadableFile e) {
        told++;
      }
    }
    assertTrue(told > 100 && read > 100, told + " told, " + read + " read");
  }

  private List<String> networks(byte[] bytes) throws IOException, UnreadableFile {
    Path file = Files.write(folder.resolve("test.mmdb"), bytes);
    List<String> networks = new ArrayList<>();
    try (GeoIpDatabase database =
        new GeoIpDatabase(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false))) {
      for (GeoIpNetwork next; (next = database.next()) != null; ) {
        Object[] row = next.row();
        assertTrue(((String) row[0]).endsWith("/" + row[1]), Arrays.toString(row));
        networks.add((String) row[0]);
      }
    }
    return networks;
  }
}
