#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Measures the list of a scored day against labels: scripts/evaluate.sh --source flow --date 2016-07-08 --labels FILE; --help lists
# all. With --series both methods on generated days: scripts/evaluate.sh --series --help.
# Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

[[ ${1-} != --series ]] || exec "$SC_ROOT/scripts/evaluate_series.sh" "${@:2}"
sc_application org.suspiciousconnects.evaluate.EvaluateRanking "$@"
