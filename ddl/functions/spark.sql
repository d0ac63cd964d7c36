-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
-- Registers the functions on Spark SQL, with Hive support, for this session only.
-- Reads: the jar at udfs_jar, a path that every node of the cluster can read.
-- Writes: nothing that outlives the session.
-- Variables: udfs_jar (the jar).
-- Example: spark-sql -i ddl/functions/spark.sql --hivevar udfs_jar=hdfs:///user/spot/jars/suspicious-connects-udfs.jar
-- Generated from the descriptions in udfs/: change those, not this file.

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_word;
CREATE TEMPORARY FUNCTION sc_dns_word AS 'org.suspiciousconnects.sql.DnsWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_dns_word_psl;
CREATE TEMPORARY FUNCTION sc_dns_word_psl AS 'org.suspiciousconnects.sql.DnsWordPslUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_domain;
CREATE TEMPORARY FUNCTION sc_domain AS 'org.suspiciousconnects.sql.DomainUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_domain_class;
CREATE TEMPORARY FUNCTION sc_domain_class AS 'org.suspiciousconnects.sql.DomainClassUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_entropy;
CREATE TEMPORARY FUNCTION sc_entropy AS 'org.suspiciousconnects.sql.EntropyUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_explain_word;
CREATE TEMPORARY FUNCTION sc_explain_word AS 'org.suspiciousconnects.sql.ExplainWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_dst_word;
CREATE TEMPORARY FUNCTION sc_flow_dst_word AS 'org.suspiciousconnects.sql.FlowDstWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_src_word;
CREATE TEMPORARY FUNCTION sc_flow_src_word AS 'org.suspiciousconnects.sql.FlowSrcWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_ip_in_cidr;
CREATE TEMPORARY FUNCTION sc_ip_in_cidr AS 'org.suspiciousconnects.sql.IpInCidrUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_label_count;
CREATE TEMPORARY FUNCTION sc_label_count AS 'org.suspiciousconnects.sql.LabelCountUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_proxy_word;
CREATE TEMPORARY FUNCTION sc_proxy_word AS 'org.suspiciousconnects.sql.ProxyWordUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_proxy_word_psl;
CREATE TEMPORARY FUNCTION sc_proxy_word_psl AS 'org.suspiciousconnects.sql.ProxyWordPslUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_registered_domain;
CREATE TEMPORARY FUNCTION sc_registered_domain AS 'org.suspiciousconnects.sql.RegisteredDomainUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_require;
CREATE TEMPORARY FUNCTION sc_require AS 'org.suspiciousconnects.sql.RequireUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_score;
CREATE TEMPORARY FUNCTION sc_score AS 'org.suspiciousconnects.sql.ScoreUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_subdomain;
CREATE TEMPORARY FUNCTION sc_subdomain AS 'org.suspiciousconnects.sql.SubdomainUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_vector_to_array;
CREATE TEMPORARY FUNCTION sc_vector_to_array AS 'org.suspiciousconnects.sql.VectorToArrayUDF' USING JAR '${hivevar:udfs_jar}';

DROP TEMPORARY FUNCTION IF EXISTS sc_version;
CREATE TEMPORARY FUNCTION sc_version AS 'org.suspiciousconnects.sql.VersionUDF' USING JAR '${hivevar:udfs_jar}';
