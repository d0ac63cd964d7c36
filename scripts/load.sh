#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Loads logs, lists of domains, MaxMind databases and threat feeds into the tables of the sandbox, or of the cluster of spot.conf:
# scripts/load.sh flow --format zeek-conn conn.log; --help lists all.
# Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

sc_application org.suspiciousconnects.load.Load "$@"
