-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
-- Registers the functions on Hive for this session only.
-- Reads: the jar at udfs_jar, a path that every node of the cluster can read.
-- Writes: nothing that outlives the session.
-- Variables: udfs_jar (the jar).
-- Example: beeline -i ddl/functions/hive-temporary.sql --hivevar udfs_jar=hdfs:///user/spot/jars/suspicious-connects-udfs.jar
-- Generated from the descriptions in udfs/: change those, not this file.

ADD JAR ${hivevar:udfs_jar};

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_dst_word;
CREATE TEMPORARY FUNCTION sc_flow_dst_word AS 'org.suspiciousconnects.sql.FlowDstWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_flow_src_word;
CREATE TEMPORARY FUNCTION sc_flow_src_word AS 'org.suspiciousconnects.sql.FlowSrcWordUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_ip_in_cidr;
CREATE TEMPORARY FUNCTION sc_ip_in_cidr AS 'org.suspiciousconnects.sql.IpInCidrUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_require;
CREATE TEMPORARY FUNCTION sc_require AS 'org.suspiciousconnects.sql.RequireUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_score;
CREATE TEMPORARY FUNCTION sc_score AS 'org.suspiciousconnects.sql.ScoreUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_vector_to_array;
CREATE TEMPORARY FUNCTION sc_vector_to_array AS 'org.suspiciousconnects.sql.VectorToArrayUDF';

DROP TEMPORARY FUNCTION IF EXISTS sc_version;
CREATE TEMPORARY FUNCTION sc_version AS 'org.suspiciousconnects.sql.VersionUDF';
