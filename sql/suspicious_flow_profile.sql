-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows a day's most suspicious groups of flows by method profile, of each the first flow, the lowest score first. rows_listed
-- is how many flows are listed with the group, group_size how often the IP had the word, expected how often it was expected to;
-- sql/group_flow.sql shows the flows.
-- A group that was judged (sql/judge_flow.sql, scripts/feedback.sh) is not on the list of its day any more.
-- Reads: flow_scored_results, flow_feedback. Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC); limit_rows, how many.
-- Example: scripts/run_sql.sh sql/suspicious_flow_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20

SELECT
  e.score_rank AS score_rank, e.score AS score, e.score_view AS score_view, e.rows_listed AS rows_listed,
  e.group_size AS group_size, e.expected AS expected, e.log_p AS log_p, e.treceived AS treceived, e.sip AS sip, e.sport AS sport,
  e.dip AS dip, e.dport AS dport, e.proto AS proto, e.ipkt AS ipkt, e.ibyt AS ibyt,
  CONCAT(
    e.group_ip, ': ',
    COALESCE(
      ${hivevar:dbname}.sc_explain_word('flow', 'profile', 'spot', e.score_view, SUBSTR(e.group_id, LENGTH(e.group_ip) + 2)),
      SUBSTR(e.group_id, LENGTH(e.group_ip) + 2))) AS explanation,
  e.verdict AS verdict
FROM (
  SELECT
    r.*,
    REGEXP_EXTRACT(r.group_id, '^[^ ]*', 0) AS group_ip,
    ROW_NUMBER() OVER (PARTITION BY r.group_id ORDER BY r.score_rank ASC NULLS LAST) AS place,
    COUNT(*) OVER (PARTITION BY r.group_id) AS rows_listed
  FROM ${hivevar:dbname}.flow_scored_results r
  WHERE r.y = ${hivevar:y} AND r.m = ${hivevar:m} AND r.d = ${hivevar:d} AND r.score_method = 'profile' AND r.score_rank IS NOT NULL
) e
LEFT JOIN (
  SELECT v.group_id
  FROM (
    SELECT CONCAT(f.group_ip, ' ', f.group_word) AS group_id
    FROM ${hivevar:dbname}.flow_feedback f
    WHERE f.group_word IS NOT NULL AND f.event_day = CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0'))
  ) v
  GROUP BY v.group_id
) j ON e.group_id = j.group_id
WHERE e.place = 1 AND j.group_id IS NULL
ORDER BY score_rank ASC NULLS LAST
LIMIT ${hivevar:limit_rows};
