-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Everything about a client or a name on a day: what it asked for or who asked for it, as Apache Spot's expanded search has it
-- but for a registered domain too, where it is in the results, and what was said of the client on any day.
-- Reads: dns, dns_scored_results, dns_verdicts (dns_feedback). Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); anchor, the address of a client or a name as they stand in the answers, or a
-- registered domain; limit_rows, how many of each.
-- Example: scripts/run_sql.sh sql/expanded_search_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar anchor=example.com --hivevar limit_rows=100

-- The most answers first.
SELECT
  COUNT(*) AS total, e.dns_qry_name AS dns_qry_name, e.ip_dst AS ip_dst, MIN(e.unix_tstamp) AS firstseen, MAX(e.unix_tstamp) AS lastseen,
  COUNT(CASE WHEN e.dns_qry_rcode = 3 THEN 1 END) AS nxdomain
FROM ${hivevar:dbname}.dns e
WHERE
  e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d}
  AND (e.ip_dst = '${hivevar:anchor}' OR e.dns_qry_name = '${hivevar:anchor}' OR ${hivevar:dbname}.sc_registered_domain(e.dns_qry_name) = '${hivevar:anchor}')
GROUP BY e.dns_qry_name, e.ip_dst
ORDER BY total DESC NULLS LAST, dns_qry_name ASC NULLS LAST, ip_dst ASC NULLS LAST
LIMIT ${hivevar:limit_rows};

SELECT
  r.score_method AS score_method, r.score_rank AS score_rank, r.score AS score, r.frame_time AS frame_time, r.ip_dst AS ip_dst,
  r.dns_qry_name AS dns_qry_name, r.dns_qry_type AS dns_qry_type, r.dns_qry_rcode AS dns_qry_rcode, r.group_id AS group_id,
  r.allow_listed AS allow_listed, r.verdict AS verdict
FROM ${hivevar:dbname}.dns_scored_results r
WHERE
  r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d}
  AND (r.ip_dst = '${hivevar:anchor}' OR r.dns_qry_name = '${hivevar:anchor}' OR ${hivevar:dbname}.sc_registered_domain(r.dns_qry_name) = '${hivevar:anchor}')
ORDER BY score_method, score_rank ASC NULLS LAST, frame_time, ip_dst, dns_qry_name, dns_qry_type, dns_qry_rcode, score
LIMIT ${hivevar:limit_rows};

-- The newest first.
SELECT
  v.event_day AS event_day, v.verdict AS verdict, v.feedback_scope AS feedback_scope, v.author AS author, v.given_at AS given_at,
  v.expires_on AS expires_on, v.score_method AS score_method, v.vocabulary AS vocabulary, v.ip AS ip, v.word AS word,
  v.problem AS problem
FROM ${hivevar:dbname}.dns_verdicts v
WHERE v.ip = '${hivevar:anchor}'
ORDER BY given_at DESC NULLS LAST, event_day DESC NULLS LAST, score_method, vocabulary, ip ASC NULLS LAST, word, verdict, feedback_scope, author, expires_on
LIMIT ${hivevar:limit_rows};
