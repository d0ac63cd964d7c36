-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tells the whole story of one request that sql/oa_proxy.sql published: what it was, why it is suspicious, and what happened
-- around it.
-- Reads: proxy_explanations, proxy_scores, proxy_scored_results, proxy_edge. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); score_rank, as in proxy_explanations.
-- Example: scripts/run_sql.sh sql/why_proxy.sql --format tsv --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1

SELECT ${hivevar:dbname}.sc_require(
  COUNT(*) = 1,
  'proxy on ${hivevar:y}-${hivevar:m}-${hivevar:d} has no published result of rank ${hivevar:score_rank}: sql/oa_proxy.sql publishes the day, sql/suspicious_proxy.sql shows the ranks') AS is_published
FROM ${hivevar:dbname}.proxy_explanations x
WHERE x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank};

-- What it was.
SELECT
  x.score_rank AS score_rank, s.tdate AS tdate, r.p_time AS p_time, s.clientip AS clientip, s.network_context AS network_context,
  s.username AS username, s.reqmethod AS reqmethod, s.fulluri AS fulluri, s.host AS host, s.serverip AS serverip,
  s.uri_rep AS uri_rep, s.respcode AS respcode, s.respcode_name AS respcode_name, s.useragent AS useragent,
  s.resconttype AS resconttype, s.referer AS referer, s.webcat AS webcat, s.duration AS duration, s.scbytes AS scbytes,
  s.csbytes AS csbytes,
  r.word AS word, r.score AS score, r.verdict AS verdict, r.group_id AS group_id
FROM ${hivevar:dbname}.proxy_explanations x
JOIN ${hivevar:dbname}.proxy_scores s ON x.ml_score = s.ml_score
JOIN ${hivevar:dbname}.proxy_scored_results r ON x.score_rank = r.score_rank AND x.score_method = r.score_method
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
FROM ${hivevar:dbname}.proxy_explanations x
WHERE x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank};

-- The client's requests for the URI within that hour.
SELECT
  e.`time` AS p_time, e.reqmethod AS reqmethod, e.respcode AS respcode, e.respcode_name AS respcode_name, e.serverip AS serverip,
  e.useragent AS useragent, e.resconttype AS resconttype, e.referer AS referer, e.scbytes AS scbytes, e.csbytes AS csbytes
FROM ${hivevar:dbname}.proxy_edge e
JOIN (
  SELECT v.clientip, v.fulluri, REGEXP_EXTRACT(v.p_time, '^[^:]*', 0) AS hour_text
  FROM ${hivevar:dbname}.proxy_explanations x
  JOIN ${hivevar:dbname}.proxy_scored_results v ON x.score_rank = v.score_rank AND x.score_method = v.score_method
  WHERE
    x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank}
    AND v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d}
) n ON e.clientip = n.clientip AND e.fulluri = n.fulluri AND REGEXP_EXTRACT(e.`time`, '^[^:]*', 0) = n.hour_text
WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d}
ORDER BY e.`time`, e.reqmethod, e.respcode, e.serverip, e.useragent, e.resconttype, e.referer, e.scbytes, e.csbytes
LIMIT 100;
