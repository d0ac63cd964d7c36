-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/why_dns.sql: Impala looks at what other engines wrote since.
-- Reads: the tables it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/why_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1

REFRESH ${hivevar:dbname}.dns_explanations;
REFRESH ${hivevar:dbname}.dns_scores;
REFRESH ${hivevar:dbname}.dns_scored_results;
REFRESH ${hivevar:dbname}.dns_edge;
REFRESH ${hivevar:dbname}.dns_dendro;
