-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows every verdict on proxy, the newest first, and whether it counts for a day, or why not: one row for each pair of IP and
-- word that it judges, of method profile a group. ip is NULL where it judges the word at every IP.
-- Reads: proxy_verdicts (proxy_feedback). Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC).
-- Example: scripts/run_sql.sh sql/feedback_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08

WITH statements AS (
  SELECT
    v.score_method, v.vocabulary, v.ip, v.word, v.verdict, v.feedback_scope, v.event_day, v.expires_on, v.given_at, v.author,
    v.origin, v.line_number, v.feedback_id,
    CASE
      WHEN v.problem IS NOT NULL THEN v.problem
      WHEN v.event_day > CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) THEN 'its event is of a later day'
      WHEN v.expires_on < CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) THEN 'it has expired'
      WHEN v.feedback_scope = 'event' AND v.event_day <> CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) THEN 'its scope is the day of its event'
    END AS why_not
  FROM ${hivevar:dbname}.proxy_verdicts v
  UNION ALL
  SELECT
    CAST(NULL AS STRING) AS score_method, CAST(NULL AS STRING) AS vocabulary, f.clientip AS ip, CAST(NULL AS STRING) AS word,
    f.verdict, f.feedback_scope, f.event_day, f.expires_on, f.given_at, f.author, f.origin, f.line_number, f.feedback_id, 'its event has no word' AS why_not
  FROM ${hivevar:dbname}.proxy_feedback f
  WHERE f.word_spot IS NULL AND f.word_psl IS NULL AND f.group_word IS NULL
),
aged AS (
  SELECT
    t.*,
    ROW_NUMBER() OVER (
      PARTITION BY t.score_method, t.vocabulary, t.ip, t.word, CASE WHEN t.why_not IS NULL THEN 0 ELSE 1 END
      ORDER BY
        t.given_at DESC NULLS LAST,
        t.line_number DESC NULLS LAST,
        t.verdict ASC NULLS LAST
    ) AS age_rank
  FROM statements t
),
-- What counts for each pair, and for each word at every IP.
newest AS (
  SELECT
    g.score_method, g.vocabulary, COALESCE(g.ip, '') AS ip, g.word, g.given_at,
    CONCAT(g.feedback_id, COALESCE(CONCAT(', line ', CAST(g.line_number AS STRING)), '')) AS statement_id
  FROM aged g
  WHERE g.why_not IS NULL AND g.age_rank = 1
)
SELECT
  CASE
    WHEN a.why_not IS NOT NULL THEN CONCAT('no: ', a.why_not)
    WHEN a.age_rank > 1 THEN CONCAT('no: newer is ', p.statement_id)
    WHEN a.ip IS NOT NULL AND w.given_at > a.given_at THEN CONCAT('no: newer is ', w.statement_id, ', on the word at every IP')
    ELSE 'yes'
  END AS counts,
  a.verdict AS verdict, a.feedback_scope AS feedback_scope, a.score_method AS score_method, a.vocabulary AS vocabulary,
  a.ip AS ip, a.word AS word,
  a.event_day AS event_day, a.expires_on AS expires_on, a.given_at AS given_at, a.author AS author,
  a.feedback_id AS feedback_id, a.line_number AS line_number, a.origin AS origin,
  ${hivevar:dbname}.sc_explain_word('proxy', a.score_method, a.vocabulary, '', a.word) AS explanation
FROM aged a
LEFT JOIN newest p ON a.score_method = p.score_method AND a.vocabulary = p.vocabulary AND COALESCE(a.ip, '') = p.ip AND a.word = p.word
LEFT JOIN newest w ON a.score_method = w.score_method AND a.vocabulary = w.vocabulary AND '' = w.ip AND a.word = w.word
ORDER BY given_at DESC NULLS LAST, feedback_id ASC NULLS LAST, line_number ASC NULLS LAST, score_method ASC NULLS LAST, vocabulary ASC NULLS LAST, ip ASC NULLS LAST, word ASC NULLS LAST, counts DESC;
