#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
# The one-machine warehouse: starts and stops it, and opens Beeline on it.

# shellcheck source=scripts/common.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

usage() {
  cat <<END
Usage: sandbox.sh [--home DIR] COMMAND

A real Hive metastore and HiveServer2 in one process, on free ports of 127.0.0.1. They ask nobody for a password: on a
machine that you share, others with an account can read the data.

  start [--engine mr|tez]   starts it; says so and does nothing if it runs already
  stop                      stops it; says so and does nothing if it does not run
  status                    prints process and addresses; exit status 3 if it does not run
  beeline [ARGUMENT ...]    Hive's Beeline, connected to it. The variables dbname (spot), huser
                            (DIR/user/spot), vocabulary (spot), score_method (spot), model_id (newest) and
                            udfs_jar are set unless a --hivevar sets them

  --home DIR   data folder, kept between starts. Default: \$SC_SANDBOX_HOME, or sandbox/data

Environment: JAVA_HOME (a JDK 17), SC_SERVER_HEAP (maximum heap of the server, 2g), SC_SERVER_OPTIONS (further options
of its Java, with blanks between them).
Exit status: 0 done, 1 usage, 2 configuration, 3 not running, 4 engine error; that of Beeline.
Example: scripts/sandbox.sh start && scripts/sandbox.sh beeline -e 'SHOW DATABASES'
END
}

module=$SC_ROOT/sandbox/warehouse

main() {
  while [[ ${1-} == -* ]]; do
    case $1 in
      -h | --help)
        usage
        exit
        ;;
      --home)
        [[ -n ${2-} ]] || sc_die 1 "sandbox.sh: --home needs a folder"
        SC_HOME=$2
        [[ $SC_HOME == /* ]] || SC_HOME=$PWD/$SC_HOME
        shift 2
        ;;
      *) sc_die 1 "sandbox.sh: unknown option $1, see --help" ;;
    esac
  done
  sc_check_home
  local command=${1-}
  shift || true
  case $command in
    start) start "$@" ;;
    stop | status)
      (($# == 0)) || sc_die 1 "sandbox.sh: $command takes no argument, see --help"
      "$command"
      ;;
    beeline) beeline "$@" ;;
    '') sc_die 1 "sandbox.sh: a command is missing, see --help" ;;
    *) sc_die 1 "sandbox.sh: unknown command $command, see --help" ;;
  esac
}

# The published jar first, so that a build while the server runs does it no harm.
server_class_path() {
  local jar
  jar=$(sc_warehouse_jar) || return
  jar=$(sc_publish_jar "$jar") || return
  printf '%s:%s\n' "$jar" "$(<"$module/target/class-path")"
}

start() {
  local engine=mr
  case $* in
    '') ;;
    '--engine mr' | '--engine tez') engine=$2 ;;
    *) sc_die 1 "sandbox.sh: start takes --engine mr or --engine tez only, see --help" ;;
  esac
  if sc_server_property pid >/dev/null; then
    echo "Already running."
    status
    return
  fi
  sc_require_java
  sc_build_if_missing
  # It serves whoever reaches the port; the files at least are the owner's only.
  mkdir -p "$SC_HOME/logs" "$SC_HOME/tmp" && chmod 700 "$SC_HOME" || sc_die 2 "sandbox.sh: cannot write to $SC_HOME"

  local out=$SC_HOME/logs/server.out pid seconds=0 status=0
  CLASSPATH=$(server_class_path)
  export CLASSPATH
  # In tmp: whatever a library drops into the working directory is below the data folder.
  cd "$SC_HOME/tmp"
  read -r -a options <<<"${SC_SERVER_OPTIONS-}" || true
  nohup "$SC_JAVA" "@$module/target/hive.options" -Xmx"${SC_SERVER_HEAP:-2g}" -Duser.timezone=UTC \
    ${options[@]+"${options[@]}"} org.suspiciousconnects.sandbox.WarehouseServer --home "$SC_HOME" --engine "$engine" \
    </dev/null >"$out" 2>&1 &
  pid=$!
  trap 'kill "$pid"' INT TERM
  printf 'Starting the warehouse '
  # Not the mere existence of server.properties: a killed server may have left one.
  until [[ $(sc_server_property pid) == "$pid" ]]; do
    if ! kill -0 "$pid" 2>/dev/null; then
      wait "$pid" || status=$?
      printf '\n'
      tail -n 20 "$out" >&2
      sc_die 4 "sandbox.sh: the warehouse did not start (status $status), see $out and $SC_HOME/logs/hive.log"
    fi
    if ((seconds == 300)); then
      kill "$pid"
      printf '\n'
      sc_die 4 "sandbox.sh: the warehouse does not answer after 300 s, see $out and $SC_HOME/logs/hive.log"
    fi
    sleep 1
    printf .
    seconds=$((seconds + 1))
  done
  trap - INT TERM
  printf ' %d s\n' "$seconds"
  status
}

stop() {
  local pid seconds=0
  if ! pid=$(sc_server_property pid); then
    echo "Not running."
    return
  fi
  kill "$pid"
  printf 'Stopping the warehouse '
  while kill -0 "$pid" 2>/dev/null; do
    if ((seconds == 60)); then
      printf '\nIt does not stop: killing process %d. The next start recovers the metastore.\n' "$pid"
      kill -KILL "$pid"
      return
    fi
    sleep 1
    printf .
    seconds=$((seconds + 1))
  done
  printf ' %d s\n' "$seconds"
}

status() {
  local pid
  pid=$(sc_server_property pid) || sc_die 3 "Not running on $SC_HOME."
  cat <<END
Running, process $pid
  HiveServer2  $(sc_server_property hiveserver2.url)
  metastore    $(sc_server_property metastore.uris)
  data         $SC_HOME
END
}

beeline() {
  local url jar
  url=$(sc_server_property hiveserver2.url) ||
    sc_die 4 "sandbox.sh: the warehouse does not run on $SC_HOME: start it with scripts/sandbox.sh start"
  sc_require_java
  jar=$(sc_publish_udfs_jar)
  CLASSPATH=$(server_class_path)
  export CLASSPATH
  # Of two variables with one name Beeline takes the latter: the caller's. Compiling little and collecting serially
  # starts a client faster.
  exec "$SC_JAVA" "@$module/target/hive.options" -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -Dlog4j2.configurationFile=beeline-log4j2.properties \
    org.suspiciousconnects.sandbox.CheckedBeeline "$url" -n "$(id -un)" \
    --hivevar dbname=spot --hivevar "huser=$SC_HOME/user/spot" --hivevar vocabulary=spot --hivevar score_method=spot \
    --hivevar model_id=newest --hivevar reference_days=14 --hivevar "udfs_jar=file://$jar" "$@"
}

main "$@"
