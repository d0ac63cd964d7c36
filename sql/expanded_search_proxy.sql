-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Everything about a URI, a host or a client on a day: the requests for it, by it, and those that it referred to, as Apache Spot's
-- expanded search has them, where it is in the results, and what was said of the client on any day.
-- Reads: proxy, proxy_scored_results, proxy_verdicts (proxy_feedback). Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC), m and d with two digits; anchor, a URI, host or client as they stand in the requests;
-- limit_rows, how many of each.
-- Example: scripts/run_sql.sh sql/expanded_search_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar anchor=example.com/index.html --hivevar limit_rows=100

-- In the order of their time.
SELECT
  e.p_date AS p_date, e.p_time AS p_time, e.clientip AS clientip, e.username AS username, e.duration AS duration, e.fulluri AS fulluri,
  e.webcat AS webcat, e.respcode AS respcode, e.reqmethod AS reqmethod, e.useragent AS useragent, e.resconttype AS resconttype,
  e.referer AS referer, e.uriport AS uriport, e.serverip AS serverip, e.scbytes AS scbytes, e.csbytes AS csbytes
FROM ${hivevar:dbname}.proxy e
WHERE
  e.y = '${hivevar:y}' AND e.m = '${hivevar:m}' AND e.d = '${hivevar:d}'
  AND (e.fulluri = '${hivevar:anchor}' OR e.referer = '${hivevar:anchor}' OR e.host = '${hivevar:anchor}' OR e.clientip = '${hivevar:anchor}')
ORDER BY
  p_date ASC NULLS LAST, p_time ASC NULLS LAST, clientip ASC NULLS LAST, fulluri ASC NULLS LAST, reqmethod ASC NULLS LAST,
  respcode ASC NULLS LAST, useragent ASC NULLS LAST, resconttype ASC NULLS LAST, referer ASC NULLS LAST, uriport ASC NULLS LAST,
  serverip ASC NULLS LAST, scbytes ASC NULLS LAST, csbytes ASC NULLS LAST, duration ASC NULLS LAST, username ASC NULLS LAST, webcat ASC NULLS LAST
LIMIT ${hivevar:limit_rows};

SELECT
  r.score_method AS score_method, r.score_rank AS score_rank, r.score AS score, r.p_date AS p_date, r.p_time AS p_time,
  r.clientip AS clientip, r.reqmethod AS reqmethod, r.fulluri AS fulluri, r.respcode AS respcode, r.useragent AS useragent,
  r.group_id AS group_id, r.allow_listed AS allow_listed, r.verdict AS verdict
FROM ${hivevar:dbname}.proxy_scored_results r
WHERE
  r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d}
  AND (r.fulluri = '${hivevar:anchor}' OR r.referer = '${hivevar:anchor}' OR r.host = '${hivevar:anchor}' OR r.clientip = '${hivevar:anchor}')
ORDER BY score_method, score_rank ASC NULLS LAST, p_date, p_time, clientip, fulluri, reqmethod, respcode, useragent, score
LIMIT ${hivevar:limit_rows};

-- The newest first.
SELECT
  v.event_day AS event_day, v.verdict AS verdict, v.feedback_scope AS feedback_scope, v.author AS author, v.given_at AS given_at,
  v.expires_on AS expires_on, v.score_method AS score_method, v.vocabulary AS vocabulary, v.ip AS ip, v.word AS word,
  v.problem AS problem
FROM ${hivevar:dbname}.proxy_verdicts v
WHERE v.ip = '${hivevar:anchor}'
ORDER BY given_at DESC NULLS LAST, event_day DESC NULLS LAST, score_method, vocabulary, ip ASC NULLS LAST, word, verdict, feedback_scope, author, expires_on
LIMIT ${hivevar:limit_rows};
