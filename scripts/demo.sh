#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# From nothing to the most suspicious flows, DNS answers and proxy requests, on one machine: builds, starts the sandbox,
# loads, counts words, trains, scores, shows. Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"
# On the sandbox, whatever cluster is configured, as are the scripts called from here.
export SPOT_CONF=''
sc_read_conf

usage() {
  cat <<HELP
Usage: scripts/demo.sh [OPTIONS] [--source SOURCE --format FORMAT --input FILE…]

Without --input: generates some days of flows, DNS and proxy logs with a few attacks on the last one, finds the most
suspicious events of that day by method profile, which knows the days before, and by Apache Spot's method, and tells how many
of the attacks each found. With --input: scores each day in your files by Apache Spot's method; scripts/ml_ops.sh does
more for them.

  --source SOURCE     flow, dns or proxy; without --input the default is all three, with it flow
  --input FILE…       files to load; all that follow up to the next option
  --format FORMAT     of these files; scripts/load.sh --help lists them
  --method METHOD     profile, spot or both (default: both; with --input spot). With spot alone there is one sample day
  --series H,R        sample days before the scored one: H to train on, R before those, to know what is new (default: 2,2)
  --engine ENGINE     that counts and scores: hive or spark (default: spark)
  --vocabulary NAME   of the words of dns and proxy: spot or psl (default: spot)
  --rows N            size of each sample day, 10000 to 100000000 (default: 100000)
  --seed N            of the sample days and of the training (default: 1)
  --topics N          topics of the models (default: 20)
  --iterations N      passes of each training at most (default: 200)
  --database NAME     default: spot; spot_ROWS_SEED_H_R where --rows, --seed or --series is given,
                      so that samples don't mix
  --show N            how many events to print of each source (default: 20)
  -h, --help          this text

The sandbox is left running; scripts/sandbox.sh stop ends it. Its data is in SC_SANDBOX_HOME (default: sandbox/data).
Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
HELP
}

rows=100000 seed=1 topics=20 iterations=200 show=20 vocabulary=spot engine=spark method='' series=2,2
database='' source='' format='' inputs=()
while (($#)); do
  option=$1
  case $option in
    -h | --help) usage; exit 0 ;;
    --rows | --seed | --topics | --iterations | --show | --engine | --vocabulary | --database | --source | \
      --format | --method | --series)
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
[[ -z $method ]] || sc_expect 1 "demo.sh: --method" 'spot|profile|both' "$method"
[[ $series =~ ^[1-9][0-9]?,[0-9]{1,2}$ ]] ||
  sc_die 1 "demo.sh: --series '$(sc_shown "$series")' is not H,R: two numbers of days, H at least 1, such as 2,2"
