-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows a day's most suspicious requests, the lowest score first.
-- What was judged (sql/judge_proxy.sql, or in Apache Spot's front end) is not on the list of its day any more.
-- Reads: proxy_scored_results, proxy_threat_investigation. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/suspicious_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar limit_rows=20

SELECT
  r.score_rank AS score_rank, r.score AS score, r.p_date AS p_date, r.p_time AS p_time, r.clientip AS clientip, r.host
  AS host, r.reqmethod AS reqmethod, r.respcode AS respcode, r.resconttype AS resconttype, r.scbytes AS scbytes,
  r.useragent AS useragent, r.fulluri AS fulluri, r.word AS word,
  r.verdict AS verdict
FROM ${hivevar:dbname}.proxy_scored_results r
LEFT JOIN (
  SELECT tdate, fulluri
  FROM ${hivevar:dbname}.proxy_threat_investigation
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  GROUP BY tdate, fulluri
) j ON r.p_date = j.tdate AND r.fulluri = j.fulluri
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank IS NOT NULL AND j.tdate IS NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
