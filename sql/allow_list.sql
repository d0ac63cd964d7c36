-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lists the entries of the allow-list, and whether each is in force on a day, or why not: what is wrong with it, or that it
-- has ended.
-- Reads: allow_list_entries (allow_list). Writes: nothing.
-- Variables: dbname; y, m, d, the day (UTC).
-- Example: scripts/run_sql.sh sql/allow_list.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8

SELECT
  COALESCE(e.source, 'all') AS source, e.kind AS kind, e.entry_value AS entry_value,
  CASE
    WHEN e.problem IS NOT NULL THEN CONCAT('no: ', e.problem)
    WHEN e.entry_age > 1 THEN 'no: there is a newer one'
    WHEN e.expires_on < CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) THEN 'no: it has expired'
    ELSE 'yes'
  END AS in_force,
  e.expires_on AS expires_on, e.reason AS reason, e.author AS author, e.added_at AS added_at
FROM ${hivevar:dbname}.allow_list_entries e
ORDER BY source, kind, entry_value, added_at DESC NULLS LAST, expires_on, in_force DESC;
