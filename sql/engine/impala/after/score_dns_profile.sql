-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- After sql/score_dns_profile.sql: statistics of the results, by which Impala plans the joins of those who look at them.
-- Reads: dns_scored_results. Writes: its statistics of the day.
-- Variables: dbname; y, m, d, the day (UTC).
-- Example: scripts/run_sql.sh --engine impala sql/score_dns_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar threshold=1 --hivevar max_results=3000

COMPUTE INCREMENTAL STATS ${hivevar:dbname}.dns_scored_results
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile');
