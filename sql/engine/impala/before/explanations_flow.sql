-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/explanations_flow.sql: Impala looks at what other engines wrote since.
-- Reads: flow_explanations. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/explanations_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

REFRESH ${hivevar:dbname}.flow_explanations;
