-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows the most probable words of a topic and what they say.
-- Reads: the top words of the source, such as flow_topic_top_words, and model_runs. Writes: nothing.
-- Variables: dbname; source, such as flow; model_id, as model_runs has them; topic, counted from 0.
-- Example: scripts/run_sql.sh sql/topic_words.sql --hivevar source=flow --hivevar model_id=0123456789abcdef --hivevar topic=3

SELECT
  w.word_rank AS word_rank, w.probability AS probability, w.word AS word,
  ${hivevar:dbname}.sc_explain_word(r.source, r.score_method, r.vocabulary, '', w.word) AS explanation
FROM ${hivevar:dbname}.${hivevar:source}_topic_top_words w
JOIN ${hivevar:dbname}.model_runs r ON w.model_id = r.model_id
WHERE w.model_id = '${hivevar:model_id}' AND w.topic = ${hivevar:topic}
ORDER BY word_rank;
