/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableDocumentationTest {
  private final TableFiles files = new TableFiles();
  private final List<String> definitions =
      List.of("flow", "dns", "proxy", "common").stream().map(files::hive).toList();
  private final RelationUsers users = new RelationUsers(definitions);

  @Test
  void everyTableIsWrittenBySomebody() {
    List<String> orphans =
        definitions.stream()
            .flatMap(sql -> Relation.of(sql).stream())
            .filter(relation -> !relation.isView() && !relation.name().endsWith("_staging"))
            .map(Relation::name)
            .filter(name -> users.writers(name).isEmpty())
            .toList();
    assertEquals(List.of(), orphans);
  }

  @Test
  void aViewAndAFileReadWhatTheirStatementsName() {
    assertTrue(users.readers("flow").contains("flow_events"));
    assertTrue(users.readers("flow").contains("sql/oa_flow.sql"));
    assertTrue(users.readers("flow_explanations").contains("sql/why_flow.sql"));
    assertTrue(users.readers("proxy_topic_top_words").contains("sql/topic_words.sql"));
    assertTrue(users.readers("dns_events_psl").contains("sql/score_dns.sql"));
  }

  @Test
  void aFileWritesWhatItInsertsIntoOrPointsToItsRows() {
    assertEquals(Set.of("sql/oa_flow.sql"), users.writers("flow_explanations"));
    assertEquals(Set.of("sql/allow.sql"), users.writers("allow_list"));
    assertEquals(Set.of("sql/lock.sql"), users.writers("run_locks"));
  }

  @Test
  void aColumnWithoutMeaningStopsTheBuild() {
    ColumnMeanings meanings = new ColumnMeanings();
    String message =
        assertThrows(IllegalStateException.class, () -> meanings.of("flow", "colour")).getMessage();
    assertEquals(
        "no unit and meaning of flow.colour: add a row to ddl/templates/columns.tsv", message);
  }

  @Test
  void aMeaningOfOneTableGoesBeforeThatOfTheName() {
    ColumnMeanings meanings = new ColumnMeanings();
    assertEquals("1, 2 or 3", meanings.of("flow_threat_investigation", "score").unit());
    assertEquals("0 to 1", meanings.of("flow_scores", "score").unit());
  }
}
