#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Creates the database, the functions and the tables; what is there already stays, with its rows.
# Exit status: 0 done, 1 usage, 2 configuration, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/conf.sh"
. "$SC_ROOT/scripts/hive.sh"
. "$SC_ROOT/scripts/sql_variables.sh"

usage() {
  cat <<HELP
Usage: scripts/setup.sh [--database NAME] [--dry-run]

Creates the database, the SQL functions and the tables on the sandbox or, with a spot.conf (\$SPOT_CONF, /etc/spot.conf), on
its cluster; there it first puts the functions' jar to UDFS_JAR. What is there already stays, with its rows; functions and
views are replaced by those of this version: run it after a new one, while no run is at work.

  --database NAME   default: spot, or DBNAME of spot.conf
  --dry-run         prints the statements with their values, and runs nothing

Exit status: 0 done, 1 usage, 2 configuration, 4 engine error.
HELP
}

database='' dry_run=''
while (($#)); do
  case $1 in
    --database)
      sc_check_database "${2-}"
      database=$2
      shift 2 ;;
    --dry-run) dry_run=yes; shift ;;
    -h | --help) usage; exit 0 ;;
    *) sc_die 1 "setup.sh: unknown argument '$(sc_shown "$1")'; see scripts/setup.sh --help" ;;
  esac
done
sc_read_conf
database=${database:-$(sc_conf DBNAME spot)}
files=(database.sql functions/hive.sql common.sql flow.sql dns.sql proxy.sql)

# put_jar JAR PATH: unless that is what is there. Hive looks at a jar's time, so that one in use is best left alone.
put_jar() {
  local jar=$1 path=$2 there
  there=$(mktemp) || return 2
  if sc_dfs -cat "$path" 2>/dev/null >"$there" && cmp -s "$jar" "$there"; then
    rm -f "$there"
    return
  fi
  rm -f "$there"
  sc_dfs -mkdir -p "${path%/*}" && sc_dfs -put -f "$jar" "$path"
}

if [[ -n $dry_run ]]; then
  if sc_on_cluster; then
    values=("huser=$(sc_cluster_huser)" "udfs_jar=$(sc_cluster_udfs_jar)")
  else
    sc_check_home
    values=("huser=$SC_HOME/user/$database" "udfs_jar=file://$SC_HOME/jars/suspicious-connects-udfs.jar")
  fi
  cat "${files[@]/#/"$SC_ROOT/ddl/"}" | grep -v '^[[:space:]]*--' | cat -s | sc_with_values "dbname=$database" "${values[@]}"
  exit
fi
if sc_on_cluster; then
  huser=$(sc_cluster_huser)
  udfs_jar=$(sc_cluster_udfs_jar)
  sc_build_if_missing
  jar=$(sc_udfs_jar)
  put_jar "$jar" "$udfs_jar" || sc_die 4 "setup.sh: $jar was not put to $udfs_jar"
  beeline=(sc_hive --hivevar udfs_jar="$udfs_jar")
else
  sc_check_home
  sc_require_java
  sc_build_if_missing
  huser=$SC_HOME/user/$database
  beeline=("$SC_ROOT/scripts/sandbox.sh" beeline)
fi
all=$(mktemp)
trap 'rm -f "$all"' EXIT
for file in "${files[@]}"; do
  cat "$SC_ROOT/ddl/$file"
  echo
done >"$all"
"${beeline[@]}" --silent=true --showHeader=false -f "$all" --hivevar dbname="$database" --hivevar huser="$huser" >/dev/null || {
  # Of the sandbox's Beeline it says that a statement failed.
  (($? != 2)) || ! sc_on_cluster || exit 2
  sc_die 4 "setup.sh: the tables were not all created"
}
