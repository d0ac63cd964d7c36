#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Creates the database, the functions and the tables on the sandbox; what is there already stays, with its rows.
# Exit status: 0 done, 1 usage, 2 configuration, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

usage() {
  cat <<HELP
Usage: scripts/setup.sh [--database NAME]

Creates the database, the SQL functions and the tables on the sandbox. What is there already stays, with its rows;
functions and views are replaced by those of this version.

  --database NAME   default: spot
HELP
}

database=spot
while (($#)); do
  case $1 in
    --database) database=${2-}; shift $(($# > 1 ? 2 : 1)) ;;
    -h | --help) usage; exit 0 ;;
    *) sc_die 1 "setup.sh: unknown argument '$1'; see scripts/setup.sh --help" ;;
  esac
done
sc_check_database "$database"

sc_check_home
sc_require_java
sc_build_if_missing
all=$(mktemp)
trap 'rm -f "$all"' EXIT
for file in database functions/hive common flow dns proxy; do
  cat "$SC_ROOT/ddl/$file.sql"
  echo
done >"$all"
"$SC_ROOT/scripts/sandbox.sh" beeline --silent=true --showHeader=false -f "$all" \
  --hivevar dbname="$database" --hivevar huser="$SC_HOME/user/$database" >/dev/null ||
  sc_die 4 "setup.sh: the tables were not all created"
