#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by scripts/rehearse_cluster.sh: what is seen of a cluster while it runs and afterwards. Of Spark's applications that is
# their event logs, one file each, in HOME_DIR/events.

# rows_of QUERY…: tab-separated, without a header.
rows_of() {
  sc_hive --silent=true --outputformat=tsv2 --showHeader=false -e "$*"
}

# hash_of: of standard input's lines, whatever their order; nothing if there are none.
hash_of() {
  local rows
  rows=$(mktemp "$HOME_DIR/tmp/rows.XXXXXX") || return
  LC_ALL=C sort >"$rows"
  [[ ! -s $rows ]] || sc_sha256 "$rows"
  rm -f "$rows"
}

# model_fingerprint SOURCE MODEL_ID: of all rows of a model's tables.
model_fingerprint() {
  local table queries=''
  [[ $2 =~ ^[0-9a-f]{16}$ ]] || return 1
  for table in topic_mix word_topics topics topic_top_words; do
    queries+="SELECT * FROM spot.$1_$table WHERE model_id = '$2';"
  done
  rows_of "$queries" | hash_of
}

# fingerprint SOURCE: of its word counts, its current model, and what became of the day's events.
fingerprint() {
  local table queries=''
  for table in word_counts scored_results invalid; do
    queries+="SELECT * FROM spot.$1_$table WHERE y = 2016 AND m = 7 AND d = 8;"
  done
  queries+="SELECT events_in, events_scored, events_invalid, kept, unseen_ips, unseen_words FROM spot.score_runs WHERE source = '$1';"
  {
    rows_of "$queries"
    model_fingerprint "$1" "$(model_of "$1")"
  } | hash_of
}

trained_at() {
  rows_of "SELECT trained_at FROM spot.model_runs WHERE model_id = '$1'"
}

row_counts() {
  local source queries=''
  for source in flow dns proxy; do
    queries+="SELECT '  $source', events_in, 'in', events_scored, 'scored', events_invalid, 'invalid', kept, 'kept' FROM spot.score_runs WHERE source = '$source';"
  done
  rows_of "$queries" | tr '\t' ' '
}

# Every table of ours lies below HUSER on HDFS; a view has no location.
tables_on_hdfs() {
  local table tables queries='' wrong
  tables=$(rows_of 'SHOW TABLES IN spot')
  for table in $tables; do
    queries+="DESCRIBE FORMATTED spot.$table;"
  done
  rows_of "$queries" | awk '$1 == "Location:" { print $2 }' >"$HOME_DIR/tmp/locations"
  # A view's is empty or null.
  wrong=$(grep -v "^hdfs://localhost:$NAMENODE_PORT/user/spot/" "$HOME_DIR/tmp/locations" | grep -v '^\(NULL\|null\)*$' || true)
  [[ -z $wrong ]] || { echo "not on HDFS: $wrong"; return 1; }
  (($(grep -c '^hdfs:' "$HOME_DIR/tmp/locations") > 20))
}

# The event logs of the applications that ran on the workers, the last one last: the names have the time and a number.
applications() {
  (cd "$HOME_DIR/events" && printf '%s\n' app-*) | LC_ALL=C sort
}

last_application() {
  applications | tail -n 1
}

# tasks_of EVENT_LOG: how many each executor ended, a line of number and executor.
tasks_of() {
  grep '"Event":"SparkListenerTaskEnd"' "$HOME_DIR/events/$1" | sed 's/.*"Executor ID":"\([^"]*\)".*/\1/' | sort | uniq -c
}

both_workers_took_part() {
  local log
  log=$(last_application)
  tasks_of "$log"
  (($(tasks_of "$log" | wc -l) >= 2))
}

daemons_table() {
  local name
  for name in kdc namenode datanode metastore hiveserver2 master worker1 worker2; do
    [[ -e $HOME_DIR/pids/$name ]] || continue
    printf '  %-12s process %6s  %s\n' "$name" "$(pid_of "$name")" "$(address_of "$name")"
  done
}

