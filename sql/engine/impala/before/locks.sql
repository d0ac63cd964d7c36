-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/locks.sql: Impala looks at what other engines wrote since.
-- Reads: the table it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/locks.sql --hivevar source=flow --hivevar event_day=2016-07-08

REFRESH ${hivevar:dbname}.run_locks;
