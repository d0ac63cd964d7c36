#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Lists all that is wrong with the tables of a source, each with the remedy: scripts/check.sh --source flow; --help lists all.
# Exit status: 0 no difference, 1 usage, 2 differences, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

sc_application org.suspiciousconnects.schema.CheckTables "$@"
