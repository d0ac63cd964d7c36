-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Makes a model the current one of its source and method: for a model of another window or optimizer, or to go back to an
-- earlier one. The next training makes its own model the current one again.
--
-- Reads: model_runs. Writes, by one change of location: the partition of current_models of the source and the method.
-- Variables: dbname; huser; source, such as flow; score_method, spot or profile, that of the model; model_id, an id of
-- sql/models.sql; run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/use_model.sql --hivevar source=flow --hivevar model_id=0123456789abcdef
-- run_sql.sh sets dbname, huser, score_method (spot) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar score_method=spot --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require('${hivevar:source}' IN ('flow', 'dns', 'proxy'), 'source has to be flow, dns or proxy') AS source_is_known;

SELECT sc_require('${hivevar:score_method}' IN ('spot', 'profile'), 'score_method has to be spot or profile') AS method_is_known;

SELECT sc_require(COUNT(*) = 1, 'there is no ${hivevar:source} model ${hivevar:model_id} of method ${hivevar:score_method}: sql/models.sql lists the models and their methods') AS model_fits
FROM model_runs
WHERE model_id = '${hivevar:model_id}' AND source = '${hivevar:source}' AND score_method = '${hivevar:score_method}';

-- A run_id that was used before names a folder that is live by now.
ALTER TABLE current_models_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM current_models_staging
WHERE run_id = '${hivevar:run_id}';

INSERT OVERWRITE TABLE current_models_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT model_id, trained_at
FROM model_runs
WHERE model_id = '${hivevar:model_id}' AND source = '${hivevar:source}' AND score_method = '${hivevar:score_method}';

-- Is the new row where the swap will look for it? A huser other than that of the tables would leave no current model.
ALTER TABLE current_models_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/current_models_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) = 1,
  'huser ${hivevar:huser} is not the one that the tables were created with, nothing was replaced: SHOW CREATE TABLE current_models tells it') AS huser_fits
FROM current_models_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- The swap: until here the old model is current. ADD serves the first of a source and method, SET LOCATION the others.
ALTER TABLE current_models
ADD IF NOT EXISTS PARTITION (source = '${hivevar:source}', score_method = '${hivevar:score_method}')
LOCATION '${hivevar:huser}/sc/current_models_staging/run_id=${hivevar:run_id}';

ALTER TABLE current_models
PARTITION (source = '${hivevar:source}', score_method = '${hivevar:score_method}')
SET LOCATION '${hivevar:huser}/sc/current_models_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the table is external, the files stay.
ALTER TABLE current_models_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE current_models_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
