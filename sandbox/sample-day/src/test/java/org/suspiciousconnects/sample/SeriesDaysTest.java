/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.suspiciousconnects.sample.GeneratedSeries.ROWS;
import static org.suspiciousconnects.sample.GeneratedSeries.SCORED;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.suspiciousconnects.warehouse.Source;

/** What the days of a series have in common and what not, whatever the source. */
class SeriesDaysTest {
  @ParameterizedTest
  @EnumSource
  void theScoredDayHasTheRowsAskedForAndWeekendsFewer(Source source) {
    GeneratedSeries series = GeneratedSeries.of(source);
    assertEquals(8, series.days().size());
    series
        .days()
        .forEach(
            (day, rows) -> {
              assertEquals(day.recipe().day().size(), rows.size());
              switch (day.recipe().date().getDayOfWeek()) {
                case FRIDAY:
                  assertTrue(!day.recipe().date().equals(SCORED) || rows.size() == ROWS);
                  break;
                case SATURDAY:
                case SUNDAY:
                  assertTrue(
                      rows.size() > 0.1 * ROWS && rows.size() < 0.5 * ROWS, rows.size() + "");
                  break;
                default:
                  assertTrue(
                      rows.size() > 0.6 * ROWS && rows.size() < 1.5 * ROWS, rows.size() + "");
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void aDayMadeAgainIsTheSame(Source source) {
    GeneratedSeries series = GeneratedSeries.of(source);
    List<Object[]> again = GeneratedSeries.rows(GeneratedSeries.scored(source, 1));
    for (int i = 0; i < ROWS; i++) {
      assertEquals(Arrays.toString(series.scoredRows().get(i)), Arrays.toString(again.get(i)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsAreInTheOrderOfTime(Source source) {
    List<String> parts =
        GeneratedSeries.series(source, 1, false).days().stream()
            .map(day -> day.recipe().date() + " " + day.part())
            .collect(Collectors.toList());
    assertEquals(
        List.of(
            "2016-07-01 reference",
            "2016-07-02 reference",
            "2016-07-03 reference",
            "2016-07-04 reference",
            "2016-07-05 history",
            "2016-07-06 history",
            "2016-07-07 history",
            "2016-07-08 scored"),
        parts);
  }

  @ParameterizedTest
  @EnumSource
  void twoDaysAreNeverTheSame(Source source) {
    Set<String> clocks = new HashSet<>();
    for (List<Object[]> rows : GeneratedSeries.of(source).days().values()) {
      // Without dates: hosts in the order of time.
      clocks.add(
          rows.stream()
              .limit(50)
              .map(row -> GeneratedSeries.of(source).client(row))
              .collect(Collectors.joining()));
    }
    assertEquals(8, clocks.size());
  }

  @ParameterizedTest
  @EnumSource
  void whatAHostDoesItDidBefore(Source source) {
    GeneratedSeries series = GeneratedSeries.of(source);
    Set<String> before = series.before(row -> series.client(row) + series.peer(row));
    List<Object[]> normal = GeneratedSeries.numbered(series.scored());
    long known =
        normal.stream()
            .filter(row -> before.contains(series.client(row) + series.peer(row)))
            .count();
    assertTrue(known > 0.88 * normal.size(), known + " of " + normal.size());
    // And there is always something new that nobody planted.
    assertTrue(known < 0.98 * normal.size(), known + " of " + normal.size());
  }

  @ParameterizedTest
  @EnumSource
  void everyLabelNamesRowsOfTheScoredDayAndNoOthers(Source source) {
    GeneratedSeries series = GeneratedSeries.of(source);
    Map<String, Integer> rows = new TreeMap<>();
    series.scoredRows().forEach(row -> rows.merge(series.key(row), 1, Integer::sum));
    Map<String, Integer> labels = new TreeMap<>();
    Set<String> attacks = new HashSet<>();
    Set<String> novelties = new HashSet<>();
    series.scored().attacks().forEach(one -> attacks.add(series.key(one.event().row())));
    series.scored().novelties().forEach(one -> novelties.add(series.key(one.event().row())));
    series
        .scored()
        .attacks()
        .forEach(one -> labels.merge(series.key(one.event().row()), 1, Integer::sum));
    series
        .scored()
        .novelties()
        .forEach(one -> labels.merge(series.key(one.event().row()), 1, Integer::sum));
    labels.forEach((key, count) -> assertEquals(count, rows.get(key), key));
    attacks.retainAll(novelties);
    assertEquals(Set.of(), attacks);
  }

  @ParameterizedTest
  @CsvSource({
    "FLOW, 'beacon brute_force dns_port_tunnel exfiltration horizontal_scan icmp_tunnel lateral"
        + " odd_port vertical_scan'",
    "DNS, 'beacon dga fast_flux subdomain_exfiltration tunnel zone_transfer'",
    "PROXY, 'address_host beacon browser_beacon download exfiltration exploit_kit scanner'"
  })
  void everyKindOfAttackIsInEverySeries(Source source, String kinds) {
    for (long seed = 1; seed <= 20; seed++) {
      List<Labelled> attacks = GeneratedSeries.scored(source, seed).attacks();
      assertEquals(kinds, kinds(attacks), "seed " + seed);
      assertTrue(attacks.size() >= 60 && attacks.size() < 600, attacks.size() + ", seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOW, 'benign_application benign_port benign_server benign_site benign_upload'",
    "DNS, 'benign_agent benign_application benign_cdn benign_record_type benign_site'",
    "PROXY, 'benign_application benign_cdn benign_download benign_site benign_upload"
        + " benign_user_agent'"
  })
  void noveltiesAreOfSeveralKinds(Source source, String kinds) {
    for (long seed = 1; seed <= 5; seed++) {
      assertEquals(kinds, kinds(GeneratedSeries.scored(source, seed).novelties()));
    }
  }

  private static String kinds(List<Labelled> labelled) {
    return labelled.stream()
        .map(one -> one.kind().kind())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @EnumSource
  void earlierDaysHaveNeitherLabelsNorWhatIsLabelled(Source source) {
    GeneratedSeries series = GeneratedSeries.of(source);
    for (Series.Day day : series.days().keySet()) {
      if (day.part() != Series.Part.SCORED) {
        assertEquals(List.of(), day.recipe().day().attacks());
        assertEquals(List.of(), day.recipe().day().novelties());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAttackCanBeInTheHistoryToo(Source source) {
    GeneratedSeries series = GeneratedSeries.of(source);
    Set<String> pairs = new HashSet<>();
    series
        .scored()
        .attacks()
        .forEach(
            one -> pairs.add(series.client(one.event().row()) + series.peer(one.event().row())));
    List<Series.Day> with = GeneratedSeries.series(source, 1, true).days();
    for (Series.Day day : with) {
      List<Labelled> attacks = day.recipe().day().attacks();
      if (day.part() == Series.Part.REFERENCE) {
        assertEquals(List.of(), attacks);
        continue;
      }
      assertEquals(kinds(series.scored().attacks()), kinds(attacks));
      long same =
          attacks.stream()
              .map(one -> series.client(one.event().row()) + series.peer(one.event().row()))
              .filter(pairs::contains)
              .count();
      // Scans and computed domains go elsewhere each day.
      assertTrue(same > 0.3 * attacks.size(), same + " of " + attacks.size());
    }
    assertEquals(
        keys(series, series.scored()), keys(series, with.get(with.size() - 1).recipe().day()));
    assertNotEquals(
        keys(series, series.scored()), keys(series, with.get(with.size() - 2).recipe().day()));
  }

  private static List<String> keys(GeneratedSeries series, SampleDay day) {
    return day.attacks().stream()
        .map(one -> series.key(one.event().row()))
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @EnumSource
  void anotherSeedIsAnotherSeries(Source source) {
    Map<Kind, Set<String>> clients = new java.util.HashMap<>();
    Map<Kind, Set<Integer>> counts = new java.util.HashMap<>();
    Map<Kind, Set<Long>> hours = new java.util.HashMap<>();
    for (long seed = 1; seed <= 10; seed++) {
      SampleDay day = GeneratedSeries.scored(source, seed);
      Map<Kind, List<Labelled>> byKind =
          day.attacks().stream().collect(Collectors.groupingBy(Labelled::kind));
      byKind.forEach(
          (kind, rows) -> {
            Object[] first = rows.get(0).event().row();
            clients
                .computeIfAbsent(kind, k -> new HashSet<>())
                .add(GeneratedSeries.of(source).client(first));
            counts.computeIfAbsent(kind, k -> new HashSet<>()).add(rows.size());
            hours
                .computeIfAbsent(kind, k -> new HashSet<>())
                .add(rows.get(0).event().second() % 86_400 / 3_600);
          });
    }
    clients.forEach((kind, found) -> assertTrue(found.size() >= 6, kind + " " + found));
    counts.forEach((kind, found) -> assertTrue(found.size() >= 3, kind + " " + found));
    hours.forEach((kind, found) -> assertTrue(found.size() >= 4, kind + " " + found));
  }

  @Test
  void aSeriesThatEndsOnAWeekendIsPossible() {
    Series series = new Series(Source.FLOW, 3, SCORED.plusDays(1), ROWS, 1, 0, false);
    List<Integer> sizes =
        series.days().stream()
            .map(day -> GeneratedSeries.rows(day.recipe().day()).size())
            .collect(Collectors.toList());
    assertEquals(ROWS, sizes.get(1));
    assertTrue(sizes.get(0) > 2 * ROWS, Arrays.toString(sizes.toArray()));
  }
}
