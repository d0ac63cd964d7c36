-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
-- Registers the functions on Hive for this session only.
-- Reads: the jar at udfs_jar, a path that every node of the cluster can read.
-- Writes: nothing that outlives the session.
-- Variables: udfs_jar (the jar).
-- Example: beeline -i ddl/functions/hive-temporary.sql --hivevar udfs_jar=hdfs:///user/spot/jars/suspicious-connects-udfs.jar
-- Generated from the descriptions in udfs/: change those, not this file.

ADD JAR ${hivevar:udfs_jar};

DROP TEMPORARY FUNCTION IF EXISTS sc_background;
CREATE TEMPORARY FUNCTION sc_background AS 'org.suspiciousconnects.sql.BackgroundUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_best_topic;
CREATE TEMPORARY FUNCTION sc_best_topic AS 'org.suspiciousconnects.sql.BestTopicUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_cidr;
CREATE TEMPORARY FUNCTION sc_cidr AS 'org.suspiciousconnects.sql.CidrUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_count_tail;
CREATE TEMPORARY FUNCTION sc_count_tail AS 'org.suspiciousconnects.sql.CountTailUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_class;
CREATE TEMPORARY FUNCTION sc_dns_class AS 'org.suspiciousconnects.sql.DnsClassUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_event_word;
CREATE TEMPORARY FUNCTION sc_dns_event_word AS 'org.suspiciousconnects.sql.DnsEventWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_fan_word;
CREATE TEMPORARY FUNCTION sc_dns_fan_word AS 'org.suspiciousconnects.sql.DnsFanWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_pair_word;
CREATE TEMPORARY FUNCTION sc_dns_pair_word AS 'org.suspiciousconnects.sql.DnsPairWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_word;
CREATE TEMPORARY FUNCTION sc_dns_word AS 'org.suspiciousconnects.sql.DnsWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_word_psl;
CREATE TEMPORARY FUNCTION sc_dns_word_psl AS 'org.suspiciousconnects.sql.DnsWordPslUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_domain;
CREATE TEMPORARY FUNCTION sc_domain AS 'org.suspiciousconnects.sql.DomainUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_domain_class;
CREATE TEMPORARY FUNCTION sc_domain_class AS 'org.suspiciousconnects.sql.DomainClassUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_entropy;
CREATE TEMPORARY FUNCTION sc_entropy AS 'org.suspiciousconnects.sql.EntropyUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_explain_word;
CREATE TEMPORARY FUNCTION sc_explain_word AS 'org.suspiciousconnects.sql.ExplainWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_float_at;
CREATE TEMPORARY FUNCTION sc_float_at AS 'org.suspiciousconnects.sql.FloatAtUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_float_position;
CREATE TEMPORARY FUNCTION sc_float_position AS 'org.suspiciousconnects.sql.FloatPositionUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_dst_word;
CREATE TEMPORARY FUNCTION sc_flow_dst_word AS 'org.suspiciousconnects.sql.FlowDstWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_event_word;
CREATE TEMPORARY FUNCTION sc_flow_event_word AS 'org.suspiciousconnects.sql.FlowEventWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_fan_word;
CREATE TEMPORARY FUNCTION sc_flow_fan_word AS 'org.suspiciousconnects.sql.FlowFanWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_pair_word;
CREATE TEMPORARY FUNCTION sc_flow_pair_word AS 'org.suspiciousconnects.sql.FlowPairWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_service;
CREATE TEMPORARY FUNCTION sc_flow_service AS 'org.suspiciousconnects.sql.FlowServiceUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_src_word;
CREATE TEMPORARY FUNCTION sc_flow_src_word AS 'org.suspiciousconnects.sql.FlowSrcWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_host_name;
CREATE TEMPORARY FUNCTION sc_host_name AS 'org.suspiciousconnects.sql.HostNameUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_ip_in_cidr;
CREATE TEMPORARY FUNCTION sc_ip_in_cidr AS 'org.suspiciousconnects.sql.IpInCidrUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_ip_network;
CREATE TEMPORARY FUNCTION sc_ip_network AS 'org.suspiciousconnects.sql.IpNetworkUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_label_count;
CREATE TEMPORARY FUNCTION sc_label_count AS 'org.suspiciousconnects.sql.LabelCountUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_profile_probability;
CREATE TEMPORARY FUNCTION sc_profile_probability AS 'org.suspiciousconnects.sql.ProfileProbabilityUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_proxy_event_word;
CREATE TEMPORARY FUNCTION sc_proxy_event_word AS 'org.suspiciousconnects.sql.ProxyEventWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_proxy_fan_word;
CREATE TEMPORARY FUNCTION sc_proxy_fan_word AS 'org.suspiciousconnects.sql.ProxyFanWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_proxy_pair_word;
CREATE TEMPORARY FUNCTION sc_proxy_pair_word AS 'org.suspiciousconnects.sql.ProxyPairWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_proxy_word;
CREATE TEMPORARY FUNCTION sc_proxy_word AS 'org.suspiciousconnects.sql.ProxyWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_proxy_word_psl;
CREATE TEMPORARY FUNCTION sc_proxy_word_psl AS 'org.suspiciousconnects.sql.ProxyWordPslUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_registered_domain;
CREATE TEMPORARY FUNCTION sc_registered_domain AS 'org.suspiciousconnects.sql.RegisteredDomainUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_require;
CREATE TEMPORARY FUNCTION sc_require AS 'org.suspiciousconnects.sql.RequireUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_score;
CREATE TEMPORARY FUNCTION sc_score AS 'org.suspiciousconnects.sql.ScoreUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_subdomain;
CREATE TEMPORARY FUNCTION sc_subdomain AS 'org.suspiciousconnects.sql.SubdomainUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_subdomain_length;
CREATE TEMPORARY FUNCTION sc_subdomain_length AS 'org.suspiciousconnects.sql.SubdomainLengthUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_surprisal_bits;
CREATE TEMPORARY FUNCTION sc_surprisal_bits AS 'org.suspiciousconnects.sql.SurprisalBitsUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_utc_time;
CREATE TEMPORARY FUNCTION sc_utc_time AS 'org.suspiciousconnects.sql.UtcTimeUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_vector_to_array;
CREATE TEMPORARY FUNCTION sc_vector_to_array AS 'org.suspiciousconnects.sql.VectorToArrayUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_version;
CREATE TEMPORARY FUNCTION sc_version AS 'org.suspiciousconnects.sql.VersionUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_word_field;
CREATE TEMPORARY FUNCTION sc_word_field AS 'org.suspiciousconnects.sql.WordFieldUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_word_position;
CREATE TEMPORARY FUNCTION sc_word_position AS 'org.suspiciousconnects.sql.WordPositionUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_word_prefix;
CREATE TEMPORARY FUNCTION sc_word_prefix AS 'org.suspiciousconnects.sql.WordPrefixUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_word_view;
CREATE TEMPORARY FUNCTION sc_word_view AS 'org.suspiciousconnects.sql.WordViewUDF';
