-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- For EnginesTest: all that counting and scoring wrote for the second day, each row with its table's name; but for the seconds.
-- Reads: the result tables. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --format tsv results.sql --hivevar dbname=engines

SELECT 'flow_word_counts' AS part, t.* FROM ${hivevar:dbname}.flow_word_counts t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_word_counts' AS part, t.* FROM ${hivevar:dbname}.dns_word_counts t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_word_counts' AS part, t.* FROM ${hivevar:dbname}.proxy_word_counts t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'flow_scored_results' AS part, t.* FROM ${hivevar:dbname}.flow_scored_results t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_scored_results' AS part, t.* FROM ${hivevar:dbname}.dns_scored_results t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_scored_results' AS part, t.* FROM ${hivevar:dbname}.proxy_scored_results t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'flow_invalid' AS part, t.* FROM ${hivevar:dbname}.flow_invalid t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_invalid' AS part, t.* FROM ${hivevar:dbname}.dns_invalid t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_invalid' AS part, t.* FROM ${hivevar:dbname}.proxy_invalid t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_user_agents' AS part, t.* FROM ${hivevar:dbname}.proxy_user_agents t WHERE t.y = '2016' AND t.m = '07' AND t.d = '08';
SELECT
  'score_runs' AS part, t.source, t.model_id, t.events_in, t.events_scored, t.events_invalid, t.above_threshold,
  t.beyond_max_results, t.allow_listed, t.feedback_removed, t.kept, t.unseen_ips, t.unseen_words
FROM ${hivevar:dbname}.score_runs t
WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
