-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Everything about an address on a day: with whom it spoke, as Apache Spot's expanded search has it, where it is in the results,
-- and what was said of it on any day.
-- Reads: flow, flow_scored_results, flow_verdicts (flow_feedback). Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); anchor, the address as it stands in the flows; limit_rows, how many of each.
-- Example: scripts/run_sql.sh sql/expanded_search_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar anchor=10.0.0.3 --hivevar limit_rows=100

-- The most flows first. Bytes and packets are those from srcip to dstip.
SELECT
  MIN(e.treceived) AS firstseen, MAX(e.treceived) AS lastseen, e.sip AS srcip, e.dip AS dstip, e.sport AS sport, e.dport AS dport,
  COUNT(*) AS conns,
  MAX(e.ipkt) AS maxpkts,
  CAST(SUM(CAST(e.ipkt AS DECIMAL(38, 0))) AS DOUBLE) / CASE WHEN COUNT(e.ipkt) > 0 THEN COUNT(e.ipkt) END AS avgpkts,
  MAX(e.ibyt) AS maxbyts,
  CAST(SUM(CAST(e.ibyt AS DECIMAL(38, 0))) AS DOUBLE) / CASE WHEN COUNT(e.ibyt) > 0 THEN COUNT(e.ibyt) END AS avgbyts
FROM ${hivevar:dbname}.flow e
WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d} AND (e.sip = '${hivevar:anchor}' OR e.dip = '${hivevar:anchor}')
GROUP BY e.sip, e.dip, e.sport, e.dport
ORDER BY conns DESC NULLS LAST, srcip ASC NULLS LAST, dstip ASC NULLS LAST, sport ASC NULLS LAST, dport ASC NULLS LAST
LIMIT ${hivevar:limit_rows};

SELECT
  r.score_method AS score_method, r.score_rank AS score_rank, r.score AS score, r.treceived AS treceived, r.sip AS sip, r.sport AS sport,
  r.dip AS dip, r.dport AS dport, r.proto AS proto, r.group_id AS group_id, r.allow_listed AS allow_listed, r.verdict AS verdict
FROM ${hivevar:dbname}.flow_scored_results r
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND (r.sip = '${hivevar:anchor}' OR r.dip = '${hivevar:anchor}')
ORDER BY score_method, score_rank ASC NULLS LAST, treceived, sip, dip, sport, dport, score
LIMIT ${hivevar:limit_rows};

-- The newest first.
SELECT
  v.event_day AS event_day, v.verdict AS verdict, v.feedback_scope AS feedback_scope, v.author AS author, v.given_at AS given_at,
  v.expires_on AS expires_on, v.score_method AS score_method, v.vocabulary AS vocabulary, v.ip AS ip, v.word AS word,
  v.problem AS problem
FROM ${hivevar:dbname}.flow_verdicts v
WHERE v.ip = '${hivevar:anchor}'
ORDER BY given_at DESC NULLS LAST, event_day DESC NULLS LAST, score_method, vocabulary, ip ASC NULLS LAST, word, verdict, feedback_scope, author, expires_on
LIMIT ${hivevar:limit_rows};