[[ $source =~ ^(|flow|dns|proxy)$ ]] || sc_die 1 "demo.sh: --source '$source' is not flow, dns or proxy"
if ((${#inputs[@]})) && [[ -z $format ]]; then
  sc_die 1 "demo.sh: --input needs --format; see scripts/demo.sh --help"
elif ((!${#inputs[@]})) && [[ -n $format ]]; then
  sc_die 1 "demo.sh: --format needs --input; see scripts/demo.sh --help"
elif ((${#inputs[@]})) && [[ $method == profile || $method == both ]]; then
  sc_die 1 "demo.sh: --method $method is for the sample days; scripts/ml_ops.sh --help tells how to score your own days by it"
fi
if ((${#inputs[@]})); then
  method=spot
fi
method=${method:-both}
if [[ -n $source ]]; then
  sources=("$source")
elif ((${#inputs[@]})); then
  sources=(flow)
else
  sources=(flow dns proxy)
fi
if [[ -z $database ]]; then
  database=spot
  if [[ $method == spot ]]; then
    ((${#inputs[@]} || (rows == 100000 && seed == 1))) || database=spot_${rows}_$seed
  elif [[ $rows != 100000 || $seed != 1 || $series != 2,2 ]]; then
    database=spot_${rows}_${seed}_${series/,/_}
  fi
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

# sql FILE… [OPTION…]: files of sql/, in one session on Spark.
sql() {
  local files=()
  while (($#)) && [[ $1 != --* ]]; do
    files+=("$SC_ROOT/sql/$1")
    shift
  done
  "$SC_ROOT/scripts/run_sql.sh" --engine "$engine" "${files[@]}" --hivevar dbname="$database" "$@"
}

# quietly COMMAND…: nothing, unless it fails.
quietly() {
  showing "$@" >/dev/null
}

# showing COMMAND…: its rows only, unless it fails.
showing() {
  local status=0
  "$@" 2>"$scratch/said" || status=$?
  ((status == 0)) || tail -n 20 "$scratch/said" >&2
  return "$status"
}

# generate DIR: the generator is pure, so the same rows, seed and days need no second run. The labels are written last.
generate() {
  [[ ! -d $1 || ! -e $(beside "$1" labels.tsv) ]] || return 0
  if [[ $method == spot ]]; then
    local jar
    jar=$(sc_sample_jar) || return
    sc_spark_submit org.suspiciousconnects.sample.GenerateSampleDay "$jar" "$source" --rows "$rows" --seed "$seed" \
      --date 2016-07-08 --output "$1" --labels "$1.labels.tsv" --top-domains "$1.top-domains.csv"
  else
    "$SC_ROOT/scripts/generate.sh" "$source" --rows "$rows" --seed "$seed" --date 2016-07-08 --series "$series" --output "$1"
  fi
}

# beside DIR NAME: prints where a file is that comes with a sample, such as labels.tsv, its attacks.
beside() {
  if [[ $method == spot ]]; then
    printf '%s.%s\n' "$@"
  else
    printf '%s/%s\n' "$@"
  fi
}

load() {
  sc_spark_submit org.suspiciousconnects.load.Load "$trainer_jar" "$@" --database "$database" | tail -n 1
}

# train METHOD DAY OPTION…
train() {
  local by=$1 day=$2
  shift 2
  sc_spark_submit org.suspiciousconnects.lda.TrainLda "$trainer_jar" --source "$source" --database "$database" --method "$by" \
    --date "$day" --topics "$topics" --max-iterations "$iterations" --seed "$seed" "$@"
}

# analyse DAY…: from the events to the most suspicious of the last day. Flow has one vocabulary.
analyse() {
  local day=${!#} y m d of_day words=$vocabulary scores=() lists=()
  [[ $source != flow ]] || words=spot
  IFS=- read -r y m d <<<"$day"
  of_day=(--hivevar y="$y" --hivevar m="$m" --hivevar d="$d" --hivevar vocabulary="$words")
  if [[ $method != profile ]]; then
    step "Counting the words of $source on $day, method spot" quietly sql "count_words_$source.sql" "${of_day[@]}"
    step "Training $topics topics of $source on $day, method spot" quietly train spot "$day" --vocabulary "$words"
    scores+=("score_$source.sql") lists+=("suspicious_$source.sql")
  fi
  if [[ $method != spot ]]; then
    step "Counting the words of $source on $# days, method profile" quietly sql "count_words_${source}_profile.sql" \
      --days "$(IFS=,; echo "$*")"
    step "Training $topics topics of $source on the days before, method profile" \
      quietly train profile "$day" --days-back "${series%,*}" --no-held-out
    scores+=("score_${source}_profile.sql") lists=("suspicious_${source}_profile.sql" "${lists[@]}")
  fi
  step "Scoring $source on $day, method $method" quietly sql "${scores[@]}" "${of_day[@]}" \
    --hivevar threshold=1 --hivevar max_results=3000
  printf '\nThe %s most suspicious events of %s on %s%s\n' "$show" "$source" "$day" \
    "$([[ $method != both ]] || echo ', by method profile, then by method spot')"
  showing sql "${lists[@]}" score_runs.sql "${of_day[@]}" --hivevar limit_rows="$show" --hivevar source="$source"
}

started=$SECONDS
sc_check_home
sc_require_java
sc_build_if_missing
trainer_jar=$(sc_trainer_jar)
step "Starting metastore and HiveServer2" "$SC_ROOT/scripts/sandbox.sh" start
scratch=$(mktemp -d "$SC_HOME/tmp/demo.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
days_file=$scratch/days
step "Creating database $database, functions and tables" "$SC_ROOT/scripts/setup.sh" --database "$database"
samples=() popular_loaded=''
for source in "${sources[@]}"; do
  if ((${#inputs[@]})); then
    step "Loading $source" load "$source" --format "$format" --replace --days-file "$days_file" "${inputs[@]}"
    while read -r day <&3; do
      analyse "$day"
    done 3<"$days_file"
    continue
  fi
  if [[ $method == spot ]]; then
    sample=$SC_HOME/sample/$source-$rows-$seed
  else
    sample=$SC_HOME/sample/$source-$rows-$seed-series-${series/,/-}
  fi
  samples+=("$sample")
  step "Generating a sample of $rows events of $source a day" quietly generate "$sample"
  if [[ $source != flow && -z $popular_loaded ]]; then
    step "Loading the list of popular domains" quietly load top-domains "$(beside "$sample" top-domains.csv)"
    popular_loaded=yes
  fi
  if [[ $method == spot ]]; then
    folders=("$sample")
  else
    folders=("$sample"/*-*-*/)
  fi
  step "Loading $source" quietly load "$source" --format parquet --replace --days-file "$days_file" "${folders[@]%/}"
  mapfile -t days < <(sort "$days_file")
  analyse "${days[@]}"
  step "Comparing the list of $source with the attacks" showing "$SC_ROOT/scripts/evaluate.sh" --source "$source" --database "$database" \
    --date "${days[-1]}" --labels "$(beside "$sample" labels.tsv)"
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
  grep -h '^-- Example' sql/*.sql                each step by hand$by_hand; oa_$source.sql publishes the day, why_$source.sql tells why
  scripts/sandbox.sh stop                        ends the sandbox, its data stays
NEXT
for sample in "${samples[@]}"; do
  echo "  $(beside "$sample" labels.tsv)  the attacks that were planted"
done
