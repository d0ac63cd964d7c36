#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# One generated series on the sandbox, scored by both methods and held against its labels: what scripts/evaluate.sh --series runs
# for each seed. Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/conf.sh"
# On the sandbox, whatever cluster is configured, as are the scripts called from here.
export SPOT_CONF=''
sc_read_conf

usage() {
  cat <<HELP
Usage: scripts/series.sh --source flow|dns|proxy --seed N --output DIR [OPTIONS]

Generates a series of days, loads it, counts its words and trains and scores its last day by both methods, spot on that day
itself and profile on the history days, and compares the lists with the labels. Writes DIR/SOURCE-SEED.json: the arguments,
wall and CPU seconds of each step, and the figures of scripts/evaluate.sh --json. A run that was stopped goes on at the step
that it did not finish.

  --source SOURCE    flow, dns or proxy
  --seed N           of the series and of the trainings
  --rows N           events of the scored day, 10000 to 1000000000 (default: 1000000 for flow, 500000 for dns and proxy)
  --history N        days before the scored one to train on, 1 to 60 (default: 3)
  --reference N      days before those, and of each day the days before it that tell what is known, 0 to 30 (default: 4)
  --novelties        also tell where the harmless novelties of the day stand in the lists
  --max-results N    entries to keep of each list (default: 3000)
  --topics N         of both models (default: 20)
  --output DIR       folder for the result; made if it is missing
  -h, --help         this text

Environment: SC_SPARK_HEAP (4g here), SC_SPARK_MASTER, SC_SANDBOX_HOME. The database series_SOURCE_ROWS_HISTORY_REFERENCE_SEED
stays on the sandbox, which is left running.
HELP
}

