-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/score_flow_profile.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads; those it swaps, of which another engine may have made the partition.
-- Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/score_flow_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar threshold=1 --hivevar max_results=3000

REFRESH ${hivevar:dbname}.flow;
REFRESH ${hivevar:dbname}.flow_feedback;
REFRESH ${hivevar:dbname}.allow_list;
REFRESH ${hivevar:dbname}.flow_word_counts;
REFRESH ${hivevar:dbname}.flow_known;
REFRESH ${hivevar:dbname}.flow_pairs;
REFRESH ${hivevar:dbname}.flow_fans;
REFRESH ${hivevar:dbname}.flow_topic_mix;
REFRESH ${hivevar:dbname}.flow_word_topics;
REFRESH ${hivevar:dbname}.flow_word_parts;
REFRESH ${hivevar:dbname}.flow_own_counts;
REFRESH ${hivevar:dbname}.model_runs;
REFRESH ${hivevar:dbname}.current_models;
REFRESH ${hivevar:dbname}.flow_invalid;
REFRESH ${hivevar:dbname}.score_runs;
REFRESH ${hivevar:dbname}.flow_scored_results;
