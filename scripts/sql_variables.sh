#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by run_sql.sh and setup.sh after common.sh: the variables of our SQL files, and of what type (checks.sh) each is. They stand for
# themselves wherever a file has them, also within strings.

# sc_name_and_value TEXT: NAME=VALUE into BASH_REMATCH; status 1 if it is not, or the value could end a string.
sc_name_and_value() {
  local LC_ALL=C
  ((${#1} <= 1024)) &&
    { [[ $1 =~ ^([a-z][a-z0-9_]*)=([A-Za-z0-9_./:@+,=%~-]*)$ ]] || [[ $1 =~ ^(anchor)=([A-Za-z0-9_./:@+,=%~?\&-]*)$ ]]; }
}

# sc_check_variable NAME VALUE: dies with status 1 unless the value is of the name's type.
sc_check_variable() {
  local type
  case $1 in
    dbname)
      sc_check_database "$2"
      return ;;
    huser | udfs_jar) type=path ;;
    source) type='flow|dns|proxy|all' ;;
    y) type=year ;;
    m) type=month ;;
    d) type=day ;;
    h) type=hour ;;
    event_day | from_day) type=date ;;
    expires_on) type=date_or_never ;;
    vocabulary) type='spot|psl' ;;
    score_method) type='spot|profile' ;;
    model_id) type=model ;;
    threshold) type=decimal ;;
    max_results) type=whole:-1:9223372036854775806 ;;
    limit_rows) type=whole:0:2147483647 ;;
    topic) type=whole:0:100000 ;;
    score_rank) type=whole:1:2147483647 ;;
    verdict) type=whole:1:3 ;;
    dupfactor) type=whole:0:1000000 ;;
    reference_days) type=whole:0:60 ;;
    feedback_scope) type='event|ip_word|word' ;;
    kind) type='cidr|domain|port|user_agent' ;;
    user_domain) type=domain ;;
    anchor) type=anchor ;;
    author) type=word ;;
    run_id) type=run ;;
    after_run) type=run_or_none ;;
    host) type=host ;;
    pid) type=whole:1:999999999 ;;
    started_at) type=time ;;
    process_started) type=word ;;
    *) type=plain ;;
  esac
  sc_expect 1 "run_sql.sh: --hivevar $1" "$type" "$2"
}

# sc_with_values NAME=VALUE…: standard input with the value of each variable, of two with one name the latter.
sc_with_values() {
  local text i variable
  text=$(cat)
  for ((i = $#; i > 0; i--)); do
    variable=${!i}
    text=${text//"\${hivevar:${variable%%=*}}"/"${variable#*=}"}
  done
  printf '%s\n' "$text"
}
