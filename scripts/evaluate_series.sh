#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Called by evaluate.sh --series: measures both methods on generated series, one for each seed.
# Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"
# On the sandbox, whatever cluster is configured, as are the scripts called from here.
export SPOT_CONF=''
sc_read_conf

usage() {
  cat <<HELP
Usage: scripts/evaluate.sh --series --source flow|dns|proxy --seeds N,N,… --output DIR [OPTIONS]

Runs scripts/series.sh for each seed, unless DIR has its result, then prints tables of them
as Markdown, and writes them to DIR/SOURCE.md: recall by entries and by rows of both methods, AUC, and what counting,
training and scoring cost.

  --source SOURCE   flow, dns or proxy
  --seeds N,N,…     one series of each
  --output DIR      folder for the results; made if it is missing
  --rows N, --history N, --reference N, --novelties, --max-results N, --topics N
                    as of scripts/series.sh, whose --help tells them and the defaults
  -h, --help        this text

Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
Example: scripts/evaluate.sh --series --source flow --seeds 21,22,23 --output figures
HELP
}

source='' seeds='' output='' passed=()
while (($#)); do
  option=$1
  case $option in
    -h | --help) usage; exit 0 ;;
    --novelties) passed+=("$option"); shift ;;
    --source | --seeds | --output | --rows | --history | --reference | --max-results | --topics)
      (($# > 1)) || sc_die 1 "evaluate.sh: $option needs a value; see scripts/evaluate.sh --series --help"
      case $option in
        --source) source=$2 ;;
        --seeds) seeds=$2 ;;
        --output) output=$2 ;;
        *) passed+=("$option" "$2") ;;
      esac
      shift 2 ;;
    *) sc_die 1 "evaluate.sh: unknown option '$(sc_shown "$option")'; see scripts/evaluate.sh --series --help" ;;
  esac
done
sc_expect 1 "evaluate.sh: --source" source "$source"
[[ $seeds =~ ^[0-9]{1,9}(,[0-9]{1,9})*$ ]] ||
  sc_die 1 "evaluate.sh: --seeds '$(sc_shown "$seeds")' are not whole numbers with commas between"
sc_expect 1 "evaluate.sh: --output" any_file "$output"
IFS=, read -ra seeds <<<"$seeds"
results=()
for seed in "${seeds[@]}"; do
  seed=$((10#$seed))
  "$SC_ROOT/scripts/series.sh" --source "$source" --seed "$seed" --output "$output" ${passed[@]+"${passed[@]}"} >&2
  results+=("$output/$source-$seed.json")
done
jar=$(sc_trainer_jar)
CLASSPATH=$jar:$(<"$SC_SPARK_CLASS_PATH") "$SC_JAVA" -XX:TieredStopAtLevel=1 org.suspiciousconnects.evaluate.CompareSeries \
  "${results[@]}" >"$output/$source.md.new"
mv "$output/$source.md.new" "$output/$source.md"
cat "$output/$source.md"
