-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows a day's most suspicious DNS answers, the lowest score first.
-- What was judged (sql/judge_dns.sql, or in Apache Spot's front end) is not on the list of its day any more.
-- Reads: dns_scored_results, dns_threat_investigation. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/suspicious_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

SELECT
  r.score_rank AS score_rank, r.score AS score, r.frame_time AS frame_time, r.ip_dst AS ip_dst, r.dns_qry_name AS
  dns_qry_name, r.dns_qry_type AS dns_qry_type, r.dns_qry_rcode AS dns_qry_rcode, r.frame_len AS frame_len, r.word AS
  word,
  r.verdict AS verdict
FROM ${hivevar:dbname}.dns_scored_results r
LEFT JOIN (
  SELECT unix_tstamp, ip_dst, dns_qry_name
  FROM ${hivevar:dbname}.dns_threat_investigation
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  GROUP BY unix_tstamp, ip_dst, dns_qry_name
) j ON r.unix_tstamp = j.unix_tstamp AND r.ip_dst = j.ip_dst AND r.dns_qry_name = j.dns_qry_name
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank IS NOT NULL AND j.unix_tstamp IS NULL
ORDER BY r.score_rank
LIMIT ${hivevar:limit_rows};
