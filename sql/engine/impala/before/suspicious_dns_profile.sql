-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/suspicious_dns_profile.sql: Impala looks at what other engines wrote since.
-- Reads: the table it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/suspicious_dns_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

REFRESH ${hivevar:dbname}.dns_scored_results;
REFRESH ${hivevar:dbname}.dns_feedback;
