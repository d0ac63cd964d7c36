-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/count_words_dns_profile.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads; those it swaps, of which another engine may have made the partition.
-- Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/count_words_dns_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8

REFRESH ${hivevar:dbname}.dns;
REFRESH ${hivevar:dbname}.top_domains;
REFRESH ${hivevar:dbname}.user_domains;
REFRESH ${hivevar:dbname}.dns_clients;
REFRESH ${hivevar:dbname}.dns_known;
REFRESH ${hivevar:dbname}.dns_pairs;
REFRESH ${hivevar:dbname}.dns_fans;
REFRESH ${hivevar:dbname}.dns_word_counts;
