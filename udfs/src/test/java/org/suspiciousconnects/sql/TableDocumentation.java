/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.List;
import java.util.stream.Collectors;

/** The tables and views for people who query them, read from the files that make them. */
final class TableDocumentation {
  private static final String STAGING = "_staging";

  private TableDocumentation() {}

  /** Of these files, in this order, as Markdown. */
  static String of(TableFiles files, List<String> names) {
    StringBuilder text =
        new StringBuilder(
            """
            # Tables and views

            `ddl/` makes them on Hive and Spark SQL, `ddl/impala/` on Impala, with the same names, columns and types. All tables are
            external and hold Parquet. `SOURCE` is `flow`, `dns` or `proxy`; days are UTC.

            | who | reads | writes |
            |---|---|---|
            | `scripts/load.sh` | log files, lists, MaxMind databases, threat feeds | `SOURCE`, `SOURCE_rejected_lines`, `loaded_files`; `top_domains`; `geoip_networks`; `threat_intelligence`, `threat_intelligence_rejected_lines` |
            | an operator | | `user_domains`, `network_context`, `allow_list` |
            | `scripts/check.sh` | all tables, views and functions | |
            | `scripts/feedback.sh` | Apache Spot's `ml_feedback.csv`, `SOURCE`, `SOURCE_scored_results` | `SOURCE_feedback`, `SOURCE_rejected_lines` |
            | `sql/judge_SOURCE.sql` | `SOURCE_scored_results`, `model_runs` | `SOURCE_feedback` |
            | `sql/feedback_SOURCE.sql` | `SOURCE_feedback` | |
            | `sql/allow.sql` | | `allow_list` |
            | `sql/allow_list.sql` | `allow_list` | |
            | `sql/count_words_SOURCE.sql` | `SOURCE`, `top_domains`, `user_domains`, `SOURCE_feedback` | `SOURCE_word_counts`; of proxy also `proxy_user_agents` |
            | `scripts/train.sh` | `SOURCE_word_counts`; of method profile also `SOURCE_feedback` | `SOURCE_topic_mix`, `SOURCE_word_topics`, `SOURCE_topics`, `SOURCE_topic_top_words`, `model_runs`, `current_models`; of method profile also `SOURCE_word_parts`, `SOURCE_own_counts` |
            | `sql/use_model.sql` | `model_runs` | `current_models` |
            | `sql/score_SOURCE.sql` | `SOURCE`, `top_domains`, `user_domains`, the model's tables, `SOURCE_feedback`, `allow_list` | `SOURCE_scored_results`, `SOURCE_invalid`, `score_runs` |
            | `sql/suspicious_SOURCE.sql` | `SOURCE_scored_results` | |
            | `sql/oa_SOURCE.sql` | `SOURCE`, `SOURCE_scored_results`, `score_runs`, `SOURCE_word_counts`, the model's tables, `network_context`, `geoip_networks`, `threat_intelligence`, `iana_names` | `SOURCE_scores`, `SOURCE_edge`, `SOURCE_ingest_summary`, `SOURCE_explanations`; `flow_chords`, `dns_dendro` |
            | `sql/why_SOURCE.sql` | `SOURCE_scores`, `SOURCE_explanations`, `SOURCE_scored_results`, `SOURCE_edge`, `flow_chords`, `dns_dendro` | |
            | Apache Spot's API | the tables of its front end | `SOURCE_threat_investigation`, `SOURCE_storyboard`, `flow_timeline`, `dns_threat_dendro`, `proxy_timeline` |
            | `scripts/export.sh` | `SOURCE_scored_results` | Apache Spot's `SOURCE_results.csv` |
            | `scripts/evaluate.sh` | labels, `SOURCE`, `SOURCE_invalid`, `SOURCE_scored_results`, `score_runs` | |
            | `sql/lock.sql`, `sql/unlock.sql` | `run_locks` | `run_locks` |
            | `sql/add_user_domain.sql` | `user_domains` | `user_domains` |

            A table whose partitions a step replaces has a second one beside it: the same columns, its name and `_staging`,
            partitioned by `run_id STRING`. The step writes there and then points the partition to what it wrote.
            """);
    names.forEach(name -> text.append(section(files.hive(name))));
    return text + "\n<!-- Generated from ddl/templates/: change that, not this file. -->\n";
  }

  private static String section(String sql) {
    List<Relation> relations = Relation.of(sql);
    String title = sql.lines().skip(3).findFirst().orElseThrow().replaceFirst("^-- (.*)\\.$", "$1");
    return "\n## %s\n".formatted(title)
        + relations.stream()
            .filter(relation -> !relation.name().endsWith(STAGING))
            .map(TableDocumentation::entry)
            .collect(Collectors.joining());
  }

  private static String entry(Relation relation) {
    return "\n### %s%s\n".formatted(relation.name(), relation.isView() ? ", a view" : "")
        + String.join("\n", relation.comment()).replace("<", "\\<")
        + "\n"
        + list("Columns", relation.columns())
        + list("Partitions", relation.partitions());
  }

  private static String list(String what, List<String> columns) {
    return columns.isEmpty()
        ? ""
        : "\n%s: %s\n"
            .formatted(
                what, columns.stream().map(c -> "`" + c + "`").collect(Collectors.joining(", ")));
  }
}
