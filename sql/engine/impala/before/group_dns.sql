-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/group_dns.sql: Impala looks at what other engines wrote since.
-- Reads: the table it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/group_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1 --hivevar limit_rows=100

REFRESH ${hivevar:dbname}.dns_scored_results;
