-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/topics.sql: Impala looks at what other engines wrote since.
-- Reads: the tables below the view it reads. Writes: nothing.
-- Variables: dbname; source, such as flow.
-- Example: scripts/run_sql.sh --engine impala sql/topics.sql --hivevar source=flow --hivevar model_id=0123456789abcdef

REFRESH ${hivevar:dbname}.${hivevar:source}_topics;
REFRESH ${hivevar:dbname}.${hivevar:source}_topic_top_words;
REFRESH ${hivevar:dbname}.model_runs;
