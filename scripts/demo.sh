#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# From nothing to the most suspicious flows, on one machine: builds, starts the sandbox, loads a day, counts words,
# trains, scores, shows. Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"

usage() {
  cat <<HELP
Usage: scripts/demo.sh [OPTIONS] [--format FORMAT --input FILE…]

Without --input: generates a sample day of flows with a few attacks in it, and finds the most suspicious ones.
With --input: does the same with your files, for each day in them.

  --input FILE…       files to load; all that follow up to the next option
  --format FORMAT     of these files: nfdump-csv, zeek-conn or parquet
  --rows N            size of the sample day, 10000 to 100000000 (default: 100000)
  --seed N            of the sample day and of the training (default: 1)
  --topics N          topics of the model (default: 20)
  --iterations N      passes of the training (default: 20)
  --database NAME     default: spot; spot_ROWS_SEED where --rows or --seed is given, so that sample days don't mix
  --show N            how many flows to print (default: 20)
  -h, --help          this text

The sandbox is left running; scripts/sandbox.sh stop ends it. Its data is in SC_SANDBOX_HOME (default: sandbox/data).
Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
HELP
}

rows=100000 seed=1 topics=20 iterations=20 show=20 database='' format='' inputs=()
while (($#)); do
  option=$1
  case $option in
    -h | --help) usage; exit 0 ;;
    --rows | --seed | --topics | --iterations | --show | --database | --format)
      (($# > 1)) || sc_die 1 "demo.sh: $option needs a value; see scripts/demo.sh --help"
      printf -v "${option#--}" '%s' "$2"
      shift 2 ;;
    --input)
      shift
      while (($#)) && [[ $1 != --* ]]; do inputs+=("$1"); shift; done
      ((${#inputs[@]})) || sc_die 1 "demo.sh: --input needs at least one file; see scripts/demo.sh --help" ;;
    *) sc_die 1 "demo.sh: unknown argument '$option'; see scripts/demo.sh --help" ;;
  esac
done
for number in rows seed topics iterations show; do
  [[ ${!number} =~ ^[0-9]{1,9}$ ]] || sc_die 1 "demo.sh: --$number '${!number}' is not a whole number"
done
if ((${#inputs[@]})) && [[ -z $format ]]; then
  sc_die 1 "demo.sh: --input needs --format; see scripts/demo.sh --help"
elif ((!${#inputs[@]})) && [[ -n $format ]]; then
  sc_die 1 "demo.sh: --format needs --input; see scripts/demo.sh --help"
fi
if [[ -z $database ]]; then
  database=spot
  ((${#inputs[@]} || (rows == 100000 && seed == 1))) || database=spot_${rows}_$seed
fi
sc_check_database "$database"

# step TITLE COMMAND…: says what goes on, keeps its output for a failure, notes the time.
steps=()
step() {
  local title=$1 start=$SECONDS status=0
  shift
  printf '%s …\n' "$title"
  "$@" || status=$?
  ((status == 0)) || sc_die "$status" "demo.sh: stopped at: $title (logs: $SC_HOME/logs)"
  steps+=("$(printf '%6d s  %s' $((SECONDS - start)) "$title")")
}

sql() {
  local file=$1
  shift
  "$SC_ROOT/scripts/sandbox.sh" beeline --silent=true --maxWidth=500 --maxColumnWidth=100 -f "$SC_ROOT/sql/$file" \
    --hivevar dbname="$database" --hivevar huser="$SC_HOME/user/$database" "$@" || return 4
}

quietly() {
  "$@" >/dev/null
}

# The generator is pure: the same rows, seed and date are the same files. The labels are written last.
generate() {
  [[ -d $1 && -e $1.labels.tsv ]] && { echo "  already generated: $1"; return; }
  local jar
  jar=$(sc_sample_jar) || return
  sc_spark_submit org.suspiciousconnects.sample.GenerateSampleDay "$jar" flow \
    --rows "$rows" --seed "$seed" --date 2016-07-08 --output "$1" --labels "$1.labels.tsv"
}

load() {
  sc_spark_submit org.suspiciousconnects.load.Load "$trainer_jar" flow --database "$database" \
    --format "$format" --replace --days-file "$days_file" "${inputs[@]}" | tail -n 1
}

train() {
  sc_spark_submit org.suspiciousconnects.lda.TrainLda "$trainer_jar" --source flow --database "$database" \
    --date "$day" --topics "$topics" --max-iterations "$iterations" --seed "$seed" >"$result_file"
}

started=$SECONDS
sc_check_home
sc_require_java
sc_build_if_missing
trainer_jar=$(sc_trainer_jar)
step "Starting metastore and HiveServer2" "$SC_ROOT/scripts/sandbox.sh" start
scratch=$(mktemp -d "$SC_HOME/tmp/demo.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
days_file=$scratch/days result_file=$scratch/result
step "Creating database $database, functions and tables" "$SC_ROOT/scripts/setup.sh" --database "$database"
if ((!${#inputs[@]})); then
  sample=$SC_HOME/sample/flow-$rows-$seed
  step "Generating a sample day of $rows flows" generate "$sample"
  format=parquet inputs=("$sample")
fi
step "Loading" load

while read -r day <&3; do
  IFS=- read -r y m d <<<"$day"
  of_day=(--hivevar y=$((10#$y)) --hivevar m=$((10#$m)) --hivevar d=$((10#$d)))
  step "Counting the words of $day" quietly sql count_words_flow.sql "${of_day[@]}" --hivevar run_id="$(sc_run_id)"
  step "Training $topics topics on $day" train
  model_id=$(sed -n 's/^model_id=//p' "$result_file")
  step "Scoring $day with model $model_id" quietly sql score_flow.sql "${of_day[@]}" --hivevar model_id="$model_id" \
    --hivevar threshold=1 --hivevar max_results=3000 --hivevar run_id="$(sc_run_id)"
  printf '\nThe %s most suspicious flows of %s\n' "$show" "$day"
  sql suspicious_flow.sql "${of_day[@]}" --hivevar limit_rows="$show"
  printf 'What became of every flow of %s\n' "$day"
  sql score_runs.sql "${of_day[@]}" --hivevar source=flow
done 3<"$days_file"

printf '\nTime\n'
printf '%s\n' "${steps[@]}"
printf '%6d s  in all\n' $((SECONDS - started))
by_hand=''
[[ $database == spot ]] || by_hand=", with --hivevar dbname=$database --hivevar huser=$SC_HOME/user/$database"
cat <<NEXT

Look further:
  scripts/sandbox.sh beeline -e 'SELECT * FROM $database.flow_scored_results LIMIT 10'
  scripts/sandbox.sh beeline -e 'SELECT * FROM $database.flow_invalid LIMIT 10'
  scripts/sandbox.sh beeline                     an interactive session
  grep -h '^-- Example' sql/*.sql                each step by hand$by_hand
  scripts/sandbox.sh stop                        ends the sandbox, its data stays
NEXT
if [[ -e ${sample-}.labels.tsv ]]; then
  echo "  $sample.labels.tsv  the attacks that were planted"
fi
