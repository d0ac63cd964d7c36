-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Records the verdict of an analyst on a flow: the one with the rank that sql/suspicious_flow.sql shows of a day.
-- It counts from the next run of sql/count_words_flow.sql and sql/score_flow.sql on; docs/feedback.md says how.
--
-- Reads: flow_scored_results. Writes: flow_feedback, the partition judged-run_id, of one row; shows it.
-- Variables: dbname; y, m, d, the scored day (UTC); score_rank; verdict, 1 (high risk), 2 (medium) or 3 (low); feedback_scope,
-- event (on that day), ip_word (on later days too) or word (at every IP); author, letters, digits and _ . @ - only;
-- expires_on, the last day that it holds for, yyyy-MM-dd or never; run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/judge_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1 --hivevar verdict=3 --hivevar feedback_scope=ip_word --hivevar author=alice --hivevar expires_on=never
-- run_sql.sh sets dbname and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
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
  sc_require(COUNT(*) = 1, 'flow on ${hivevar:y}-${hivevar:m}-${hivevar:d} has no event of rank ${hivevar:score_rank}: sql/suspicious_flow.sql shows the ranks') AS event_is_there
FROM flow_scored_results r
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank = CAST('${hivevar:score_rank}' AS INT);

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM flow_feedback
WHERE feedback_id = 'judged-${hivevar:run_id}';

INSERT OVERWRITE TABLE flow_feedback PARTITION (feedback_id = 'judged-${hivevar:run_id}')
SELECT
  r.treceived, r.tryear, r.trmonth, r.trday, r.trhour, r.trminute, r.trsec, r.tdur, r.sip, r.dip, r.sport,
  r.dport, r.proto, r.ipkt, r.ibyt, r.opkt, r.obyt,
  r.src_word, r.dst_word,
  CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) AS event_day,
  CAST('${hivevar:verdict}' AS INT) AS verdict,
  '${hivevar:feedback_scope}' AS feedback_scope,
  '${hivevar:author}' AS author,
  sc_utc_time(UNIX_TIMESTAMP()) AS given_at,
  CASE WHEN '${hivevar:expires_on}' = 'never' THEN CAST(NULL AS STRING) ELSE '${hivevar:expires_on}' END AS expires_on,
  CAST(NULL AS STRING) AS origin,
  CAST(NULL AS BIGINT) AS line_number,
  CAST(NULL AS STRING) AS group_ip,
  CAST(NULL AS STRING) AS group_word
FROM flow_scored_results r
WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'spot' AND r.score_rank = CAST('${hivevar:score_rank}' AS INT);

SELECT
  f.feedback_id AS feedback_id, f.verdict AS verdict, f.feedback_scope AS feedback_scope, f.author AS author,
  f.given_at AS given_at, f.expires_on AS expires_on,
  f.treceived AS treceived, f.sip AS sip, f.sport AS sport, f.dip AS dip, f.dport AS dport, f.src_word AS src_word,
  f.dst_word AS dst_word
FROM flow_feedback f
WHERE f.feedback_id = 'judged-${hivevar:run_id}';
