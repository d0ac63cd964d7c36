-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows a day's most suspicious flows, the lowest score first.
-- What was judged (sql/judge_flow.sql, or in Apache Spot's front end) is not on the list of its day any more.
-- Reads: flow_scored_results, flow_threat_investigation. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/suspicious_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

SELECT
  r.score_rank AS score_rank, r.score AS score, r.treceived AS treceived, r.sip AS sip, r.sport AS sport,
  r.dip AS dip, r.dport AS dport, r.proto AS proto, r.ipkt AS ipkt, r.ibyt AS ibyt, r.src_word AS src_word,
  r.dst_word AS dst_word,
  r.verdict AS verdict
FROM ${hivevar:dbname}.flow_scored_results r
LEFT JOIN (
  SELECT tstart, srcip, dstip, srcport, dstport
  FROM ${hivevar:dbname}.flow_threat_investigation
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  GROUP BY tstart, srcip, dstip, srcport, dstport
) j ON r.treceived = j.tstart AND r.sip = j.srcip AND r.dip = j.dstip AND r.sport = j.srcport AND r.dport = j.dstport
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank IS NOT NULL AND j.tstart IS NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
