-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tells the whole story of one flow that sql/oa_flow.sql published: what it was, why it is suspicious, and what happened
-- around it.
-- Reads: flow_explanations, flow_scores, flow_scored_results, flow_edge, flow_chords. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); score_rank, as in flow_explanations.
-- Example: scripts/run_sql.sh sql/why_flow.sql --format tsv --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1

SELECT ${hivevar:dbname}.sc_require(
  COUNT(*) = 1,
  'flow on ${hivevar:y}-${hivevar:m}-${hivevar:d} has no published result of rank ${hivevar:score_rank}: sql/oa_flow.sql publishes the day, sql/suspicious_flow.sql shows the ranks') AS is_published
FROM ${hivevar:dbname}.flow_explanations x
WHERE x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank};

-- What it was.
SELECT
  x.score_rank AS score_rank, s.tstart AS tstart, s.srcip AS srcip, s.sport AS sport, s.dstip AS dstip, s.dport AS dport,
  s.proto AS proto, s.ipkt AS ipkt, s.ibyt AS ibyt, s.opkt AS opkt, s.obyt AS obyt, s.srcip_internal AS srcip_internal,
  s.dstip_internal AS dstip_internal, s.src_geoloc AS src_geoloc, s.dst_geoloc AS dst_geoloc, s.src_domain AS src_domain,
  s.dst_domain AS dst_domain, s.src_rep AS src_rep, s.dst_rep AS dst_rep,
  r.src_word AS src_word, r.dst_word AS dst_word, r.score AS score, r.verdict AS verdict, r.group_id AS group_id
FROM ${hivevar:dbname}.flow_explanations x
JOIN ${hivevar:dbname}.flow_scores s ON x.ml_score = s.ml_score
JOIN ${hivevar:dbname}.flow_scored_results r ON x.score_rank = r.score_rank AND x.score_method = r.score_method
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
FROM ${hivevar:dbname}.flow_explanations x
WHERE x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank};

-- What the two sent each other in that minute.
SELECT
  e.tstart AS tstart, e.srcip AS srcip, e.sport AS sport, e.dstip AS dstip, e.dport AS dport, e.proto AS proto, e.flags AS flags,
  e.ipkt AS ipkt, e.ibyt AS ibyt, e.opkt AS opkt, e.obyt AS obyt
FROM ${hivevar:dbname}.flow_edge e
JOIN (
  SELECT v.sip, v.dip, v.trhour, v.trminute
  FROM ${hivevar:dbname}.flow_explanations x
  JOIN ${hivevar:dbname}.flow_scored_results v ON x.score_rank = v.score_rank AND x.score_method = v.score_method
  WHERE
    x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank}
    AND v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d}
) n ON e.hh = n.trhour AND e.mn = n.trminute
WHERE
  e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d}
  AND ((e.srcip = n.sip AND e.dstip = n.dip) OR (e.srcip = n.dip AND e.dstip = n.sip))
ORDER BY e.tstart, e.srcip, e.sport, e.dstip, e.dport, e.proto, e.flags, e.ipkt, e.ibyt, e.opkt, e.obyt
LIMIT 100;

-- What either sent its suspicious peers on the whole day, and they it.
SELECT c.ip_threat AS ip_threat, c.srcip AS srcip, c.dstip AS dstip, c.ipkt AS ipkt, c.ibyt AS ibyt
FROM ${hivevar:dbname}.flow_chords c
JOIN (
  SELECT v.sip, v.dip, v.y, v.m, v.d
  FROM ${hivevar:dbname}.flow_explanations x
  JOIN ${hivevar:dbname}.flow_scored_results v ON x.score_rank = v.score_rank AND x.score_method = v.score_method
  WHERE
    x.y = ${hivevar:y} AND x.m = ${hivevar:m} AND x.d = ${hivevar:d} AND x.score_rank = ${hivevar:score_rank}
    AND v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d}
) n ON c.y = n.y AND c.m = n.m AND c.d = n.d
WHERE c.y = ${hivevar:y} AND c.m = ${hivevar:m} AND c.d = ${hivevar:d} AND (c.ip_threat = n.sip OR c.ip_threat = n.dip)
ORDER BY c.ip_threat, c.ibyt DESC, c.srcip, c.dstip
LIMIT 100;
