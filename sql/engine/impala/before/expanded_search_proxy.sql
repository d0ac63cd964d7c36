-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/expanded_search_proxy.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the views it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/expanded_search_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar anchor=example.com/index.html --hivevar limit_rows=100

REFRESH ${hivevar:dbname}.proxy;
REFRESH ${hivevar:dbname}.proxy_scored_results;
REFRESH ${hivevar:dbname}.proxy_feedback;
