-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
-- Registers the functions on Spark SQL, with Hive support, for all sessions. Run it again after a new jar.
-- Reads: the jar at udfs_jar, a path that every node of the cluster can read.
-- Writes: functions of the database, in the metastore: what shares that has them too.
-- Variables: dbname (an existing database), udfs_jar (the jar).
-- Example: spark-sql -f ddl/functions/spark.sql --hivevar dbname=spot --hivevar udfs_jar=hdfs:///user/spot/jars/suspicious-connects-udfs.jar
-- Generated from the descriptions in udfs/: change those, not this file.

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_background;
CREATE FUNCTION ${hivevar:dbname}.sc_background AS 'org.suspiciousconnects.sql.BackgroundUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_best_topic;
CREATE FUNCTION ${hivevar:dbname}.sc_best_topic AS 'org.suspiciousconnects.sql.BestTopicUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_cidr;
CREATE FUNCTION ${hivevar:dbname}.sc_cidr AS 'org.suspiciousconnects.sql.CidrUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_count_tail;
CREATE FUNCTION ${hivevar:dbname}.sc_count_tail AS 'org.suspiciousconnects.sql.CountTailUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_class;
CREATE FUNCTION ${hivevar:dbname}.sc_dns_class AS 'org.suspiciousconnects.sql.DnsClassUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_event_word;
CREATE FUNCTION ${hivevar:dbname}.sc_dns_event_word AS 'org.suspiciousconnects.sql.DnsEventWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_fan_word;
CREATE FUNCTION ${hivevar:dbname}.sc_dns_fan_word AS 'org.suspiciousconnects.sql.DnsFanWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_pair_word;
CREATE FUNCTION ${hivevar:dbname}.sc_dns_pair_word AS 'org.suspiciousconnects.sql.DnsPairWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_word;
CREATE FUNCTION ${hivevar:dbname}.sc_dns_word AS 'org.suspiciousconnects.sql.DnsWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_word_psl;
CREATE FUNCTION ${hivevar:dbname}.sc_dns_word_psl AS 'org.suspiciousconnects.sql.DnsWordPslUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_domain;
CREATE FUNCTION ${hivevar:dbname}.sc_domain AS 'org.suspiciousconnects.sql.DomainUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_domain_class;
CREATE FUNCTION ${hivevar:dbname}.sc_domain_class AS 'org.suspiciousconnects.sql.DomainClassUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_entropy;
CREATE FUNCTION ${hivevar:dbname}.sc_entropy AS 'org.suspiciousconnects.sql.EntropyUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_explain_word;
CREATE FUNCTION ${hivevar:dbname}.sc_explain_word AS 'org.suspiciousconnects.sql.ExplainWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_float_at;
CREATE FUNCTION ${hivevar:dbname}.sc_float_at AS 'org.suspiciousconnects.sql.FloatAtUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_float_position;
CREATE FUNCTION ${hivevar:dbname}.sc_float_position AS 'org.suspiciousconnects.sql.FloatPositionUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_dst_word;
CREATE FUNCTION ${hivevar:dbname}.sc_flow_dst_word AS 'org.suspiciousconnects.sql.FlowDstWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_event_word;
CREATE FUNCTION ${hivevar:dbname}.sc_flow_event_word AS 'org.suspiciousconnects.sql.FlowEventWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_fan_word;
CREATE FUNCTION ${hivevar:dbname}.sc_flow_fan_word AS 'org.suspiciousconnects.sql.FlowFanWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_pair_word;
CREATE FUNCTION ${hivevar:dbname}.sc_flow_pair_word AS 'org.suspiciousconnects.sql.FlowPairWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_service;
CREATE FUNCTION ${hivevar:dbname}.sc_flow_service AS 'org.suspiciousconnects.sql.FlowServiceUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_src_word;
CREATE FUNCTION ${hivevar:dbname}.sc_flow_src_word AS 'org.suspiciousconnects.sql.FlowSrcWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_host_name;
CREATE FUNCTION ${hivevar:dbname}.sc_host_name AS 'org.suspiciousconnects.sql.HostNameUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_ip_in_cidr;
CREATE FUNCTION ${hivevar:dbname}.sc_ip_in_cidr AS 'org.suspiciousconnects.sql.IpInCidrUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_ip_network;
CREATE FUNCTION ${hivevar:dbname}.sc_ip_network AS 'org.suspiciousconnects.sql.IpNetworkUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_label_count;
CREATE FUNCTION ${hivevar:dbname}.sc_label_count AS 'org.suspiciousconnects.sql.LabelCountUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_profile_probability;
CREATE FUNCTION ${hivevar:dbname}.sc_profile_probability AS 'org.suspiciousconnects.sql.ProfileProbabilityUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_event_word;
CREATE FUNCTION ${hivevar:dbname}.sc_proxy_event_word AS 'org.suspiciousconnects.sql.ProxyEventWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_fan_word;
CREATE FUNCTION ${hivevar:dbname}.sc_proxy_fan_word AS 'org.suspiciousconnects.sql.ProxyFanWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_pair_word;
CREATE FUNCTION ${hivevar:dbname}.sc_proxy_pair_word AS 'org.suspiciousconnects.sql.ProxyPairWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_word;
CREATE FUNCTION ${hivevar:dbname}.sc_proxy_word AS 'org.suspiciousconnects.sql.ProxyWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_word_psl;
CREATE FUNCTION ${hivevar:dbname}.sc_proxy_word_psl AS 'org.suspiciousconnects.sql.ProxyWordPslUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_registered_domain;
CREATE FUNCTION ${hivevar:dbname}.sc_registered_domain AS 'org.suspiciousconnects.sql.RegisteredDomainUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_require;
CREATE FUNCTION ${hivevar:dbname}.sc_require AS 'org.suspiciousconnects.sql.RequireUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_score;
CREATE FUNCTION ${hivevar:dbname}.sc_score AS 'org.suspiciousconnects.sql.ScoreUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_subdomain;
CREATE FUNCTION ${hivevar:dbname}.sc_subdomain AS 'org.suspiciousconnects.sql.SubdomainUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_subdomain_length;
CREATE FUNCTION ${hivevar:dbname}.sc_subdomain_length AS 'org.suspiciousconnects.sql.SubdomainLengthUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_surprisal_bits;
CREATE FUNCTION ${hivevar:dbname}.sc_surprisal_bits AS 'org.suspiciousconnects.sql.SurprisalBitsUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_utc_time;
CREATE FUNCTION ${hivevar:dbname}.sc_utc_time AS 'org.suspiciousconnects.sql.UtcTimeUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_vector_to_array;
CREATE FUNCTION ${hivevar:dbname}.sc_vector_to_array AS 'org.suspiciousconnects.sql.VectorToArrayUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_version;
CREATE FUNCTION ${hivevar:dbname}.sc_version AS 'org.suspiciousconnects.sql.VersionUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_field;
CREATE FUNCTION ${hivevar:dbname}.sc_word_field AS 'org.suspiciousconnects.sql.WordFieldUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_position;
CREATE FUNCTION ${hivevar:dbname}.sc_word_position AS 'org.suspiciousconnects.sql.WordPositionUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_prefix;
CREATE FUNCTION ${hivevar:dbname}.sc_word_prefix AS 'org.suspiciousconnects.sql.WordPrefixUDF' USING JAR '${hivevar:udfs_jar}';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_view;
CREATE FUNCTION ${hivevar:dbname}.sc_word_view AS 'org.suspiciousconnects.sql.WordViewUDF' USING JAR '${hivevar:udfs_jar}';
