#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Rehearses on this machine what happens on a cluster: HDFS, metastore, HiveServer2 and Spark's master and two workers, each
# in a process of its own, without and with Kerberos and TLS. Exit status: 0 all checks passed, 1 usage, 2 configuration,
# 4 one did not.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"
CLUSTER_MODULE=$SC_ROOT/sandbox/cluster
. "$CLUSTER_MODULE/src/main/bash/settings.sh"
. "$CLUSTER_MODULE/src/main/bash/daemons.sh"
. "$CLUSTER_MODULE/src/main/bash/observations.sh"

usage() {
  cat <<HELP
Usage: scripts/rehearse_cluster.sh [--plain | --secure | --all] [--rows N] [--keep DIR]

Starts a cluster on loopback, and on it runs set-up, loading, counting, training and scoring of flow, dns and proxy, and
most of it again; kills a Spark worker in the middle of a training; and, with Kerberos and TLS, tries an expired ticket, wrong
principals and an untrusted certificate. Prints what ran where and a table of checks, and leaves no process behind.

  --plain      without security
  --secure     with Kerberos and TLS
  --all        both, one after the other (default)
  --rows N     size of each sample day, 1000 to 1000000 (default: 10000)
  --keep DIR   a new folder for data and logs, which stays; default: a temporary one, which stays if a check fails
  -h, --help   this text

Environment: JAVA_HOME (a JDK 17). It takes about 6 GB of memory, and on two cores half an hour for each.
HELP
}

