-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Finds the partitions of flow that other tools have written as folders y=/m=/d=/h= below its place without telling the
-- metastore. Those it knows already stay.
-- Reads: the folders of flow. Writes: the partitions of flow.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine hive sql/engine/hive/partitions_flow.sql

-- The front end's tables lie below the same folder, and are no partitions of these events.
SET hive.msck.path.validation=skip;

MSCK REPAIR TABLE ${hivevar:dbname}.flow;
