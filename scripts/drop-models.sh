#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Drops old models, and later their files, of the sandbox or of the cluster of spot.conf: scripts/drop-models.sh --keep 10 --dry-run; --help lists all.
# Exit status: 0 done, 1 usage, 2 configuration, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

sc_application org.suspiciousconnects.registry.DropModels "$@"
