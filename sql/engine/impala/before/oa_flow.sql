-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/oa_flow.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads; those it swaps, of which another engine may have made the partition.
-- Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/oa_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_method=spot --hivevar limit_rows=300

REFRESH ${hivevar:dbname}.flow;
REFRESH ${hivevar:dbname}.flow_scored_results;
REFRESH ${hivevar:dbname}.flow_word_counts;
REFRESH ${hivevar:dbname}.flow_topic_mix;
REFRESH ${hivevar:dbname}.flow_word_topics;
REFRESH ${hivevar:dbname}.flow_topics;
REFRESH ${hivevar:dbname}.flow_topic_top_words;
REFRESH ${hivevar:dbname}.score_runs;
REFRESH ${hivevar:dbname}.model_runs;
REFRESH ${hivevar:dbname}.network_context;
REFRESH ${hivevar:dbname}.geoip_networks;
REFRESH ${hivevar:dbname}.threat_intelligence;
REFRESH ${hivevar:dbname}.flow_ingest_summary;
REFRESH ${hivevar:dbname}.flow_edge;
REFRESH ${hivevar:dbname}.flow_chords;
REFRESH ${hivevar:dbname}.flow_explanations;
REFRESH ${hivevar:dbname}.flow_scores;
