-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- After sql/oa_flow.sql: statistics of what it published, by which Impala plans the joins of those who look at it.
-- Reads: flow_scores. Writes: its statistics of the day.
-- Variables: dbname; y, m, d, the day (UTC).
-- Example: scripts/run_sql.sh --engine impala sql/oa_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_method=spot --hivevar limit_rows=300

COMPUTE INCREMENTAL STATS ${hivevar:dbname}.flow_scores
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d});
