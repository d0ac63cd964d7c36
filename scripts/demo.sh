#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# From nothing to the most suspicious flows, DNS answers and proxy requests, on one machine: builds, starts the sandbox,
# loads a day, counts words, trains, scores, shows. Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"
# On the sandbox, whatever cluster is configured, as are the scripts called from here.
export SPOT_CONF=''
sc_read_conf

usage() {
  cat <<HELP
Usage: scripts/demo.sh [OPTIONS] [--source SOURCE --format FORMAT --input FILE…]

Without --input: generates a sample day of flows, DNS and proxy logs with a few attacks in it, and finds the most
suspicious ones. With --input: does the same with your files, for each day in them.

  --source SOURCE     flow, dns or proxy; without --input the default is all three, with it flow
  --input FILE…       files to load; all that follow up to the next option
  --format FORMAT     of these files; scripts/load.sh --help lists them
  --engine ENGINE     that counts and scores: hive or spark (default: hive)
  --vocabulary NAME   of the words of dns and proxy: spot or psl (default: spot)
  --rows N            size of each sample day, 10000 to 100000000 (default: 100000)
  --seed N            of the sample days and of the training (default: 1)
  --topics N          topics of the models (default: 20)
  --iterations N      passes of each training at most (default: 200)
  --database NAME     default: spot; spot_ROWS_SEED where --rows or --seed is given, so that sample days don't mix
  --show N            how many events to print of each source (default: 20)
  -h, --help          this text

The sandbox is left running; scripts/sandbox.sh stop ends it. Its data is in SC_SANDBOX_HOME (default: sandbox/data).
Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
HELP
}

rows=100000 seed=1 topics=20 iterations=200 show=20 vocabulary=spot engine=hive database='' source='' format='' inputs=()
while (($#)); do
  option=$1
  case $option in
    -h | --help) usage; exit 0 ;;
    --rows | --seed | --topics | --iterations | --show | --engine | --vocabulary | --database | --source | --format)
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
[[ $vocabulary == spot || $vocabulary == psl ]] || sc_die 1 "demo.sh: --vocabulary '$vocabulary' is neither spot nor psl"
[[ $engine == hive || $engine == spark ]] || sc_die 1 "demo.sh: --engine '$engine' is neither hive nor spark"
[[ -z $format ]] || sc_expect 1 "demo.sh: --format" word "$format"
[[ $source =~ ^(|flow|dns|proxy)$ ]] || sc_die 1 "demo.sh: --source '$source' is not flow, dns or proxy"
if ((${#inputs[@]})) && [[ -z $format ]]; then
  sc_die 1 "demo.sh: --input needs --format; see scripts/demo.sh --help"
elif ((!${#inputs[@]})) && [[ -n $format ]]; then
  sc_die 1 "demo.sh: --format needs --input; see scripts/demo.sh --help"
fi
if [[ -n $source ]]; then
  sources=("$source")
elif ((${#inputs[@]})); then
  sources=(flow)
else
  sources=(flow dns proxy)
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
  "$SC_ROOT/scripts/run_sql.sh" --engine "$engine" "$SC_ROOT/sql/$file" --hivevar dbname="$database" "$@"
}

quietly() {
  "$@" >/dev/null
}

# generate DIR: the generator is pure, so the same rows, seed and date need no second run. The labels are written last.
generate() {
  [[ -d $1 && -e $1.labels.tsv ]] && { echo "  already generated: $1"; return; }
  local jar
  jar=$(sc_sample_jar) || return
  sc_spark_submit org.suspiciousconnects.sample.GenerateSampleDay "$jar" "$source" --rows "$rows" --seed "$seed" \
    --date 2016-07-08 --output "$1" --labels "$1.labels.tsv" --top-domains "$popular"
}

load() {
  sc_spark_submit org.suspiciousconnects.load.Load "$trainer_jar" "$@" --database "$database" | tail -n 1
}

train() {
  sc_spark_submit org.suspiciousconnects.lda.TrainLda "$trainer_jar" --source "$source" --database "$database" \
    --vocabulary "$words" --date "$day" --topics "$topics" --max-iterations "$iterations" --seed "$seed" >"$result_file"
}

# From the events of a day to the most suspicious ones. Flow has one vocabulary.
analyse() {
  local y m d of_day model_id words=$vocabulary
  [[ $source != flow ]] || words=spot
  IFS=- read -r y m d <<<"$day"
  of_day=(--hivevar y="$y" --hivevar m="$m" --hivevar d="$d" --hivevar vocabulary="$words")
  step "Counting the words of $source on $day" quietly sql "count_words_$source.sql" "${of_day[@]}"
  step "Training $topics topics of $source on $day" train
  model_id=$(sed -n 's/^model_id=//p' "$result_file")
  step "Scoring $source on $day with model $model_id" quietly sql "score_$source.sql" "${of_day[@]}" \
    --hivevar model_id="$model_id" --hivevar threshold=1 --hivevar max_results=3000
  printf '\nThe %s most suspicious events of %s on %s\n' "$show" "$source" "$day"
  sql "suspicious_$source.sql" "${of_day[@]}" --hivevar limit_rows="$show"
  printf 'What became of every event of %s on %s\n' "$source" "$day"
  sql score_runs.sql "${of_day[@]}" --hivevar source="$source"
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
samples=() popular=$SC_HOME/sample/top-domains.csv popular_loaded=''
for source in "${sources[@]}"; do
  if ((${#inputs[@]})); then
    step "Loading $source" load "$source" --format "$format" --replace --days-file "$days_file" "${inputs[@]}"
  else
    sample=$SC_HOME/sample/$source-$rows-$seed
    samples+=("$sample")
    step "Generating a sample day of $rows events of $source" generate "$sample"
    if [[ $source != flow && -z $popular_loaded ]]; then
      step "Loading the list of popular domains" load top-domains "$popular"
      popular_loaded=yes
    fi
    step "Loading $source" load "$source" --format parquet --replace --days-file "$days_file" "$sample"
  fi
  while read -r day <&3; do
    analyse
  done 3<"$days_file"
done

printf '\nTime\n'
printf '%s\n' "${steps[@]}"
printf '%6d s  in all\n' $((SECONDS - started))
by_hand=''
[[ $database == spot ]] || by_hand=", with --hivevar dbname=$database"
cat <<NEXT

Look further:
  scripts/sandbox.sh beeline -e 'SELECT * FROM $database.${source}_scored_results LIMIT 10'
  scripts/sandbox.sh beeline -e 'SELECT * FROM $database.${source}_invalid LIMIT 10'
  scripts/sandbox.sh beeline                     an interactive session
  grep -h '^-- Example' sql/*.sql                each step by hand$by_hand
  scripts/sandbox.sh stop                        ends the sandbox, its data stays
NEXT
for sample in "${samples[@]}"; do
  echo "  $sample.labels.tsv  the attacks that were planted"
done
