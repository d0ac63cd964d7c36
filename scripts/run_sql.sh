#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Runs SQL files on Hive, Spark SQL or Impala, with the same variables on each.
# Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error, also a requirement of a file that does not hold.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"
. "$SC_ROOT/scripts/sql_variables.sh"

usage() {
  cat <<HELP
Usage: scripts/run_sql.sh [--engine hive|spark|impala] [--format table|tsv] [--days DAY,DAY,…] [--dry-run]
         FILE… [--hivevar NAME=VALUE]…

Runs each FILE, in order, up to the first failure; with --days all of them for the first day, then for the next. Around a file of sql/ come what only that engine knows: its settings
(sql/engine/ENGINE/session.sql), then sql/engine/ENGINE/before/FILE, and at the end sql/engine/ENGINE/after/FILE, where
they exist.

  --engine ENGINE       default: DBENGINE of spot.conf, else hive
  --format FORMAT       of rows: table, or tsv without a header (default: table)
  --hivevar NAME=VALUE  a variable of the files. Set unless you do: dbname, huser, udfs_jar, vocabulary (spot),
                        score_method (spot), model_id (newest), dupfactor (DUPFACTOR of spot.conf, else 1000),
                        reference_days (14), run_id (another one for each FILE and day)
  --days DAY,DAY,…      days as yyyy-MM-dd (UTC), in the order in which they are to be run: sets y, m and d. On Spark all run
                        in one session
  --dry-run             prints the statements with their values, and runs nothing
  -h, --help            this text

Runs on the sandbox, or on the cluster of spot.conf (\$SPOT_CONF, /etc/spot.conf).
Exit status: 0 done, 1 usage, 2 configuration, 3 the day has no events or no valid one, 4 engine error, also another
requirement of a FILE that does not hold.
Example: scripts/run_sql.sh sql/suspicious_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar limit_rows=20
HELP
}

engine='' format=table dry_run='' days='' files=() names=() values=()
while (($#)); do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --engine | --format | --days | --hivevar)
      (($# > 1)) || sc_die 1 "run_sql.sh: $1 needs a value; see scripts/run_sql.sh --help"
      case $1 in
        --engine) engine=$2 ;;
        --format) format=$2 ;;
        --days)
          sc_expect 1 "run_sql.sh: --days" dates "$2"
          days=$2 ;;
        --hivevar)
          sc_name_and_value "$2" ||
            sc_die 1 "run_sql.sh: --hivevar '$(sc_shown "$2")' is not NAME=VALUE with a value of letters, digits and _ . / : @ + , = % ~ - only (of anchor also ? and &)"
          names+=("${BASH_REMATCH[1]}") values+=("${BASH_REMATCH[2]}")
          sc_check_variable "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" ;;
      esac
      shift 2 ;;
    --dry-run)
      dry_run=yes
      shift ;;
    -*) sc_die 1 "run_sql.sh: unknown option '$(sc_shown "$1")'; see scripts/run_sql.sh --help" ;;
    *)
      [[ -f $1 && -r $1 ]] || sc_die 1 "run_sql.sh: there is no file '$(sc_shown "$1")' to read"
      files+=("$1")
      shift ;;
  esac
