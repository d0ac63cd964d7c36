-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/feedback_proxy.sql: Impala looks at what other engines wrote since.
-- Reads: the table below the view it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/feedback_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08

REFRESH ${hivevar:dbname}.proxy_feedback;
