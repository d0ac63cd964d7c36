#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Writes the results of a scored day as Apache Spot's file: scripts/export.sh --source flow --date 2016-07-08; --help lists
# all. Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

sc_application org.suspiciousconnects.export.ExportScores "$@"
