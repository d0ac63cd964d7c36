#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Generates days of network events with labelled attacks: scripts/generate.sh flow --series 3,4 --output FOLDER; --help lists
# all. Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

# On this machine and the sandbox's Spark, whatever cluster is configured: the days are written into a folder here.
export SPOT_CONF=''
sc_read_conf
sc_check_home
sc_require_java
sc_build_if_missing
jar=$(sc_sample_jar)
sc_spark_submit org.suspiciousconnects.sample.GenerateSeries "$jar" "$@"
