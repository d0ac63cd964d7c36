-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/score_dns_profile.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads; those it swaps, of which another engine may have made the partition.
-- Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/score_dns_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar threshold=1 --hivevar max_results=3000

REFRESH ${hivevar:dbname}.dns;
REFRESH ${hivevar:dbname}.top_domains;
REFRESH ${hivevar:dbname}.user_domains;
REFRESH ${hivevar:dbname}.dns_feedback;
REFRESH ${hivevar:dbname}.allow_list;
REFRESH ${hivevar:dbname}.dns_word_counts;
REFRESH ${hivevar:dbname}.dns_known;
REFRESH ${hivevar:dbname}.dns_pairs;
REFRESH ${hivevar:dbname}.dns_fans;
REFRESH ${hivevar:dbname}.dns_topic_mix;
REFRESH ${hivevar:dbname}.dns_word_topics;
REFRESH ${hivevar:dbname}.dns_word_parts;
REFRESH ${hivevar:dbname}.dns_own_counts;
REFRESH ${hivevar:dbname}.model_runs;
REFRESH ${hivevar:dbname}.current_models;
REFRESH ${hivevar:dbname}.dns_invalid;
REFRESH ${hivevar:dbname}.score_runs;
REFRESH ${hivevar:dbname}.dns_scored_results;
