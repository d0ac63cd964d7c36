/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TestWarehouse;
import org.suspiciousconnects.warehouse.Vocabulary;
import org.suspiciousconnects.warehouse.Warehouse;

/** Which word counts stay when a model is trained for 8 July, by what was said of them. */
class VerdictsTest {
  private static final String DATABASE = "verdicts_test";

  /** Rows of the view; a problem keeps the first from counting. */
  private final List<String> verdicts =
      new ArrayList<>(List.of(row("spot", "profile", "a", "x", "no verdict")));

  @BeforeAll
  static void makeDatabase() {
    TestWarehouse.session().sql("CREATE DATABASE IF NOT EXISTS " + DATABASE);
  }

  @Test
  void withoutVerdictsAllStays() {
    assertEquals(Set.of("a x 3", "a x 6", "a y 6", "b x 6", "null x 6"), left());
  }

  @Test
  void aPairIsLeftOutOnAllDaysAndOnlyWhereItWasJudgedSerious() {
    said("a", "x", 1, "ip_word", "07", null, "09:00");
    said("b", "x", 3, "ip_word", "07", null, "09:00");
    assertEquals(Set.of("a y 6", "b x 6", "null x 6"), left());
  }

  @Test
  void anEventIsLeftOutOnItsOwnDay() {
    said("a", "x", 2, "event", "06", null, "09:00");
    said("b", "x", 1, "event", "05", null, "09:00");
    assertEquals(Set.of("a x 3", "a y 6", "b x 6", "null x 6"), left());
  }

  @Test
  void aWordIsLeftOutAtEveryIp() {
    said(null, "x", 1, "word", "07", null, "09:00");
    assertEquals(Set.of("a y 6"), left());
  }

  @Test
  void whatIsNotInForceOnTheDayDoesNotCount() {
    said("a", "x", 1, "ip_word", "02", "2016-07-07", "09:00");
    said("a", "y", 1, "ip_word", "02", "2016-07-08", "09:00");
    said("b", "x", 1, "ip_word", "09", null, "09:00");
    assertEquals(Set.of("a x 3", "a x 6", "b x 6", "null x 6"), left());
  }

  @Test
  void theNewestCounts() {
    said("a", "x", 1, "ip_word", "03", null, "09:00");
    said("a", "x", 3, "ip_word", "02", null, "10:00");
    said("a", "y", 3, "ip_word", "03", null, "09:00");
    said("a", "y", 2, "ip_word", "02", null, "10:00");
    assertEquals(Set.of("a x 3", "a x 6", "b x 6", "null x 6"), left());
  }

  @Test
  void anExpiredOneGivesWayToAnOlderOneInForce() {
    said("a", "x", 1, "ip_word", "03", null, "09:00");
    said("a", "x", 3, "ip_word", "03", "2016-07-04", "10:00");
    assertEquals(Set.of("a y 6", "b x 6", "null x 6"), left());
  }

  @Test
  void betweenPairAndWordTheNewerCountsThePairsIfOfTheSameTime() {
    said("a", "x", 3, "ip_word", "03", null, "09:00");
    said("b", "x", 3, "ip_word", "03", null, "09:01");
    said(null, "x", 1, "word", "03", null, "09:01");
    assertEquals(Set.of("a y 6", "b x 6"), left());
  }

  @Test
  void anEventFoundHarmlessStaysOnItsDayOnly() {
    said("a", "x", 1, "ip_word", "03", null, "09:00");
    said("a", "x", 3, "event", "03", null, "10:00");
    assertEquals(Set.of("a x 3", "a y 6", "b x 6", "null x 6"), left());
  }

  /** As the counting of spot has it: of one time the later line, then the more serious verdict. */
  @Test
  void ofOneTimeTheLaterLineCountsThenTheMoreSeriousVerdict() {
    said("a", "x", 1, "ip_word", "03", null, "09:00", 1L);
    said("a", "x", 3, "ip_word", "03", null, "09:00", 2L);
    said("a", "x", 1, "ip_word", "03", null, "09:00", null);
    said("a", "y", 3, "ip_word", "03", null, "09:00", null);
    said("a", "y", 2, "ip_word", "03", null, "09:00", null);
    assertEquals(Set.of("a x 3", "a x 6", "b x 6", "null x 6"), left());
  }

  @Test
  void whatIsOfAnotherMethodOrVocabularyOrIsNoVerdictDoesNotCount() {
    verdicts.add(row("spot", "spot", "a", "x", null));
    verdicts.add(row("psl", "profile", "a", "y", null));
    verdicts.add(row("spot", "profile", "b", "x", "verdict 4 is not 1, 2 or 3"));
    assertEquals(Set.of("a x 3", "a x 6", "a y 6", "b x 6", "null x 6"), left());
  }

  private static String row(
      String vocabulary, String method, String ip, String word, String problem) {
    return values(
        vocabulary, method, ip, word, 1, "ip_word", "2016-07-03", null, null, null, problem);
  }

  private static String values(Object... values) {
    return Arrays.stream(values)
        .map(value -> value instanceof String ? "'" + value + "'" : String.valueOf(value))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private void said(
      String ip, String word, int verdict, String scope, String day, String expires, String at) {
    said(ip, word, verdict, scope, day, expires, at, null);
  }

  private void said(
      String ip,
      String word,
      int verdict,
      String scope,
      String day,
      String expires,
      String at,
      Long line) {
    verdicts.add(
        values(
            "spot",
            "profile",
            ip,
            word,
            verdict,
            scope,
            "2016-07-" + day,
            expires,
            "2016-07-09 " + at + ":00",
            line,
            null));
  }

  /** The rows that stay, each with its count, which is the day here. */
  private Set<String> left() {
    TestWarehouse.session()
        .sql(
            String.format(
                "CREATE OR REPLACE VIEW %s.flow_verdicts AS SELECT vocabulary, score_method, ip, word, verdict,"
                    + " feedback_scope, event_day, CAST(expires_on AS STRING) AS expires_on,"
                    + " CAST(given_at AS STRING) AS given_at, CAST(line_number AS BIGINT) AS line_number,"
                    + " CAST(problem AS STRING) AS problem FROM VALUES %s AS v (vocabulary, score_method, ip, word,"
                    + " verdict, feedback_scope, event_day, expires_on, given_at, line_number, problem)",
                DATABASE, String.join(", ", verdicts)));
    Dataset<Row> counts =
        TestWarehouse.session()
            .createDataFrame(
                List.of(
                    RowFactory.create("a", "x", 3L, "2016-07-03"),
                    RowFactory.create("a", "x", 6L, "2016-07-06"),
                    RowFactory.create("a", "y", 6L, "2016-07-06"),
                    RowFactory.create("b", "x", 6L, "2016-07-06"),
                    RowFactory.create(null, "x", 6L, "2016-07-06")),
                StructType.fromDDL("ip STRING, word STRING, word_count BIGINT, day STRING"));
    Set<String> left = new TreeSet<>();
    for (Row row :
        new Verdicts(
                new Warehouse(TestWarehouse.session(), DATABASE),
                Source.FLOW,
                Vocabulary.SPOT,
                LocalDate.of(2016, 7, 8))
            .leaveOut(counts)
            .collectAsList()) {
      left.add(row.getString(0) + " " + row.getString(1) + " " + row.getLong(2));
    }
    return left;
  }
}
