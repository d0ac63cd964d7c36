/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableFilesTest {
  private static final TableFiles FILES = new TableFiles();

  static List<String> names() {
    return TableFiles.names();
  }

  @Test
  void eachSourceHasAFile() {
    assertEquals(List.of("common", "database", "dns", "flow", "proxy"), names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void tablesAreTheSameOnImpala(String name) {
    String hive = FILES.hive(name);
    String impala = FILES.impala(name);

    assertEquals(withoutComments(Relation.of(hive)), withoutComments(Relation.of(impala)));
    for (String sql : List.of(hive, impala)) {
      assertEquals(
          sql.lines().filter(l -> l.matches("CREATE .*(TABLE|VIEW) .*")).count(),
          Relation.of(sql).size(),
          "a table or view of another form");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flow, sip STRING, sip BIGINT, "
        + "flow flow_scoring flow_group_scoring flow_scored_results flow_scored_results_staging flow_feedback"
        + " flow_invalid flow_invalid_staging flow_suspicious",
    "flow, rip STRING, rip INT, flow flow_invalid flow_invalid_staging flow_edge flow_edge_staging",
    "dns, dns_qry_type INT, dns_qry_type STRING, "
        + "dns dns_scoring dns_group_scoring dns_scored_results dns_scored_results_staging dns_feedback"
        + " dns_invalid dns_invalid_staging dns_suspicious dns_scores dns_scores_staging"
        + " dns_edge dns_edge_staging",
    "proxy, h STRING, h TINYINT, proxy proxy_invalid proxy_invalid_staging",
    "proxy, requests BIGINT, requests INT, proxy_user_agents proxy_user_agents_staging",
    "common, seconds BIGINT, seconds DOUBLE, score_runs score_runs_staging"
  })
  void aColumnIsChangedInOnePlaceForAllTablesAndEngines(
      String file, String column, String changed, String tables) throws IOException {
    TableFiles files = new TableFiles(with(file + ".sql.ftl", column, changed));

    for (UnaryOperator<String> engine :
        List.<UnaryOperator<String>>of(files::hive, files::impala)) {
      Map<String, Relation> relations =
          Relation.of(engine.apply(file)).stream()
              .collect(Collectors.toMap(Relation::name, relation -> relation));
      assertEquals(new TreeSet<>(Set.of(tables.split(" "))), carrying(relations, changed));
      assertEquals(Set.of(), carrying(relations, column));
    }
  }

  @Test
  void aColumnOfEverySourceIsChangedInOnePlace() throws IOException {
    TableFiles files =
        new TableFiles(with("sources.ftl", "word_count BIGINT", "word_count DOUBLE"));
    for (String source : List.of("flow", "dns", "proxy")) {
      for (String sql : List.of(files.hive(source), files.impala(source))) {
        assertFalse(sql.contains("word_count BIGINT"), source);
        assertEquals(2, sql.lines().filter(l -> l.strip().equals("word_count DOUBLE,")).count());
      }
    }
  }

  /** The order of Apache Spot's machine learning output, which its front end reads by position. */
  @ParameterizedTest
  @CsvSource({
    "flow, treceived tryear trmonth trday trhour trminute trsec tdur sip dip sport dport proto ipkt"
        + " ibyt opkt obyt src_word dst_word score score_rank model_id verdict allow_listed"
        + " score_view group_id group_size expected log_p",
    "dns, frame_time unix_tstamp frame_len ip_dst dns_qry_name dns_qry_class dns_qry_type"
        + " dns_qry_rcode word score score_rank model_id verdict allow_listed"
        + " score_view group_id group_size expected log_p",
    "proxy, p_date p_time clientip host reqmethod useragent resconttype duration username webcat"
        + " referer respcode uriport uripath uriquery serverip scbytes csbytes fulluri word score"
        + " score_rank model_id verdict allow_listed"
        + " score_view group_id group_size expected log_p"
  })
  void resultsHaveApacheSpotsColumnsInItsOrder(String source, String columns) {
    assertEquals(
        columns,
        relation(source, source + "_scored_results").columns().stream()
            .map(column -> column.split(" ")[0])
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "flow, y SMALLINT;m TINYINT;d TINYINT;h TINYINT",
    "dns, y SMALLINT;m TINYINT;d TINYINT;h TINYINT",
    "proxy, y STRING;m STRING;d STRING;h STRING"
  })
  void eventsLieWhereApacheSpotHasThem(String source, String partitions) {
    Relation events = relation(source, source);
    assertEquals(List.of(partitions.split(";")), events.partitions());
    assertEquals("'${hivevar:huser}/" + source + "/hive'", events.location());
  }

  @Test
  void onlyScratchTakesItsFilesAlong() {
    Set<String> purged = new TreeSet<>();
    for (String name : names()) {
      for (String statement : FILES.hive(name).split(";\n")) {
        if (statement.contains("external.table.purge")) {
          purged.add(statement.replaceFirst("(?s).* EXISTS (\\w+) .*", "$1"));
        }
      }
    }
    assertEquals(
        Set.of(
            "flow_day_words",
            "dns_day_words",
            "proxy_day_words",
            "flow_groups",
            "dns_groups",
            "proxy_groups",
            "flow_group_scoring",
            "dns_group_scoring",
            "proxy_group_scoring",
            "flow_ends",
            "dns_answers",
            "proxy_requests",
            "flow_suspicious",
            "dns_suspicious",
            "proxy_suspicious",
            "address_networks",
            "address_context",
            "name_context",
            "listed_words",
            "word_occurrences",
            "scoring_models",
            "allow_list_in_force",
            "allow_listed_values",
            "flow_scoring",
            "flow_judged",
            "dns_scoring",
            "dns_judged",
            "proxy_scoring",
            "proxy_judged"),
        purged);
  }

  /**
   * Name, type and order as spot-setup/hive/create_*_parquet.hql of Apache Spot has them, but for
   * bytes and packets, which are BIGINT.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flow_scores | suspicious | tstart STRING, srcip STRING, dstip STRING, sport INT, dport INT, proto STRING,"
            + " ipkt BIGINT, ibyt BIGINT, opkt BIGINT, obyt BIGINT, ml_score FLOAT, rank INT, srcip_internal INT,"
            + " dstip_internal INT, src_geoloc STRING, dst_geoloc STRING, src_domain STRING, dst_domain STRING,"
            + " src_rep STRING, dst_rep STRING",
        "flow_edge | edge | tstart STRING, srcip STRING, dstip STRING, sport INT, dport INT, proto STRING, flags STRING,"
            + " tos INT, ibyt BIGINT, ipkt BIGINT, input BIGINT, output BIGINT, rip STRING, obyt BIGINT, opkt BIGINT,"
            + " hh INT, mn INT",
        "flow_chords | chords | ip_threat STRING, srcip STRING, dstip STRING, ibyt BIGINT, ipkt BIGINT",
        "flow_timeline | timeline | ip_threat STRING, tstart STRING, tend STRING, srcip STRING, dstip STRING,"
            + " proto STRING, sport INT, dport INT, ipkt BIGINT, ibyt BIGINT",
        "flow_ingest_summary | summary | tdate STRING, total BIGINT",
        "flow_threat_investigation | threat_investigation | tstart STRING, srcip STRING, dstip STRING, srcport INT,"
            + " dstport INT, score INT",
        "flow_storyboard | storyboard | ip_threat STRING, title STRING, text STRING",
        "dns_scores | suspicious | frame_time STRING, unix_tstamp BIGINT, frame_len BIGINT, ip_dst STRING,"
            + " dns_qry_name STRING, dns_qry_class STRING, dns_qry_type INT, dns_qry_rcode INT, ml_score FLOAT,"
            + " tld STRING, query_rep STRING, hh INT, dns_qry_class_name STRING, dns_qry_type_name STRING,"
            + " dns_qry_rcode_name STRING, network_context STRING",
        "dns_edge | edge | unix_tstamp BIGINT, frame_len BIGINT, ip_dst STRING, ip_src STRING, dns_qry_name STRING,"
            + " dns_qry_class STRING, dns_qry_type INT, dns_qry_rcode INT, dns_a STRING, hh INT,"
            + " dns_qry_class_name STRING, dns_qry_type_name STRING, dns_qry_rcode_name STRING,"
            + " network_context STRING",
        "dns_dendro | dendro | unix_tstamp BIGINT, dns_a STRING, dns_qry_name STRING, ip_dst STRING",
        "dns_threat_dendro | threat_dendro | anchor STRING, total BIGINT, dns_qry_name STRING, ip_dst STRING",
        "dns_ingest_summary | summary | tdate STRING, total BIGINT",
        "dns_threat_investigation | threat_investigation | unix_tstamp BIGINT, ip_dst STRING, dns_qry_name STRING,"
            + " ip_sev INT, dns_sev INT",
        "dns_storyboard | storyboard | ip_threat STRING, dns_threat STRING, title STRING, text STRING",
        "proxy_scores | suspicious | tdate STRING, time STRING, clientip STRING, host STRING, reqmethod STRING,"
            + " useragent STRING, resconttype STRING, duration INT, username STRING, webcat STRING, referer STRING,"
            + " respcode INT, uriport INT, uripath STRING, uriquery STRING, serverip STRING, scbytes BIGINT,"
            + " csbytes BIGINT, fulluri STRING, word STRING, ml_score FLOAT, uri_rep STRING, respcode_name STRING,"
            + " network_context STRING",
        "proxy_edge | edge | tdate STRING, time STRING, clientip STRING, host STRING, webcat STRING, respcode STRING,"
            + " reqmethod STRING, useragent STRING, resconttype STRING, referer STRING, uriport STRING,"
            + " serverip STRING, scbytes BIGINT, csbytes BIGINT, fulluri STRING, hh INT, respcode_name STRING",
        "proxy_timeline | timeline | p_threat STRING, tstart STRING, tend STRING, duration BIGINT, clientip STRING,"
            + " respcode STRING, respcodename STRING",
        "proxy_ingest_summary | summary | tdate STRING, total BIGINT",
        "proxy_threat_investigation | threat_investigation | tdate STRING, fulluri STRING, uri_sev INT",
        "proxy_storyboard | storyboard | p_threat STRING, title STRING, text STRING"
      })
  void theFrontEndFindsApacheSpotsTables(String name, String folder, String columns) {
    String source = name.replaceFirst("_.*", "");
    Relation table = relation(source, name);
    assertEquals(List.of(columns.split(", ")), table.columns());
    assertEquals(List.of("y SMALLINT", "m TINYINT", "d TINYINT"), table.partitions());
    assertEquals("'${hivevar:huser}/%s/hive/oa/%s'".formatted(source, folder), table.location());
  }

  /** What is swapped has a table beside it; what Apache Spot's API deletes by path has none. */
  @ParameterizedTest
  @CsvSource({
    "flow, scores edge chords ingest_summary explanations, timeline threat_investigation storyboard",
    "dns, scores edge dendro ingest_summary explanations, threat_dendro threat_investigation storyboard",
    "proxy, scores edge ingest_summary explanations, timeline threat_investigation storyboard"
  })
  void onlyWhatAnalyticsWritesIsStaged(String source, String staged, String inPlace) {
    Set<String> tables =
        Relation.of(FILES.hive(source)).stream().map(Relation::name).collect(Collectors.toSet());
    for (String ending : staged.split(" ")) {
      String name = source + "_" + ending + "_staging";
      assertEquals("'${hivevar:huser}/sc/" + name + "'", relation(source, name).location());
    }
    for (String ending : inPlace.split(" ")) {
      assertFalse(tables.contains(source + "_" + ending + "_staging"), ending);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void headSaysHowToRunIt(String name) {
    String huser = name.equals("database") ? "" : " --hivevar huser=/user/spot";
    assertTrue(
        FILES
            .hive(name)
            .contains(
                "\n-- Example: beeline -f ddl/%s.sql --hivevar dbname=spot%s\n"
                    .formatted(name, huser)));
    assertTrue(
        FILES
            .impala(name)
            .contains(
                "\n-- Example: impala-shell -f ddl/impala/%s.sql --var=dbname=spot%s\n"
                    .formatted(name, huser.replace("--hivevar ", "--var="))));
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingOfATemplateIsLeftAndNoVariableInAComment(String name) {
    for (String sql : List.of(FILES.hive(name), FILES.impala(name))) {
      sql.lines()
          .forEach(
              line -> {
                assertFalse(line.matches(".*\\[(/?[#@]|=).*"), line);
                assertFalse(line.matches(" *--.*\\$\\{.*"), line);
                assertEquals(line.stripTrailing(), line);
              });
      assertFalse(sql.contains("\n\n\n"), "two empty lines");
    }
  }

  @Test
  void writingThemAgainGivesTheSameWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals(FILES.all(), new TableFiles().all());
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sip STRING, sip TEXT, not a column: 'sip TEXT'",
    "sip STRING, STRING, not a column: 'STRING'",
    "sip STRING, treceived STRING, two columns treceived in: ",
    "sip STRING, src_ip STRING, no column sip in: ",
    "sip STRING, [=sip], sip",
    "sip STRING, [#if], #if"
  })
  void anErrorNamesTheFileAndTheLine(String column, String changed, String reason)
      throws IOException {
    TableFiles files = new TableFiles(with("flow.sql.ftl", column, changed));

    String message = assertThrows(RuntimeException.class, files::all).getMessage();

    assertTrue(message.startsWith("ddl/templates/flow.sql.ftl: "), message);
    assertTrue(message.contains(reason), message);
    assertTrue(message.matches("(?s).*\"flow\\.sql\\.ftl\" (at|in) line \\d+.*"), message);
  }

  /** The templates, with one line of one of them changed. */
  private static TemplateLoader with(String template, String line, String changed)
      throws IOException {
    String text = Files.readString(TableFiles.TEMPLATES.resolve(template));
    String edited = text.replaceAll("\\b\\Q" + line + "\\E\\b", changed.replace("$", "\\$"));
    assertEquals(text.length() + changed.length() - line.length(), edited.length(), "not once");
    StringTemplateLoader strings = new StringTemplateLoader();
    strings.putTemplate(template, edited);
    return new MultiTemplateLoader(new TemplateLoader[] {strings, TableFiles.folder()});
  }

  private static Set<String> carrying(Map<String, Relation> relations, String column) {
    return relations.values().stream()
        .filter(r -> r.columns().contains(column) || r.partitions().contains(column))
        .map(Relation::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Relation relation(String file, String name) {
    return Relation.of(FILES.hive(file)).stream()
        .filter(relation -> relation.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> withoutComments(List<Relation> relations) {
    return relations.stream()
        .map(r -> r.name() + r.columns() + r.partitions() + r.location())
        .toList();
  }
}
