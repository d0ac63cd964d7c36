#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# What our scripts share; sourced, not run. Makes the shell strict and defines
#   SC_ROOT   the checkout, whatever the working directory and however the script was linked to
#   SC_HOME   the sandbox's data folder: $SC_SANDBOX_HOME, or sandbox/data
#   SC_JAVA   the java of $JAVA_HOME, or of the PATH
# Exit status of every script: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail

SC_ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)
SC_HOME=${SC_SANDBOX_HOME:-$SC_ROOT/sandbox/data}
# Absolute: Hive, Spark and we have different working directories.
[[ $SC_HOME == /* ]] || SC_HOME=$PWD/$SC_HOME
SC_JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

. "$SC_ROOT/scripts/checks.sh"

# sc_die STATUS MESSAGE: one line on standard error, whatever is in what it quotes, and out.
sc_die() {
  printf '%s\n' "${2//[[:cntrl:]]/?}" >&2
  exit "$1"
}

# The data folder goes into SQL and into the class paths of Hive's local jobs, which know no quoting.
sc_check_home() {
  [[ $SC_HOME =~ ^/[A-Za-z0-9/._@+-]*$ ]] ||
    sc_die 2 "the data folder '$SC_HOME' has a blank or another character that Hive can't take: set SC_SANDBOX_HOME to a path of letters, digits and / . _ @ + -"
}

# Hive 4.0.1 runs on no later JDK, and Maven compiles for 17.
sc_require_java() {
  local found
  found=$("$SC_JAVA" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p') || true
  case $found in
    17 | 17.*) ;;
    *) sc_die 2 "JDK 17 is needed, but $SC_JAVA is ${found:-not there}: install it (Debian: apt install openjdk-17-jdk) and set JAVA_HOME to it" ;;
  esac
}

sc_require_maven() {
  local found major minor
  found=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p') || true
  IFS=. read -r major minor _ <<<"${found:-0.0}"
  if ((major < 3 || (major == 3 && minor < 8))); then
    sc_die 2 "Maven 3.8 or later is needed, but mvn is ${found:-not there}: install it (Debian: apt install maven)"
  fi
}

# Builds, without tests, what the scripts start, if it is not there or a source is newer.
sc_build_if_missing() {
  local stamp=$SC_ROOT/target/built-by-scripts log=$SC_ROOT/target/build.log
  # The tests of the build run scripts, and a build must not start in a build.
  [[ -z ${SC_BUILT-} ]] || return 0
  sc_is_built "$stamp" && return
  sc_require_java
  sc_require_maven
  echo "Building Suspicious Connects. The first time Maven downloads its dependencies, which takes minutes."
  mkdir -p "$SC_ROOT/target"
  # Made before the build: sources that change meanwhile are newer.
  touch "$stamp.new"
  if ! mvn -B -f "$SC_ROOT/pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true package 2>&1 |
    tee "$log" |
    awk '/Building Suspicious/ { sub(/^\[INFO\] /, ""); print "  " $0; fflush() }
         /Downloaded from/ && ++n % 50 == 0 { print "    " n " files downloaded"; fflush() }'; then
    grep -m 5 ERROR "$log" >&2 || true
    sc_die 2 "the build failed, see $log"
  fi
  mv "$stamp.new" "$stamp"
}

# sc_is_built STAMP
sc_is_built() {
  local output
  for output in udfs/target/suspicious-connects-udfs-[0-9]*.jar \
    lda-trainer/target/suspicious-connects-lda-trainer-[0-9]*.jar \
    sandbox/warehouse/target/suspicious-connects-warehouse-[0-9]*.jar \
    sandbox/sample-day/target/suspicious-connects-sample-day-[0-9]*.jar \
    sandbox/{metastore-client,sample-day,warehouse}/target/class-path; do
    # Unquoted in the list above, a pattern that finds nothing stands for itself.
    compgen -G "$SC_ROOT/$output" >/dev/null || return 1
  done
  [[ -e $1 && -z $(find "$SC_ROOT"/{pom.xml,udfs,lda-trainer,sandbox} \
    \( -path "$SC_ROOT/sandbox/data" -o -name target -o -path '*/src/test' \) -prune \
    -o -type f -newer "$1" -print -quit) ]]
}

# sc_one_file FILE …: prints it if the pattern before us found exactly one.
sc_one_file() {
  (($# == 1)) || sc_die 2 "built by several versions, of which one is needed: $*; run mvn clean in $SC_ROOT"
  [[ -e $1 ]] || sc_die 2 "not built: $1; run mvn -DskipTests package in $SC_ROOT"
  printf '%s\n' "$1"
}

sc_udfs_jar() {
  sc_one_file "$SC_ROOT"/udfs/target/suspicious-connects-udfs-[0-9]*.jar
}

sc_warehouse_jar() {
  sc_one_file "$SC_ROOT"/sandbox/warehouse/target/suspicious-connects-warehouse-[0-9]*.jar
}

sc_sample_jar() {
  sc_one_file "$SC_ROOT"/sandbox/sample-day/target/suspicious-connects-sample-day-[0-9]*.jar
}

# sc_publish_jar JAR: copies it below SC_HOME under a name that holds its hash, and prints that path. A JVM keeps the
# jars it uses mapped and may crash when a build writes over them; what has this name never changes.
sc_publish_jar() {
  local hash copy
  hash=$(sc_sha256 "$1")
  copy=$SC_HOME/jars/$(basename "$1" .jar)-${hash:0:12}.jar
  if [[ ! -e $copy ]]; then
    mkdir -p "$SC_HOME/jars"
    cp "$1" "$copy.$$"
    mv "$copy.$$" "$copy"
  fi
  printf '%s\n' "$copy"
}

# The functions' jar, for CREATE FUNCTION … USING JAR.
sc_publish_udfs_jar() {
  local jar
  jar=$(sc_udfs_jar) || return
  sc_publish_jar "$jar"
}

# sc_sha256 FILE: 64 hex digits. macOS has only shasum.
sc_sha256() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1" | cut -d ' ' -f 1
  else
    shasum -a 256 <"$1" | cut -d ' ' -f 1
  fi
}

# sc_server_property NAME: pid, metastore.uris or hiveserver2.url of the server that runs on SC_HOME; status 1 if none does.
sc_server_property() {
  local pid
  pid=$(sed -n 's/^pid=//p' "$SC_HOME/server.properties" 2>/dev/null) || return 1
  # A killed server leaves the file, and its pid may be another program's by now.
  sc_command_line "$pid" | grep -q sandbox.WarehouseServer || return 1
  sed -n "s/^$1=//p" "$SC_HOME/server.properties"
}

# sc_command_line PID: what that process was started with, if it runs. Small images have no ps.
sc_command_line() {
  if [[ -r /proc/$1/cmdline ]]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -p "$1" -o args= 2>/dev/null
  fi
}

# sc_check_database NAME: dies unless it is a plain identifier, since it goes into SQL as it is.
sc_check_database() {
  sc_is database "$1" || sc_die 1 "'$(sc_shown "$1")' is no database name: a lower-case letter, then lower-case letters, digits and _"
}

# Milliseconds since 1970, the last three digits at random as not every date knows them: names the folders of a run
# beside the live data, and tells when it began.
sc_run_id() {
  printf '%s%03d\n' "$(date +%s)" $((RANDOM % 1000))
}
