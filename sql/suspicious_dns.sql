-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows a day's most suspicious DNS answers, the lowest score first.
-- Reads: dns_scored_results. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/suspicious_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

SELECT
  r.score_rank AS score_rank, r.score AS score, r.frame_time AS frame_time, r.ip_dst AS ip_dst, r.dns_qry_name AS
  dns_qry_name, r.dns_qry_type AS dns_qry_type, r.dns_qry_rcode AS dns_qry_rcode, r.frame_len AS frame_len, r.word AS
  word,
  r.verdict AS verdict
FROM ${hivevar:dbname}.dns_scored_results r
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank IS NOT NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
