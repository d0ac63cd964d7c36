-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Opens a group of method profile: the DNS answers that are listed with the one of a rank of sql/suspicious_dns_profile.sql.
-- Reads: dns_scored_results. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); score_rank; limit_rows, how many.
-- Example: scripts/run_sql.sh sql/group_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1 --hivevar limit_rows=100

SELECT
  r.score_rank AS score_rank, r.frame_time AS frame_time, r.ip_dst AS ip_dst, r.dns_qry_name AS dns_qry_name,
  r.dns_qry_class AS dns_qry_class, r.dns_qry_type AS dns_qry_type, r.dns_qry_rcode AS dns_qry_rcode,
  r.frame_len AS frame_len, r.word AS word, r.group_id AS group_id
FROM ${hivevar:dbname}.dns_scored_results r
JOIN (
  SELECT group_id
  FROM ${hivevar:dbname}.dns_scored_results
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d} AND score_method = 'profile' AND score_rank = ${hivevar:score_rank}
) g ON r.group_id = g.group_id
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'profile' AND r.score_rank IS NOT NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
