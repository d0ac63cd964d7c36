-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lists the models of a source, the newest first, with what there is to compare them by.
-- Reads: model_runs, current_models. Writes: nothing.
-- Variables: dbname; source, such as flow.
-- Example: scripts/run_sql.sh sql/models.sql --hivevar source=flow

SELECT
  m.model_id AS model_id, CASE WHEN c.model_id IS NULL THEN 'no' ELSE 'yes' END AS is_current,
  m.score_method AS score_method, m.vocabulary AS vocabulary, m.window_from AS window_from, m.window_to AS window_to,
  m.trained_for AS trained_for, m.optimizer AS optimizer, m.topics AS topics, m.passes AS passes,
  m.converged AS converged, m.documents AS documents, m.words AS words, m.pairs AS pairs,
  m.training_perplexity AS training_perplexity, m.heldout_perplexity AS heldout_perplexity, m.coherence AS coherence,
  m.heldout_unseen AS heldout_unseen, m.unseen_words AS unseen_words, m.unseen_ips AS unseen_ips,
  m.wall_seconds AS wall_seconds, m.cpu_seconds AS cpu_seconds, m.init_from AS init_from,
  m.code_version AS code_version, m.trained_at AS trained_at
FROM ${hivevar:dbname}.model_runs m
LEFT JOIN (
  SELECT model_id, score_method
  FROM ${hivevar:dbname}.current_models
  WHERE source = '${hivevar:source}'
) c ON m.model_id = c.model_id AND m.score_method = c.score_method
WHERE m.source = '${hivevar:source}'
ORDER BY trained_at DESC NULLS LAST, model_id ASC NULLS LAST;
