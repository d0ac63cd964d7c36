-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows a day's most suspicious flows, the lowest score first.
-- Reads: flow_scored_results. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/suspicious_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

SELECT
  r.score_rank AS score_rank, r.score AS score, r.treceived AS treceived, r.sip AS sip, r.sport AS sport,
  r.dip AS dip, r.dport AS dport, r.proto AS proto, r.ipkt AS ipkt, r.ibyt AS ibyt, r.src_word AS src_word,
  r.dst_word AS dst_word,
  r.verdict AS verdict
FROM ${hivevar:dbname}.flow_scored_results r
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank IS NOT NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
