#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by ml_ops.sh: runs steps one by one, with what their tools say in the run's log. Uses its variables dry_run, log,
# scratch and child.

# say WORDS…: a line for people and the log, with the time (UTC).
say() {
  local line
  line="$(date -u +%Y-%m-%dT%H:%M:%SZ) ${*//[[:cntrl:]]/?}"
  printf '%s\n' "$line" >&2
  [[ -z ${log-} ]] || printf '%s\n' "$line" >>"$log"
}

# step NAME COMMAND…: runs a command or a function of ours. What it found goes into the variable figures of this shell, and
# so into the last line.
step() {
  local name=$1 began=$SECONDS status=0
  shift
  if [[ -n $dry_run ]]; then
    printf '\n# %s\n' "$name"
    "$@"
    return
  fi
  say "$name: begins"
  figures='' log_from=$(wc -c <"$log")
  "$@" || status=$?
  ((status == 0)) || fail "$name" "$status"
  say "$name: done${figures:+, $figures}, $((SECONDS - began)) s"
}

# tool COMMAND…: runs a program with its standard output in the file out and both in the log; its status, 4 for one that is
# none of ours. In a process group of its own, which a signal to us ends.
tool() {
  local status=0
  if [[ -n $dry_run ]]; then
    printf '%q ' "$@"
    echo
    return
  fi
  set -m
  "$@" >"$out" 2>>"$log" </dev/null &
  child=$!
  set +m
  wait "$child" || status=$?
  child=''
  cat "$out" >>"$log"
  ((status <= 4)) || status=4
  return "$status"
}

# sql NAME… --OPTION…: files of sql/, one after the other; of their rows columns are separated by tabs.
sql() {
  local files=()
  while (($#)) && [[ $1 != --* ]]; do
    files+=("$SC_ROOT/sql/$1.sql")
    shift
  done
  set -- --engine "$engine" "${files[@]}" --hivevar dbname="$database" "$@"
  tool "$SC_ROOT/scripts/run_sql.sh" --format "${format:-tsv}" "$@" || return
  [[ -z $dry_run ]] || "$SC_ROOT/scripts/run_sql.sh" --dry-run "$@"
}

# fail NAME STATUS: shows what the tools said last, and out.
fail() {
  tail -c "+$((log_from + 1))" "$log" | grep -vE '^[[:space:]]*$|^[[:space:]]+(at |[.][.][.] )|^[-0-9TZ:]+ [a-z]+: begins$' |
    tail -n 10 | cut -c 1-2000 >&2 || true
  say "ml_ops.sh: $1 of $source on $day_text stopped with status $2; all that the tools said: $log"
  exit "$2"
}

# open_log: in SC_LOG_DIR, on the sandbox else its logs, else the folder for temporary files.
open_log() {
  local folder=${SC_LOG_DIR-}
  if [[ -z $folder ]]; then
    folder=${TMPDIR:-/tmp}
    sc_on_cluster || folder=$SC_HOME/logs
  fi
  log=$folder/ml_ops-$date-$source-$run_id.log
  # Noclobber: in a folder that others write to, a link of that name is no file of ours.
  mkdir -p "$folder" 2>/dev/null && (umask 077 && set -C && : >"$log") 2>/dev/null || {
    local unwritable=$log
    log=''
    sc_die 2 "ml_ops.sh: the log $unwritable can't be made: set SC_LOG_DIR to a folder that you may write to"
  }
}
