-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/score_runs.sql: Impala looks at what other engines wrote since.
-- Reads: the tables it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/score_runs.sql --hivevar source=flow --hivevar y=2016 --hivevar m=7 --hivevar d=8

REFRESH ${hivevar:dbname}.score_runs;
REFRESH ${hivevar:dbname}.model_runs;
