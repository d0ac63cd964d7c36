-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/history_days.sql: Impala looks at what other engines wrote since.
-- Reads: the table it reads. Writes: nothing.
-- Variables: dbname; source, such as flow.
-- Example: scripts/run_sql.sh --engine impala sql/history_days.sql --hivevar source=flow --hivevar from_day=2016-07-01 --hivevar event_day=2016-07-08

REFRESH ${hivevar:dbname}.${hivevar:source}_word_counts;
