#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced after common.sh: the classes of the jars that are always the same, in an archive that Java maps into memory instead
# of reading and checking them one by one (class-data sharing). By it a Spark on the sandbox starts with half the work.
#
# The first run that ends well lists the classes it loaded, and a process of its own makes the archive from the list: nothing
# of it can fail the run. An archive that does not fit is one that Java does not use.

# sc_class_archive FOLDER: prints the path of the archive, whether it exists or not, for the jars of CLASSPATH and this
# Java. Other jars are another archive: Java takes none whose jars have another size or time.
sc_class_archive() {
  local jars hash
  IFS=: read -r -a jars <<<"$CLASSPATH"
  hash=$({ "$SC_JAVA" -version; LC_ALL=C TZ=UTC ls -lnL "${jars[@]}"; } 2>&1 | sc_sha256 /dev/stdin) || :
  printf '%s\n' "$1/classes-${hash:0:12}.jsa"
}

# sc_class_options ARCHIVE LIST: sets class_options, what Java is told: to use the archive or, as long as there is none, to
# list the classes it loads. An empty archive is one that could not be made: mvn clean has it tried again.
sc_class_options() {
  class_options=()
  if [[ -s $1 ]]; then
    # Standard output, where Java says by default that an archive does not fit, is for the rows.
    class_options=(-Xshare:auto "-XX:SharedArchiveFile=$1" -Xlog:disable -Xlog:all=error:stderr)
  elif [[ ! -e $1 && -w ${1%/*} ]]; then
    class_options=("-XX:DumpLoadedClassList=$2")
  fi
}

# sc_make_class_archive ARCHIVE LIST: makes it from the list, if there is one and no other run makes or has made it. Always
# status 0. A killed run leaves the folder that keeps the others out; after an hour it does no more. To be called in a
# subshell, for the trap.
sc_make_class_archive() (
  set +e
  archive=$1 list=$2 making=$1.making
  [[ -s $list && ! -e $archive ]] || exit 0
  find "$making" -prune -mmin +60 -exec rm -rf {} + 2>/dev/null
  mkdir "$making" 2>/dev/null || exit 0
  trap 'rm -rf "$making"; exit 0' EXIT
  # Another may have made it between our look and our turn.
  [[ ! -e $archive ]] || exit 0
  echo "Making an archive of Spark's classes, once: the next ones start faster." >&2
  if ! "$SC_JAVA" -Xshare:dump "-XX:SharedClassListFile=$list" "-XX:SharedArchiveFile=$making/classes" -Xlog:disable \
    </dev/null >/dev/null 2>&1; then
    rm -f "$making/classes"
    : >"$making/classes"
  fi
  mv "$making/classes" "$archive" || exit
  # Of other jars. A Java that has it mapped keeps it.
  for other in "${archive%/*}"/classes-*.jsa; do
    [[ $other == "$archive" ]] || rm -f "$other"
  done
)
