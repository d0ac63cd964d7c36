-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tells the whole story of one DNS answer that sql/oa_dns.sql published: what it was, why it is suspicious, and what happened
-- around it.
-- Reads: dns_explanations, dns_scores, dns_scored_results, dns_edge, dns_dendro. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); score_rank, as in dns_explanations.
-- Example: scripts/run_sql.sh sql/why_dns.sql --format tsv --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1

SELECT ${hivevar:dbname}.sc_require(
  COUNT(*) = 1,
  'dns on ${hivevar:y}-${hivevar:m}-${hivevar:d} has no published result of rank ${hivevar:score_rank}: sql/oa_dns.sql publishes the day, sql/suspicious_dns.sql shows the ranks') AS is_published
FROM ${hivevar:dbname}.dns_explanations x
WHERE x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank};

-- What it was.
SELECT
  x.score_rank AS score_rank, s.unix_tstamp AS unix_tstamp, s.frame_time AS frame_time, s.frame_len AS frame_len, s.ip_dst AS ip_dst,
  s.network_context AS network_context, s.dns_qry_name AS dns_qry_name, s.tld AS tld, s.query_rep AS query_rep,
  s.dns_qry_class_name AS dns_qry_class_name, s.dns_qry_type AS dns_qry_type, s.dns_qry_type_name AS dns_qry_type_name,
  s.dns_qry_rcode AS dns_qry_rcode, s.dns_qry_rcode_name AS dns_qry_rcode_name,
  r.word AS word, r.score AS score, r.verdict AS verdict, r.group_id AS group_id
FROM ${hivevar:dbname}.dns_explanations x
JOIN ${hivevar:dbname}.dns_scores s ON x.ml_score = s.ml_score
JOIN ${hivevar:dbname}.dns_scored_results r ON x.score_rank = r.score_rank AND x.score_method = r.score_method
WHERE
  x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank}
  AND s.y = ${hivevar:y} AND s.m = ${hivevar:m} AND s.d = ${hivevar:d}
  AND r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d};

-- Why it is suspicious.
SELECT
  x.explanation AS explanation, x.score_method AS score_method, x.model_id AS model_id, x.ip AS ip, x.word AS word,
  x.surprisal_bits AS surprisal_bits, x.ip_occurrences AS ip_occurrences, x.ip_words AS ip_words,
  x.all_occurrences AS all_occurrences, x.all_ips AS all_ips, x.all_words AS all_words, x.group_size AS group_size,
  x.expected AS expected, x.topic AS topic, x.topic_name AS topic_name, x.seen_here AS seen_here, x.seen_anywhere AS seen_anywhere
FROM ${hivevar:dbname}.dns_explanations x
WHERE x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank};

-- Who asked for the name within that hour.
SELECT
  e.unix_tstamp AS unix_tstamp, e.ip_dst AS ip_dst, e.network_context AS network_context, e.ip_src AS ip_src,
  e.dns_qry_type_name AS dns_qry_type_name, e.dns_qry_rcode_name AS dns_qry_rcode_name, e.frame_len AS frame_len, e.dns_a AS dns_a
FROM ${hivevar:dbname}.dns_edge e
JOIN (
  SELECT v.dns_qry_name, (v.unix_tstamp % 86400) DIV 3600 AS hh
  FROM ${hivevar:dbname}.dns_explanations x
  JOIN ${hivevar:dbname}.dns_scored_results v ON x.score_rank = v.score_rank AND x.score_method = v.score_method
  WHERE
    x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank}
    AND v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d}
) n ON e.dns_qry_name = n.dns_qry_name AND e.hh = n.hh
WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d}
ORDER BY e.unix_tstamp, e.ip_dst, e.ip_src, e.dns_qry_type_name, e.dns_qry_rcode_name, e.frame_len, e.dns_a
LIMIT 100;

-- What else the client asked for on the day.
SELECT t.unix_tstamp AS unix_tstamp, t.dns_qry_name AS dns_qry_name, t.dns_a AS dns_a
FROM ${hivevar:dbname}.dns_dendro t
JOIN (
  SELECT v.ip_dst
  FROM ${hivevar:dbname}.dns_explanations x
  JOIN ${hivevar:dbname}.dns_scored_results v ON x.score_rank = v.score_rank AND x.score_method = v.score_method
  WHERE
    x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank}
    AND v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d}
) n ON t.ip_dst = n.ip_dst
WHERE t.y = ${hivevar:y} AND t.m = ${hivevar:m} AND t.d = ${hivevar:d}
ORDER BY t.unix_tstamp, t.dns_qry_name, t.dns_a
LIMIT 100;
