-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shows the topics of a model, the largest first: its share of the corpus, and what its three most probable words say.
-- Reads: the view of the source, such as flow_topic_names (flow_topics, flow_topic_top_words, model_runs). Writes: nothing.
-- Variables: dbname; source, such as flow; model_id, as model_runs has them.
-- Example: scripts/run_sql.sh sql/topics.sql --hivevar source=flow --hivevar model_id=0123456789abcdef

SELECT n.topic AS topic, ROUND(n.topic_share, 4) AS topic_share, n.topic_name AS topic_name
FROM ${hivevar:dbname}.${hivevar:source}_topic_names n
WHERE n.model_id = '${hivevar:model_id}'
ORDER BY topic_share DESC, topic;
