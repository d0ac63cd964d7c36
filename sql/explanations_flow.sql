-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Says why each of a day's published results is suspicious, the most suspicious first; sql/why_flow.sql tells all of one.
-- Reads: flow_explanations. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/explanations_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

SELECT x.score_rank AS score_rank, x.explanation AS explanation, x.surprisal_bits AS surprisal_bits, x.score_method AS score_method
FROM ${hivevar:dbname}.flow_explanations x
WHERE x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d}
ORDER BY score_rank ASC NULLS LAST
LIMIT ${hivevar:limit_rows};
