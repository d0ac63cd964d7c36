-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows what became of every event of a scored day, by each method that scored it, and with which model.
-- Reads: score_runs, model_runs. Writes: nothing.
-- Variables: dbname; source, such as flow; y, m, d, the day (UTC).
-- Example: scripts/run_sql.sh sql/score_runs.sql --hivevar source=flow --hivevar y=2016 --hivevar m=7 --hivevar d=8

SELECT
  s.events_in AS events_in, s.events_scored AS events_scored, s.events_invalid AS events_invalid,
  s.above_threshold AS above_threshold, s.beyond_max_results AS beyond_max_results, s.allow_listed AS allow_listed,
  s.feedback_removed AS feedback_removed, s.kept AS kept,
  s.unseen_ips AS unseen_ips, s.unseen_words AS unseen_words, s.seconds AS seconds, s.model_id AS model_id,
  r.window_from AS window_from, r.window_to AS window_to, r.trained_for AS trained_for, r.optimizer AS optimizer,
  r.topics AS topics, r.passes AS passes, r.documents AS documents, r.words AS words,
  r.training_perplexity AS training_perplexity, r.heldout_perplexity AS heldout_perplexity,
  s.score_method AS score_method
FROM ${hivevar:dbname}.score_runs s
LEFT JOIN ${hivevar:dbname}.model_runs r ON s.model_id = r.model_id
WHERE s.source = '${hivevar:source}' AND s.y = ${hivevar:y} AND s.m = ${hivevar:m} AND s.d = ${hivevar:d}
ORDER BY score_method DESC;
