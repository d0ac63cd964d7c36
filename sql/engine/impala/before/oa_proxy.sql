-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/oa_proxy.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads; those it swaps, of which another engine may have made the partition.
-- Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/oa_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar score_method=spot --hivevar limit_rows=300

REFRESH ${hivevar:dbname}.proxy;
REFRESH ${hivevar:dbname}.proxy_scored_results;
REFRESH ${hivevar:dbname}.proxy_word_counts;
REFRESH ${hivevar:dbname}.proxy_topic_mix;
REFRESH ${hivevar:dbname}.proxy_word_topics;
REFRESH ${hivevar:dbname}.proxy_topics;
REFRESH ${hivevar:dbname}.proxy_topic_top_words;
REFRESH ${hivevar:dbname}.score_runs;
REFRESH ${hivevar:dbname}.model_runs;
REFRESH ${hivevar:dbname}.network_context;
REFRESH ${hivevar:dbname}.geoip_networks;
REFRESH ${hivevar:dbname}.threat_intelligence;
REFRESH ${hivevar:dbname}.iana_names;
REFRESH ${hivevar:dbname}.proxy_ingest_summary;
REFRESH ${hivevar:dbname}.proxy_edge;
REFRESH ${hivevar:dbname}.proxy_explanations;
REFRESH ${hivevar:dbname}.proxy_scores;