done
((${#files[@]})) || sc_die 1 "run_sql.sh: a FILE is missing; see scripts/run_sql.sh --help"
sc_read_conf

[[ -z $engine ]] || sc_expect 1 "run_sql.sh: --engine" 'hive|spark|impala' "$engine"
sc_expect 1 "run_sql.sh: --format" 'table|tsv' "$format"
if [[ -z $engine ]]; then
  engine=$(sc_conf_engine)
fi
if [[ $engine == impala && -n $SC_CONF_FILE ]] && ! sc_on_cluster; then
  sc_die 2 "run_sql.sh: the sandbox has no Impala: leave SC_SANDBOX out, or take --engine hive or spark"
fi

# given NAME: the value of the last --hivevar of that name; status 1 if there is none.
given() {
  local i
  for ((i = ${#names[@]} - 1; i >= 0; i--)); do
    [[ ${names[i]} != "$1" ]] || { printf '%s\n' "${values[i]}"; return; }
  done
  return 1
}

# The empty day stands for y, m and d as they were given, or not.
IFS=, read -ra days <<<"${days:-,}"
if [[ -n ${days[0]} ]]; then
  for name in y m d; do
    ! given "$name" >/dev/null || sc_die 1 "run_sql.sh: --days sets y, m and d: leave --hivevar $name out"
  done
elif year=$(given y) && month=$(given m) && day=$(given d); then
  sc_is_day "$year" "$month" "$day" || sc_die 1 "run_sql.sh: --hivevar y, m, d: there is no day $year-$month-$day"
fi

session=$SC_ROOT/sql/engine/$engine/session.sql

# set_variables: what every file may count on, then what was given: of two with one name all engines take the latter.
set_variables() {
  local dbname huser jar i
  dbname=$(given dbname) || dbname=$(sc_conf DBNAME spot)
  sc_check_database "$dbname"
  if sc_on_cluster; then
    huser=$(sc_cluster_huser)
    jar=$(sc_cluster_udfs_jar)
  else
    huser=$SC_HOME/user/$dbname
    if [[ -n $dry_run ]]; then
      # Publishing it writes.
      jar=$SC_HOME/jars/suspicious-connects-udfs.jar
    else
      jar=$(sc_publish_udfs_jar)
    fi
    jar=file://$jar
  fi
  variables=("dbname=$dbname" "huser=$huser" "udfs_jar=$jar" vocabulary=spot score_method=spot model_id=newest
    "dupfactor=$(sc_conf DUPFACTOR 1000)" reference_days=14)
  for ((i = 0; i < ${#names[@]}; i++)); do
    variables+=("${names[i]}=${values[i]}")
  done
}

# of_day DAY: sets of_day to y, m and d of a day of --days, nothing for the empty one.
of_day() {
  of_day=()
  [[ -z $1 ]] || of_day=("y=${1:0:4}" "m=${1:5:2}" "d=${1:8:2}")
}

# around before|after FILE: prints the path of what this engine needs there, if FILE is one of sql/ and there is something.
around() {
  local folder path
  folder=$(cd "$(dirname "$2")" && pwd -P)
  path=$SC_ROOT/sql/engine/$engine/$1/$(basename "$2")
  [[ $folder != "$SC_ROOT/sql" || ! -f $path ]] || printf '%s\n' "$path"
}

# parts_of FILE: prints the paths of what goes before it, of itself, and of what comes after.
parts_of() {
  around before "$1"
  printf '%s\n' "$1"
  around after "$1"
}

# check_variables: one without a value is found before anything is run; of the engines not all would stop.
check_variables() {
  local file variable line name known=' run_id '
  of_day "${days[0]}"
  for variable in "${variables[@]}" ${of_day[@]+"${of_day[@]}"}; do
    known+="${variable%%=*} "
  done
  for file in "${files[@]}"; do
    while IFS=: read -r line name; do
      [[ $known == *" $name "* ]] ||
        sc_die 1 "$file, line $line: the variable $name has no value: add --hivevar $name=VALUE; nothing was run"
    done < <(used_variables "$file")
  done
}

# used_variables FILE: prints LINE:NAME for each.
used_variables() {
  awk '!/^[[:space:]]*--/ {
    text = $0
    while (match(text, /\$\{hivevar:[^}]*\}/)) {
      print FNR ":" substr(text, RSTART + 10, RLENGTH - 11)
      text = substr(text, RSTART + RLENGTH)
    }
  }' "$1"
}

# A script for the shells that take one: the session's settings and all parts of a FILE.
one_script() {
  local part
  cat "$session"
  while IFS= read -r part; do
    echo
    cat "$part"
  done < <(parts_of "$1")
}

# noting_errors COMMAND…: runs it; its standard error goes to scratch/errors too.
noting_errors() {
  { "$@" 2>&1 >&3 3>&- | tee "$scratch/errors" >&2 3>&-; } 3>&1
}

# failed STATUS: out, with 3 instead of 4 if what failed is the requirement that a day has events, or a valid one. Of Spark's
# runner only the last line tells; those before it show statements, which have that message too.
failed() {
  (($1 != 4)) || ! tail -n 2 "$scratch/errors" | grep -v ', statement [0-9]* of [0-9]*: ' |
    grep -qE '(flow|dns|proxy) has no events on [0-9]|no (word|user agent) was counted on [0-9]' || exit 3
  exit "$1"
}

# each COMMAND…: runs it with each day and FILE in turn, as COMMAND… FILE DAY, and with what the FILE's variables are then in
# of_file.
each() {
  local file day
  for day in "${days[@]}"; do
    of_day "$day"
    for file in "${files[@]}"; do
      of_file=(run_id="$(sc_run_id)" "${variables[@]}" ${of_day[@]+"${of_day[@]}"})
      "$@" "$file" "$day"
    done
  done
}

# print_sql FILE DAY: for --dry-run.
print_sql() {
  printf -- '-- %s on %s%s\n' "$1" "$engine" "${2:+, $2}"
  one_script "$1" | grep -v '^[[:space:]]*--' | cat -s | sc_with_values "${of_file[@]}"
}

sql_on_hive() {
  each file_on_hive
}

# file_on_hive FILE DAY
file_on_hive() {
  local arguments=(--silent=true --maxWidth=1000 --maxColumnWidth=300) variable
  [[ $format == table ]] || arguments=(--silent=true --outputformat=tsv2 --showHeader=false)
  for variable in "${of_file[@]}"; do
    arguments+=(--hivevar "$variable")
  done
  one_script "$1" >"$scratch/script.sql"
  arguments+=(-f "$scratch/script.sql")
  if sc_on_cluster; then
    noting_errors sc_hive "${arguments[@]}" || failed $?
  else
    # Its own statuses, 1 and 2, mean that a statement failed.
    noting_errors "$SC_ROOT/scripts/sandbox.sh" beeline "${arguments[@]}" || failed 4
  fi
}

# All in one session; the runner gives each file and day a run_id.
sql_on_spark() {
  local arguments=(--format "$format" --file "$session") jar file part variable day
  for day in "${days[@]}"; do
    [[ -z $day ]] || arguments+=(--day "$day")
  done
  for file in "${files[@]}"; do
    while IFS= read -r part; do
      arguments+=(--file "$part")
    done < <(parts_of "$file")
  done
  for variable in "${variables[@]}"; do
    arguments+=(--hivevar "$variable")
  done
  jar=$(sc_trainer_jar)
  noting_errors sc_spark_submit org.suspiciousconnects.run.RunSql "$jar" "${arguments[@]}" || failed $(($? < 4 ? $? : 4))
}

sql_on_impala() {
  local host port kerberos ssl authority shell
  host=$(sc_conf IMPALA_DEM)
  port=$(sc_conf IMPALA_PORT 21050)
  kerberos=$(sc_conf KERBEROS false)
  ssl=$(sc_conf SSL false)
  authority=$(sc_conf CA_LOCATION)
  [[ -n $host ]] ||
    sc_die 2 "run_sql.sh: which Impala daemon? Set IMPALA_DEM, and IMPALA_PORT unless it is 21050, in ${SC_CONF_FILE:-a spot.conf and SPOT_CONF to that}"
  command -v impala-shell >/dev/null ||
    sc_die 2 "run_sql.sh: there is no impala-shell on the PATH: install it (pip install impala-shell), or run this on a node that has it"
  shell=(-i "$host:$port")
  [[ $kerberos != true ]] || shell+=(-k)
  [[ $ssl != true ]] || shell+=(--ssl ${authority:+"--ca_cert=$authority"})
  [[ $format != tsv ]] || shell+=(-B)
  each file_on_impala
}

# file_on_impala FILE DAY
file_on_impala() {
  one_script "$1" >"$scratch/script.sql"
  noting_errors impala-shell "${shell[@]}" "${of_file[@]/#/--var=}" -f "$scratch/script.sql" || failed 4
}

sc_on_cluster || sc_check_home
if [[ -n $dry_run ]]; then
  set_variables
  check_variables
  each print_sql
  exit
fi
if ! sc_on_cluster && [[ $engine != impala ]]; then
  sc_require_java
  # Standard output is for the rows.
  sc_build_if_missing >&2
fi
set_variables
check_variables
scratch=$(mktemp -d "${TMPDIR:-/tmp}/run_sql.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
"sql_on_$engine"
