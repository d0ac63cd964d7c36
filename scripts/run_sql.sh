#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
# Runs SQL files on Hive, Spark SQL or Impala, with the same variables on each.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/conf.sh"

usage() {
  cat <<HELP
Usage: scripts/run_sql.sh [--engine hive|spark|impala] [--format table|tsv] FILE… [--hivevar NAME=VALUE]…

Runs each FILE, in order, up to the first failure. Around a file of sql/ come what only that engine knows: its settings
(sql/engine/ENGINE/session.sql), then sql/engine/ENGINE/before/FILE, and at the end sql/engine/ENGINE/after/FILE, where
they exist.

  --engine ENGINE       default: DBENGINE of spot.conf, else hive
  --format FORMAT       of rows: table, or tsv without a header (default: table)
  --hivevar NAME=VALUE  a variable of the files. Set unless you do: dbname, huser, udfs_jar, vocabulary (spot), model_id
                        (newest), run_id (another one for each FILE)
  -h, --help            this text

Runs on the sandbox, or on the cluster of spot.conf (\$SPOT_CONF, /etc/spot.conf).
Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
Example: scripts/run_sql.sh sql/suspicious_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20
HELP
}

engine='' format=table files=() names=() values=()
while (($#)); do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --engine | --format | --hivevar)
      (($# > 1)) || sc_die 1 "run_sql.sh: $1 needs a value; see scripts/run_sql.sh --help"
      case $1 in
        --engine) engine=$2 ;;
        --format) format=$2 ;;
        --hivevar)
          [[ $2 =~ ^([a-z][a-z0-9_]*)=([A-Za-z0-9_./:@+,=%~-]*)$ ]] ||
            sc_die 1 "run_sql.sh: --hivevar '$2' is not NAME=VALUE with a value of letters, digits and _ . / : @ + , = % ~ - only"
          names+=("${BASH_REMATCH[1]}") values+=("${BASH_REMATCH[2]}") ;;
      esac
      shift 2 ;;
    -*) sc_die 1 "run_sql.sh: unknown option '$1'; see scripts/run_sql.sh --help" ;;
    *)
      [[ -f $1 && -r $1 ]] || sc_die 1 "run_sql.sh: there is no file '$1' to read"
      files+=("$1")
      shift ;;
  esac
done
((${#files[@]})) || sc_die 1 "run_sql.sh: a FILE is missing; see scripts/run_sql.sh --help"
sc_read_conf
