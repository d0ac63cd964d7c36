#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Puts a threat on the story board of Apache Spot's front end: scripts/storyboard.sh --source flow --date 2016-07-08
# --anchor 10.0.0.3 --title TITLE --text TEXT; --help lists all. Exit status: 0 done, 1 usage, 2 configuration, 3 no data,
# 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

# What an analyst writes is no option, whatever it begins with.
arguments=()
while (($#)); do
  case $1 in
    --anchor | --title | --text)
      (($# > 1)) || sc_die 1 "storyboard.sh: $1 needs a value; see scripts/storyboard.sh --help"
      arguments+=("$1=$2")
      shift 2 ;;
    *)
      arguments+=("$1")
      shift ;;
  esac
done
sc_application org.suspiciousconnects.story.WriteStory ${arguments[@]+"${arguments[@]}"}
