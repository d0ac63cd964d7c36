-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/why_proxy.sql: Impala looks at what other engines wrote since.
-- Reads: the tables it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/why_proxy.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1

REFRESH ${hivevar:dbname}.proxy_explanations;
REFRESH ${hivevar:dbname}.proxy_scores;
REFRESH ${hivevar:dbname}.proxy_scored_results;
REFRESH ${hivevar:dbname}.proxy_edge;
