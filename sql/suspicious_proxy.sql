-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows a day's most suspicious requests, the lowest score first.
-- Reads: proxy_scored_results. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/suspicious_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar limit_rows=20

SELECT
  r.score_rank AS score_rank, r.score AS score, r.p_date AS p_date, r.p_time AS p_time, r.clientip AS clientip, r.host
  AS host, r.reqmethod AS reqmethod, r.respcode AS respcode, r.resconttype AS resconttype, r.scbytes AS scbytes,
  r.useragent AS useragent, r.fulluri AS fulluri, r.word AS word,
  r.verdict AS verdict
FROM ${hivevar:dbname}.proxy_scored_results r
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank IS NOT NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
