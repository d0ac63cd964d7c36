-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Records the verdict of an analyst on a request: the one with the rank that sql/suspicious_proxy.sql shows of a day, or,
-- of method profile, on the group of the one with the rank that sql/suspicious_proxy_profile.sql shows. It counts from the
-- next counting, training and scoring on; docs/feedback.md says how.
-- Of method spot only the word of the vocabulary that the day was scored in is known here, the other is NULL: the verdict
-- counts under that vocabulary.
-- A group is an IP and a word. If it is risky (1 or 2), so are the groups of view event that its events belong to: each has a
-- row too, that they do not stay in the training.
--
-- Reads: proxy_scored_results, model_runs. Writes: proxy_feedback, the partition judged-run_id, and
-- proxy_threat_investigation, a row more; shows the former.
-- Variables: dbname; y, m, d, the scored day (UTC); score_method, spot or profile; score_rank, in that method's list; verdict,
-- 1 (high risk), 2 (medium) or 3 (low); feedback_scope, event (on that day), ip_word (on later days too) or word (at every IP);
-- author, letters, digits and _ . @ - only; expires_on, the last day that it holds for, yyyy-MM-dd or never; run_id,
-- milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/judge_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar score_rank=1 --hivevar verdict=3 --hivevar feedback_scope=ip_word --hivevar author=alice --hivevar expires_on=never
-- run_sql.sh sets dbname, score_method (spot) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar score_method=spot --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require('${hivevar:score_method}' IN ('spot', 'profile'), 'score_method has to be spot or profile, not ${hivevar:score_method}') AS method_is_known;

SELECT sc_require('${hivevar:verdict}' IN ('1', '2', '3'), 'verdict has to be 1 (high risk), 2 (medium) or 3 (low), not ${hivevar:verdict}') AS verdict_is_known;

SELECT sc_require('${hivevar:feedback_scope}' IN ('event', 'ip_word', 'word'),
  'feedback_scope has to be event, ip_word or word, not ${hivevar:feedback_scope}') AS scope_is_known;

SELECT sc_require(REGEXP_EXTRACT('${hivevar:author}', '^[A-Za-z0-9_.@-]+$', 0) <> '',
  'author has to be a name of letters, digits and _ . @ - only') AS author_is_a_name;

SELECT sc_require('${hivevar:expires_on}' = 'never' OR REGEXP_EXTRACT('${hivevar:expires_on}', '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', 0) <> '',
  'expires_on has to be never or a day such as 2016-12-31, not ${hivevar:expires_on}') AS expiry_is_a_day;

SELECT sc_require('${hivevar:expires_on}' = 'never' OR '${hivevar:expires_on}' >= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')),
  'expires_on ${hivevar:expires_on} is before the day of the event: the verdict would never count') AS expiry_is_not_over;

SELECT
  sc_require(
    COUNT(*) = 1,
    CASE '${hivevar:score_method}'
      WHEN 'profile' THEN 'proxy on ${hivevar:y}-${hivevar:m}-${hivevar:d} has no event of rank ${hivevar:score_rank} by method profile: sql/suspicious_proxy_profile.sql and sql/group_proxy.sql show the ranks'
      ELSE 'proxy on ${hivevar:y}-${hivevar:m}-${hivevar:d} has no event of rank ${hivevar:score_rank}: sql/suspicious_proxy.sql shows the ranks'
    END) AS event_is_there,
  sc_require(
    COUNT(o.vocabulary) = COUNT(*) OR '${hivevar:score_method}' = 'profile',
    CONCAT('model ', MAX(r.model_id), ', with which the day was scored, was dropped, and with it what vocabulary its words are of: score the day again')) AS vocabulary_is_known
FROM proxy_scored_results r
LEFT JOIN model_runs o ON r.model_id = o.model_id
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = '${hivevar:score_method}' AND r.score_rank = CAST('${hivevar:score_rank}' AS INT);

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM proxy_feedback
WHERE feedback_id = 'judged-${hivevar:run_id}';

