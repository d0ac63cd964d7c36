-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/use_model.sql: Impala looks at what other engines wrote since.
-- Reads: the table it reads, and the one it swaps. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/use_model.sql --hivevar source=flow --hivevar model_id=0123456789abcdef

REFRESH ${hivevar:dbname}.model_runs;
REFRESH ${hivevar:dbname}.current_models;
