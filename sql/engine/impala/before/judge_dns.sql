-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/judge_dns.sql: Impala looks at what other engines wrote since.
-- Reads: the tables it reads, and the one it adds to. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/judge_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_rank=1 --hivevar verdict=3 --hivevar feedback_scope=ip_word --hivevar author=alice --hivevar expires_on=never

REFRESH ${hivevar:dbname}.dns_scored_results;
REFRESH ${hivevar:dbname}.model_runs;
REFRESH ${hivevar:dbname}.dns_feedback;
REFRESH ${hivevar:dbname}.dns_threat_investigation;