WITH judged AS (
  SELECT r.*
  FROM proxy_scored_results r
  WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = '${hivevar:score_method}' AND r.score_rank = CAST('${hivevar:score_rank}' AS INT)
),
-- The requests that are listed with a group that is risky, and the groups of view event that they belong to.
listed AS (
  SELECT r.*
  FROM proxy_scored_results r
  JOIN judged j ON r.group_id = j.group_id
  WHERE
    r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'profile' AND r.score_rank IS NOT NULL
    AND '${hivevar:score_method}' = 'profile' AND '${hivevar:verdict}' IN ('1', '2')
),
belongs AS (
  SELECT
    r.p_date, r.p_time, r.clientip, r.host, r.reqmethod, r.useragent, r.resconttype, r.duration, r.username,
    r.webcat, r.referer, r.respcode, r.uriport, r.uripath, r.uriquery, r.serverip, r.scbytes, r.csbytes, r.fulluri,
    r.score_rank, CONCAT(r.clientip, ' ', r.word) AS group_id
  FROM listed r
  WHERE r.word IS NOT NULL
),
-- Of each the first event, but for the group that was judged.
others AS (
  SELECT b.*
  FROM (
    SELECT a.*, ROW_NUMBER() OVER (PARTITION BY a.group_id ORDER BY a.score_rank ASC NULLS LAST) AS place
    FROM belongs a
  ) b
  LEFT JOIN judged j ON b.group_id = j.group_id
  WHERE b.place = 1 AND j.group_id IS NULL
)
INSERT OVERWRITE TABLE proxy_feedback PARTITION (feedback_id = 'judged-${hivevar:run_id}')
SELECT
  e.p_date, e.p_time, e.clientip, e.host, e.reqmethod, e.useragent, e.resconttype, e.duration, e.username, e.webcat,
  e.referer, e.respcode, e.uriport, e.uripath, e.uriquery, e.serverip, e.scbytes, e.csbytes, e.fulluri,
  e.word_spot, e.word_psl,
  CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) AS event_day,
  CAST('${hivevar:verdict}' AS INT) AS verdict,
  '${hivevar:feedback_scope}' AS feedback_scope,
  '${hivevar:author}' AS author,
  sc_utc_time(UNIX_TIMESTAMP()) AS given_at,
  CASE WHEN '${hivevar:expires_on}' = 'never' THEN CAST(NULL AS STRING) ELSE '${hivevar:expires_on}' END AS expires_on,
  CAST(NULL AS STRING) AS origin,
  CAST(NULL AS BIGINT) AS line_number,
  REGEXP_EXTRACT(e.group_id, '^[^ ]*', 0) AS group_ip,
  SUBSTR(e.group_id, LENGTH(REGEXP_EXTRACT(e.group_id, '^[^ ]*', 0)) + 2) AS group_word
FROM (
  SELECT
    j.p_date, j.p_time, j.clientip, j.host, j.reqmethod, j.useragent, j.resconttype, j.duration, j.username,
    j.webcat, j.referer, j.respcode, j.uriport, j.uripath, j.uriquery, j.serverip, j.scbytes, j.csbytes, j.fulluri,
    CASE WHEN '${hivevar:score_method}' = 'spot' AND o.vocabulary = 'spot' THEN j.word END AS word_spot,
    CASE WHEN '${hivevar:score_method}' = 'spot' AND o.vocabulary = 'psl' THEN j.word END AS word_psl,
    j.group_id
  FROM judged j
  LEFT JOIN model_runs o ON j.model_id = o.model_id
  UNION ALL
  SELECT
    t.p_date, t.p_time, t.clientip, t.host, t.reqmethod, t.useragent, t.resconttype, t.duration, t.username,
    t.webcat, t.referer, t.respcode, t.uriport, t.uripath, t.uriquery, t.serverip, t.scbytes, t.csbytes, t.fulluri,
    CAST(NULL AS STRING) AS word_spot,
    CAST(NULL AS STRING) AS word_psl,
    t.group_id
  FROM others t
) e;

-- For the lists of the day, ours and that of Apache Spot's front end, which leave out what was judged: the request, of a group the
-- first.
INSERT INTO TABLE proxy_threat_investigation PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SELECT
  s.p_date AS tdate, s.fulluri, CAST('${hivevar:verdict}' AS INT) AS uri_sev
FROM (
  SELECT
    r.*,
    ROW_NUMBER() OVER (PARTITION BY COALESCE(r.group_id, CAST(r.score_rank AS STRING)) ORDER BY r.score_rank ASC NULLS LAST) AS place
  FROM proxy_scored_results r
  WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = '${hivevar:score_method}' AND r.score_rank IS NOT NULL
) s
JOIN (
  SELECT r.group_id, r.score_rank
  FROM proxy_scored_results r
  WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = '${hivevar:score_method}' AND r.score_rank = CAST('${hivevar:score_rank}' AS INT)
) j ON COALESCE(s.group_id, CAST(s.score_rank AS STRING)) = COALESCE(j.group_id, CAST(j.score_rank AS STRING))
WHERE s.place = 1;

SELECT
  f.feedback_id AS feedback_id, f.verdict AS verdict, f.feedback_scope AS feedback_scope, f.author AS author,
  f.given_at AS given_at, f.expires_on AS expires_on,
  f.p_date AS p_date, f.p_time AS p_time, f.clientip AS clientip, f.host AS host, f.fulluri AS fulluri,
  f.word_spot AS word_spot, f.word_psl AS word_psl,
  f.group_ip AS group_ip, f.group_word AS group_word
FROM proxy_feedback f
WHERE f.feedback_id = 'judged-${hivevar:run_id}'
ORDER BY group_ip ASC NULLS LAST, group_word ASC NULLS LAST;