source='' seed='' rows='' history=3 reference=4 novelties=false max_results=3000 topics=20 output=''
while (($#)); do
  option=$1
  case $option in
    -h | --help) usage; exit 0 ;;
    --novelties) novelties=true; shift ;;
    --source | --seed | --rows | --history | --reference | --max-results | --topics | --output)
      (($# > 1)) || sc_die 1 "series.sh: $option needs a value; see scripts/series.sh --help"
      option=${option#--}
      printf -v "${option//-/_}" '%s' "$2"
      shift 2 ;;
    *) sc_die 1 "series.sh: unknown option '$(sc_shown "$option")'; see scripts/series.sh --help" ;;
  esac
done
sc_expect 1 "series.sh: --source" source "$source"
if [[ -z $rows ]]; then
  rows=500000
  [[ $source != flow ]] || rows=1000000
fi
sc_expect 1 "series.sh: --seed" whole:0:999999999 "$seed"
sc_expect 1 "series.sh: --rows" whole:10000:1000000000 "$rows"
sc_expect 1 "series.sh: --history" whole:1:60 "$history"
sc_expect 1 "series.sh: --reference" whole:0:30 "$reference"
sc_expect 1 "series.sh: --max-results" whole:1:2147483647 "$max_results"
sc_expect 1 "series.sh: --topics" whole:2:1000 "$topics"
sc_expect 1 "series.sh: --output" any_file "$output"
for number in seed rows history reference max_results topics; do
  # Without leading zeros, so that the same number is the same database.
  printf -v "$number" '%d' $((10#${!number}))
done

result=$output/$source-$seed.json
arguments=$(printf '"source":"%s","seed":%d,"rows":%d,"history":%d,"reference":%d,"max_results":%d,"topics":%d' \
  "$source" "$seed" "$rows" "$history" "$reference" "$max_results" "$topics")
if [[ -e $result ]]; then
  [[ $(head -n 1 "$result") == "{$arguments,"* ]] ||
    sc_die 1 "series.sh: $result is of other arguments: give another --output, or remove it"
  if [[ $novelties == false || $(<"$result") == *'"novelties":{'* ]]; then
    echo "$result is there already"
    exit
  fi
fi
mkdir -p "$output" || sc_die 2 "series.sh: can't make the folder $output: correct --output or its permissions"

export SC_SPARK_HEAP=${SC_SPARK_HEAP:-4g}
day=2016-07-08
database=series_${source}_${rows}_${history}_${reference}_$seed
work=$SC_HOME/series/$database
data=$work/data

# step NAME COMMAND…: unless it was done before. Its seconds, of this machine's processes, go to work/NAME.json; what it says to
# NAME.out and NAME.err.
step() {
  local name=$1 status=0 wall user sys
  shift
  [[ ! -e $work/$name.json ]] || return 0
  printf '%s, seed %s: %s …\n' "$source" "$seed" "$name" >&2
  {
    TIMEFORMAT='%R %U %S'
    time "$@" >"$work/$name.out" 2>"$work/$name.err" || status=$?
  } 2>"$work/$name.time"
  if ((status)); then
    tail -n 5 "$work/$name.err" >&2
    sc_die $((status < 4 ? status : 4)) "series.sh: $name of $source, seed $seed, stopped with status $status; all that it said: $work/$name.err"
  fi
  read -r wall user sys <"$work/$name.time"
  awk -v name="$name" -v wall="$wall" -v user="$user" -v sys="$sys" \
    'BEGIN { printf "\"%s\":{\"wall_seconds\":%.1f,\"cpu_seconds\":%.1f}\n", name, wall, user + sys }' >"$work/$name.json.new"
  mv "$work/$name.json.new" "$work/$name.json"
}

# sql FILE ARGS…
sql() {
  local file=$1
  shift
  "$SC_ROOT/scripts/run_sql.sh" --engine spark --format tsv "$SC_ROOT/sql/$file.sql" --hivevar dbname="$database" "$@"
}

# train ARGS…: without the second training that only tells how good the model is.
train() {
  "$SC_ROOT/scripts/train.sh" --source "$source" --database "$database" --date "$day" --topics "$topics" --seed "$seed" \
    --no-held-out "$@"
}

# score METHOD FILE: with the model that was trained for it.
score() {
  local model
  model=$(sed -n 's/^model_id=//p' "$work/${1}_train.out")
  sql "$2" --days "$day" --hivevar model_id="$model" --hivevar threshold=1 --hivevar max_results="$max_results"
}

setup() {
  "$SC_ROOT/scripts/setup.sh" --database "$database"
}

# load: the popular domains are asked for by the words of dns and proxy.
load() {
  [[ $source == flow ]] || "$SC_ROOT/scripts/load.sh" top-domains --database "$database" "$data/top-domains.csv" || return
  "$SC_ROOT/scripts/load.sh" "$source" --format parquet --replace --database "$database" "$data"/????-??-??
}

# earlier_days: separated by commas, the oldest first.
earlier_days() {
  local before days=''
  for ((before = history + reference; before > 0; before--)); do
    days+=${days:+,}$(sc_days_before "$day" "$before")
  done
  printf '%s\n' "$days"
}

# evaluate LABELS FILE: both methods' lists.
evaluate() {
  "$SC_ROOT/scripts/evaluate.sh" --source "$source" --date "$day" --database "$database" --labels "$data/$1" --json "$work/$2"
}

# write_result: at once, so that a result that is there is whole.
write_result() {
  local name separator=''
  {
    printf '{%s,"steps":{' "$arguments"
    for name in "${steps[@]}"; do
      printf '%s%s' "$separator" "$(<"$work/$name.json")"
      separator=,
    done
    printf '},"figures":%s' "$(<"$work/figures")"
    [[ $novelties == false ]] || printf ',"novelties":%s' "$(<"$work/novelties")"
    printf '}\n'
  } >"$result.new"
  mv "$result.new" "$result"
}

sc_check_home
sc_require_java
sc_build_if_missing >&2
"$SC_ROOT/scripts/sandbox.sh" start >&2
mkdir -p "$work"
list=$max_results-$topics
step generate "$SC_ROOT/scripts/generate.sh" "$source" --series "$history,$reference" --rows "$rows" --seed "$seed" --date "$day" \
  --output "$data"
step setup setup
step load load
step spot_count sql "count_words_$source" --days "$day" --hivevar dupfactor=0
step profile_count_earlier sql "count_words_${source}_profile" --days "$(earlier_days)" --hivevar reference_days="$reference"
step profile_count sql "count_words_${source}_profile" --days "$day" --hivevar reference_days="$reference"
# The lists are of one number of topics and of results.
if [[ ! -e $work/list || $(<"$work/list") != "$list" ]]; then
  rm -f "$work"/{spot,profile}_{train,score}.json "$work"/evaluate{,_novelties}.json
  printf '%s\n' "$list" >"$work/list"
fi
step spot_train train --method spot
step spot_score score spot "score_$source"
step profile_train train --method profile --days-back "$history"
step profile_score score profile "score_${source}_profile"
step evaluate evaluate labels.tsv figures
steps=(generate setup load spot_count spot_train spot_score profile_count_earlier profile_count profile_train profile_score evaluate)
if [[ $novelties == true ]]; then
  step evaluate_novelties evaluate benign.tsv novelties
  steps+=(evaluate_novelties)
fi
write_result
# They are in the database, and the seed makes them again.
rm -rf "$data"/????-??-??
echo "$result"
