-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- For EnginesTest: all that sql/oa_flow.sql, oa_dns.sql and oa_proxy.sql wrote for the second day, each row with its table's name.
-- Reads: the tables of Apache Spot's front end and the explanations. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --format tsv published.sql --hivevar dbname=engines

SELECT 'flow_scores' AS part, t.* FROM ${hivevar:dbname}.flow_scores t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'flow_edge' AS part, t.* FROM ${hivevar:dbname}.flow_edge t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'flow_chords' AS part, t.* FROM ${hivevar:dbname}.flow_chords t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'flow_ingest_summary' AS part, t.* FROM ${hivevar:dbname}.flow_ingest_summary t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'flow_explanations' AS part, t.* FROM ${hivevar:dbname}.flow_explanations t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_scores' AS part, t.* FROM ${hivevar:dbname}.dns_scores t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_edge' AS part, t.* FROM ${hivevar:dbname}.dns_edge t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_dendro' AS part, t.* FROM ${hivevar:dbname}.dns_dendro t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_ingest_summary' AS part, t.* FROM ${hivevar:dbname}.dns_ingest_summary t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'dns_explanations' AS part, t.* FROM ${hivevar:dbname}.dns_explanations t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_scores' AS part, t.* FROM ${hivevar:dbname}.proxy_scores t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_edge' AS part, t.* FROM ${hivevar:dbname}.proxy_edge t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_ingest_summary' AS part, t.* FROM ${hivevar:dbname}.proxy_ingest_summary t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
SELECT 'proxy_explanations' AS part, t.* FROM ${hivevar:dbname}.proxy_explanations t WHERE t.y = 2016 AND t.m = 7 AND t.d = 8;
