-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/expanded_search_dns.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/expanded_search_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar anchor=example.com --hivevar limit_rows=100

REFRESH ${hivevar:dbname}.dns;
REFRESH ${hivevar:dbname}.dns_scored_results;
REFRESH ${hivevar:dbname}.dns_feedback;
