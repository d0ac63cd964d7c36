-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
-- Registers the functions on Impala for all sessions. Run it again after a new jar.
-- Reads: the jar at udfs_jar, a path that every node of the cluster can read.
-- Writes: functions of the database, in the metastore: what shares that has them too. Where Hive or Spark
-- registered them there, REFRESH FUNCTIONS shows them to Impala and this file is not needed.
-- Variables: dbname (an existing database), udfs_jar (the jar).
-- Example: impala-shell -f ddl/functions/impala.sql --var=dbname=spot --var=udfs_jar=hdfs:///user/spot/jars/suspicious-connects-udfs.jar
-- Not on Impala: sc_vector_to_array.
-- Generated from the descriptions in udfs/: change those, not this file.

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_background;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_background
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.BackgroundUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_best_topic;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_best_topic
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.BestTopicUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_cidr;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_cidr
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.CidrUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_count_tail;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_count_tail
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.CountTailUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_class;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_dns_class
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DnsClassUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_event_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_dns_event_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DnsEventWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_fan_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_dns_fan_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DnsFanWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_pair_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_dns_pair_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DnsPairWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_dns_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DnsWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_dns_word_psl;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_dns_word_psl
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DnsWordPslUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_domain;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_domain
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DomainUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_domain_class;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_domain_class
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.DomainClassUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_entropy;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_entropy
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.EntropyUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_explain_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_explain_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ExplainWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_float_at;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_float_at
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FloatAtUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_float_position;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_float_position
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FloatPositionUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_dst_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_flow_dst_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FlowDstWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_event_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_flow_event_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FlowEventWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_fan_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_flow_fan_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FlowFanWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_pair_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_flow_pair_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FlowPairWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_service;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_flow_service
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FlowServiceUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_flow_src_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_flow_src_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.FlowSrcWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_host_name;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_host_name
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.HostNameUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_ip_in_cidr;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_ip_in_cidr
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.IpInCidrUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_ip_network;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_ip_network
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.IpNetworkUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_label_count;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_label_count
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.LabelCountUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_profile_probability;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_profile_probability
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ProfileProbabilityUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_event_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_proxy_event_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ProxyEventWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_fan_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_proxy_fan_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ProxyFanWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_pair_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_proxy_pair_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ProxyPairWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_word;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_proxy_word
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ProxyWordUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_proxy_word_psl;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_proxy_word_psl
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ProxyWordPslUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_registered_domain;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_registered_domain
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.RegisteredDomainUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_require;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_require
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.RequireUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_score;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_score
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.ScoreUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_subdomain;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_subdomain
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.SubdomainUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_subdomain_length;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_subdomain_length
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.SubdomainLengthUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_surprisal_bits;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_surprisal_bits
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.SurprisalBitsUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_utc_time;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_utc_time
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.UtcTimeUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_version;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_version
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.VersionUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_field;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_word_field
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.WordFieldUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_position;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_word_position
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.WordPositionUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_prefix;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_word_prefix
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.WordPrefixUDF';

DROP FUNCTION IF EXISTS ${hivevar:dbname}.sc_word_view;
CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.sc_word_view
  LOCATION '${hivevar:udfs_jar}' SYMBOL='org.suspiciousconnects.sql.WordViewUDF';