modes=(plain secure) rows=10000 keep=''
while (($#)); do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --plain | --secure) modes=("${1#--}"); shift ;;
    --all) modes=(plain secure); shift ;;
    --rows | --keep)
      (($# > 1)) || sc_die 1 "rehearse_cluster.sh: $1 needs a value; see scripts/rehearse_cluster.sh --help"
      printf -v "${1#--}" '%s' "$2"
      shift 2 ;;
    *) sc_die 1 "rehearse_cluster.sh: unknown argument '$1'; see scripts/rehearse_cluster.sh --help" ;;
  esac
done
[[ $rows =~ ^[1-9][0-9]{3,6}$ ]] && ((rows <= 1000000)) ||
  sc_die 1 "rehearse_cluster.sh: --rows '$rows' is not a whole number from 1000 to 1000000"

# The sample day, and the size of the models.
day=2016-07-08 topics=10

# check TITLE COMMAND…: runs it, tells whether it succeeded and how long it took, and notes that for the table at the end. What
# it says goes to a file, and to standard error if it failed. Always returns 0: the other checks are made too.
checks=() failed=0
check() {
  local title="$mode: $1" start=$SECONDS verdict=PASS
  shift
  # A subshell, which changes no setting of ours, and which sc_die ends.
  if ! ("$@") >"$HOME_DIR/logs/check.out" 2>&1; then
    verdict=FAIL failed=$((failed + 1))
    tail -n 15 "$HOME_DIR/logs/check.out" >&2
  fi
  cat "$HOME_DIR/logs/check.out" >>"$HOME_DIR/logs/checks.out"
  checks+=("$(printf '%s %5d s  %s' "$verdict" $((SECONDS - start)) "$title")")
  printf '%s\n' "${checks[${#checks[@]} - 1]}"
}

# must TITLE COMMAND…: a check without which the others make no sense.
must() {
  local before=$failed
  check "$@"
  ((failed == before)) || sc_die 4 "rehearse_cluster.sh: stopped at: $1"
}

# sql FILE VARIABLE=VALUE…: a file of sql/ for the sample day, whose month and day the proxy's tables want with two digits.
sql() {
  local file=$SC_ROOT/sql/$1 variable variables=()
  shift
  for variable in y=2016 m=07 d=08 "$@"; do
    variables+=(--hivevar "$variable")
  done
  "$SC_ROOT/scripts/run_sql.sh" --engine hive "$file" "${variables[@]}"
}

# By the driver alone: what is rehearsed comes after it.
generate() {
  with_conf "SPK_MASTER='local[2]'"
  sc_read_conf
  sc_spark_submit org.suspiciousconnects.sample.GenerateSampleDay "$(sc_sample_jar)" "$1" --rows "$rows" --seed 1 --date "$day" \
    --output "/user/spot/sample/$1" --labels "/user/spot/sample/$1.labels.tsv" --top-domains /user/spot/sample/top-domains.csv
}

# with_conf LINE…: what follows reads a spot.conf with these lines at its end, which win.
with_conf() {
  {
    cat "$HOME_DIR/spot.conf"
    printf '%s\n' "$@"
  } >"$HOME_DIR/tmp/spot.conf"
  export SPOT_CONF=$HOME_DIR/tmp/spot.conf
}

# train SOURCE SEED ARG…: what it printed last is in HOME_DIR/SOURCE.model.
train() {
  local source=$1 seed=$2
  shift 2
  "$SC_ROOT/scripts/train.sh" --source "$source" --date "$day" --topics "$topics" --seed "$seed" \
    --max-iterations 60 "$@" >"$HOME_DIR/$source.model"
}

model_of() {
  sed -n 's/^model_id=\([0-9a-f]*\)$/\1/p' "$HOME_DIR/$1.model"
}

score() {
  sql "score_$1.sql" "model_id=$(model_of "$1")" threshold=1 max_results=3000
}

same() {
  [[ -n $1 && $1 == "$2" ]] || { echo "'$1' is not '$2'"; return 1; }
}

begin() {
  local port ports=()
  HOME_DIR=$base/$mode SECURE=false
  [[ $mode == plain ]] || SECURE=true
  mkdir -p "$HOME_DIR"
  HADOOP_PATH=$(hadoop_path) HIVE_PATH=$(hive_path)
  SPARK_SECRET=$(random_text) KEYSTORE_PASSWORD=$(random_text)
  export KEYSTORE_PASSWORD
  while IFS= read -r port; do ports+=("$port"); done < <("$SC_JAVA" -cp "$HADOOP_PATH" org.suspiciousconnects.rehearsal.FreePorts 11)
  write_settings "${ports[@]}"
  export SPOT_CONF=$HOME_DIR/spot.conf HADOOP_CONF_DIR=$HOME_DIR/conf SPARK_CONF_DIR=$HOME_DIR/conf SPARK_LOCAL_IP=127.0.0.1 \
    SC_SPARK_LOG=$HOME_DIR/logs/driver.log HADOOP_USER_NAME=spot
  # Nothing of this machine's: Maven's artifacts are what is rehearsed.
  unset SPARK_HOME KRB5CCNAME KRB5_CONFIG
  sc_read_conf
  start_spark
  if [[ $SECURE == true ]]; then
    start_kdc
    make_certificates
    export KRB5_CONFIG=$HOME_DIR/krb5.conf
    unset HADOOP_USER_NAME
  fi
  start_hdfs
  start_hive
  [[ $SECURE == false ]] || fetch_token
  await_workers
}

# From the events of a day to the most suspicious of them.
analyse() {
  local source=$1
  must "sample day of $rows events of $source, on HDFS" generate "$source"
  # dns and proxy ask for it.
  [[ $source != flow ]] || must "popular domains loaded" "$SC_ROOT/scripts/load.sh" top-domains /user/spot/sample/top-domains.csv
  must "$source loaded" "$SC_ROOT/scripts/load.sh" "$source" --format parquet "/user/spot/sample/$source"
  must "words of $source counted" sql "count_words_$source.sql"
  must "model of $source trained" train "$source" 1
  check "both workers took part in it" both_workers_took_part
  must "$source scored" score "$source"
}

# The same again has to give the same.
again() {
  local source=$1 model tables
  model=$(model_of "$source")
  # What can't be read is '', which is never the same.
  tables=$(fingerprint "$source") || tables=''
  check "words of $source counted again" sql "count_words_$source.sql"
  check "model of $source trained again" train "$source" 1
  check "it is the same model $model" same "$model" "$(model_of "$source")"
  check "$source scored again" score "$source"
  check "the tables of $source are the same: ${tables:0:16}" same_as "$tables" fingerprint "$source"
}

# A training that loses a worker in its midst, against one that does not.
lose_a_worker() {
  local model tables trained='' progress=$HOME_DIR/logs/killed.err status=0 pid
  check "flow trained with another seed" train flow 2 --tolerance 0
  model=$(model_of flow)
  tables=$(model_fingerprint flow "$model") && trained=$(trained_at "$model") || tables=''
  train flow 2 --tolerance 0 2>"$progress" &
  pid=$!
  check "the same again, up to its 5th pass" await_line "$pid" "$progress" '^em: pass 5 of'
  check "worker killed, and its executor" kill_the_worker_in_use
  wait "$pid" || status=$?
  cat "$progress" >>"$HOME_DIR/logs/checks.out"
  check "the training ended with 0" same 0 "$status"
  check "it had lost an executor: $(losses)" lost_an_executor
  check "it was a training of its own" other "$trained" "$(trained_at "$model" || true)"
  check "its model is the same to the last bit: ${tables:0:16}" same_as "$tables" model_fingerprint flow "$model"
}

# same_as TEXT COMMAND…: the command prints it.
same_as() {
  local text=$1
  shift
  same "$text" "$("$@")"
}

other() {
  [[ -n $1 && -n $2 && $1 != "$2" ]] || { echo "'$1' is '$2'"; return 1; }
}

rehearse() {
  local source
  printf '\n%s cluster in %s\n' "$mode" "$base/$mode"
  begin
  daemons_table
  must "set-up" "$SC_ROOT/scripts/setup.sh"
  check "set-up again" "$SC_ROOT/scripts/setup.sh"
  for source in flow dns proxy; do analyse "$source"; done
  check "all tables are on HDFS" tables_on_hdfs
  for source in flow dns proxy; do again "$source"; done
  lose_a_worker
  [[ $SECURE == false ]] || . "$CLUSTER_MODULE/src/main/bash/failures.sh"
  printf '\nWhat ran where\n'
  daemons_table
  tasks_table
  printf '\nRows\n'
  row_counts
  end
}

# Stops what runs; to be called more than once.
end() {
  local left=0
  [[ -n ${HOME_DIR-} ]] || return 0
  stop_all || left=1
  check "no process is left" same 0 "$left"
  HOME_DIR=''
}

finish() {
  local status=$?
  trap - EXIT INT TERM
  set +e
  if [[ -n ${HOME_DIR-} ]]; then
    # Out of the way of the failure's own message.
    failed=$((failed + 1))
    end
  fi
  if ((${#checks[@]})); then
    printf '\n%d checks, %d failed, %d s\n' "${#checks[@]}" "$failed" "$SECONDS"
    printf '%s\n' "${checks[@]}"
  fi
  if ((status == 0 && failed == 0)); then
    [[ -n $keep ]] || rm -rf "$base"
    exit 0
  fi
  echo "Data and logs are in $base" >&2
  ((status)) || status=4
  exit "$status"
}

sc_require_java
sc_build_if_missing
build_cluster_module
if [[ -n $keep ]]; then
  [[ ! -e $keep ]] || sc_die 1 "rehearse_cluster.sh: --keep $keep exists: name a folder that does not"
  mkdir -p "$keep" || sc_die 2 "rehearse_cluster.sh: can't make the folder $keep"
  base=$(cd "$keep" && pwd -P)
else
  base=$(mktemp -d)
fi
[[ $base =~ ^/[A-Za-z0-9/._@+-]*$ ]] || sc_die 2 "rehearse_cluster.sh: the folder '$base' has a character that Hive can't take: --keep another one"
# Some of the settings are secrets.
umask 077
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
for mode in "${modes[@]}"; do
  rehearse
done
