-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Opens a group of method profile: the requests that are listed with the one of a rank of sql/suspicious_proxy_profile.sql.
-- Reads: proxy_scored_results. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); score_rank; limit_rows, how many.
-- Example: scripts/run_sql.sh sql/group_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar score_rank=1 --hivevar limit_rows=100

SELECT
  r.score_rank AS score_rank, r.p_date AS p_date, r.p_time AS p_time, r.clientip AS clientip, r.host AS host,
  r.reqmethod AS reqmethod, r.respcode AS respcode, r.resconttype AS resconttype, r.scbytes AS scbytes,
  r.csbytes AS csbytes, r.useragent AS useragent, r.referer AS referer, r.fulluri AS fulluri, r.word AS word,
  r.group_id AS group_id
FROM ${hivevar:dbname}.proxy_scored_results r
JOIN (
  SELECT group_id
  FROM ${hivevar:dbname}.proxy_scored_results
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d} AND score_method = 'profile' AND score_rank = ${hivevar:score_rank}
) g ON r.group_id = g.group_id
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'profile' AND r.score_rank IS NOT NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
