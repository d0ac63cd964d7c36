-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/models.sql: Impala looks at what other engines wrote since.
-- Reads: the tables it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/models.sql --hivevar source=flow

REFRESH ${hivevar:dbname}.model_runs;
REFRESH ${hivevar:dbname}.current_models;
