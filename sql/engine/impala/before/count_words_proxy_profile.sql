-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/count_words_proxy_profile.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads; those it swaps, of which another engine may have made the partition.
-- Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/count_words_proxy_profile.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08

REFRESH ${hivevar:dbname}.proxy;
REFRESH ${hivevar:dbname}.proxy_user_agents;
REFRESH ${hivevar:dbname}.top_domains;
REFRESH ${hivevar:dbname}.user_domains;
REFRESH ${hivevar:dbname}.proxy_clients;
REFRESH ${hivevar:dbname}.proxy_known;
REFRESH ${hivevar:dbname}.proxy_pairs;
REFRESH ${hivevar:dbname}.proxy_fans;
REFRESH ${hivevar:dbname}.proxy_word_counts;
