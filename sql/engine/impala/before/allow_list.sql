-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/allow_list.sql: Impala looks at what other engines wrote since.
-- Reads: the table below the view it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/allow_list.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8

REFRESH ${hivevar:dbname}.allow_list;