address_of() {
  case $1 in
    namenode) echo "hdfs://localhost:$NAMENODE_PORT" ;;
    datanode) echo "localhost:$DATANODE_PORT" ;;
    metastore) echo "thrift://localhost:$METASTORE_PORT" ;;
    hiveserver2) echo "$(sc_hive_url)" ;;
    master) echo "spark://localhost:$MASTER_PORT" ;;
    worker1) echo "http://localhost:$WORKER1_HTTP_PORT" ;;
    worker2) echo "http://localhost:$WORKER2_HTTP_PORT" ;;
    kdc) sed -n 's/^Ready: //p' "$HOME_DIR/logs/kdc.out" ;;
  esac
}

# For each application the tasks that each executor ended, and on which worker, whose web page the event log names.
tasks_table() {
  local log name
  for log in $(applications); do
    name=$(sed -n 's/.*"Event":"SparkListenerApplicationStart","App Name":"\([^"]*\)".*/\1/p' "$HOME_DIR/events/$log" | head -n 1)
    printf '  %s\n' "$name"
    while read -r number executor; do
      printf '    %-8s executor %-3s %5d tasks\n' "$(worker_of "$log" "$executor")" "$executor" "$number"
    done < <(tasks_of "$log")
  done
}

worker_of() {
  local port
  port=$(sed -n "s/.*\"SparkListenerExecutorAdded\".*\"Executor ID\":\"$2\".*\"stdout\":\"http:\/\/[^:]*:\([0-9]*\)\/.*/\1/p" "$HOME_DIR/events/$1")
  case $port in
    "$WORKER1_HTTP_PORT") echo worker1 ;;
    "$WORKER2_HTTP_PORT") echo worker2 ;;
    *) echo "worker?" ;;
  esac
}

# await_line PID FILE PATTERN: until a line of the file that a process writes says so, while it lives.
await_line() {
  until grep -qE "$3" "$2" 2>/dev/null; do
    kill -0 "$1" 2>/dev/null || { tail -n 5 "$2"; return 1; }
    sleep 0.05
  done
}

# Kills the worker that has the executor of the last task, which so has at least one of the training's blocks, and then that
# executor, which would otherwise end itself.
kill_the_worker_in_use() {
  local log executor pid worker
  log=$(last_application)
  executor=$(grep '"Event":"SparkListenerTaskEnd"' "$HOME_DIR/events/$log" | tail -n 1 | sed 's/.*"Executor ID":"\([^"]*\)".*/\1/')
  for pid in $(processes); do
    if sc_command_line "$pid" | grep -q -e "--executor-id $executor .*--app-id ${log%.inprogress} "; then
      worker=$(parent_of "$pid")
      sc_command_line "$worker" | grep -q deploy.worker.Worker || { echo "the parent of executor $executor is no worker: $worker"; return 1; }
      kill -KILL "$worker" "$pid"
      echo "killed worker $worker and executor $executor, process $pid"
      return
    fi
  done
  echo "no process has executor '$executor' of $log"
  return 1
}

parent_of() {
  if [[ -r /proc/$1/status ]]; then
    sed -n 's/^PPid:[[:space:]]*//p' "/proc/$1/status"
  else
    ps -o ppid= -p "$1" | tr -d ' '
  fi
}

lost_an_executor() {
  grep -q '"Event":"SparkListenerExecutorRemoved".*lost\|"Event":"SparkListenerExecutorRemoved".*\(137\|KILL\|disassociated\)' "$HOME_DIR/events/$(last_application)"
}

# What became of the tasks of the last application that did not succeed.
losses() {
  local log=$HOME_DIR/events/$(last_application)
  printf '%d removed, %d tasks lost or fetched in vain' "$(grep -c '"Event":"SparkListenerExecutorRemoved"' "$log" || true)" \
    "$(grep '"Event":"SparkListenerTaskEnd"' "$log" | grep -c '"Reason":"\(ExecutorLostFailure\|FetchFailed\|Resubmitted\|ExceptionFailure\)"' || true)"
}
