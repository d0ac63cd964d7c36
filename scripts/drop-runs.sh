#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Removes what replaced and stopped runs left: scripts/drop-runs.sh --dry-run; --help lists all.
# Exit status: 0 done, 1 usage, 2 configuration, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

sc_application org.suspiciousconnects.registry.DropRuns "$@"
