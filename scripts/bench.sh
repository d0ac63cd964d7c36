#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Measures on this machine what docs/benchmarks.md tells. Exit status: 0 done, 1 usage, 2 configuration, 3 no data,
# 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/spark.sh"
# On the sandbox, whatever cluster is configured, as are the scripts called from here.
export SPOT_CONF=''
sc_read_conf

usage() {
  cat <<HELP
Usage: scripts/bench.sh train [OPTIONS]

Trains topic models on a generated day of flows with each optimizer, each time in a process of its own, and compares
what they cost and how well they predict what was held out. CPU and wall seconds are those of the optimizer alone, without
reading, writing and the held-out test; peak memory is that of the whole process.

  --rows N            size of the sample day, 10000 to 100000000 (default: 1000000)
  --topics N          topics (default: 20)
  --passes N          passes for the comparison (default: 20)
  --seeds N,N,…       one training of each kind with each (default: 1,2,3); the median is told
  --optimizers A,B,…  any of em, mllib-em, mllib-online (default: em,mllib-em); em is also trained until it has converged
  --json FILE         also write the results to FILE: an array with one object per optimizer. Its figures are medians
                      over the seeds; runs has each training, converged the medians of em trained to the end
  -h, --help          this text

Environment: SC_SPARK_HEAP (heap of the trainer; 4g here), SC_SPARK_MASTER (local[2] here), SC_SANDBOX_HOME.
The sandbox is left running, and the sample day stays in the database bench_N.
HELP
}

# The figures that a median makes sense of.
figures=(passes cpu_seconds wall_seconds peak_rss_mb training_perplexity heldout_perplexity heldout_unseen coherence documents words pairs tokens)

[[ ${1-} != -h && ${1-} != --help ]] || { usage; exit 0; }
[[ ${1-} == train ]] || sc_die 1 "bench.sh: which benchmark? There is train; see scripts/bench.sh --help"
shift
rows=1000000 topics=20 passes=20 seeds=1,2,3 optimizers=em,mllib-em json=''
while (($#)); do
  option=$1
  case $option in
    -h | --help) usage; exit 0 ;;
    --rows | --topics | --passes | --seeds | --optimizers | --json)
      (($# > 1)) || sc_die 1 "bench.sh: $option needs a value; see scripts/bench.sh --help"
      printf -v "${option#--}" '%s' "$2"
      shift 2 ;;
    *) sc_die 1 "bench.sh: unknown argument '$option'; see scripts/bench.sh --help" ;;
  esac
done
for number in rows topics passes; do
  [[ ${!number} =~ ^[0-9]{1,9}$ ]] || sc_die 1 "bench.sh: --$number '${!number}' is not a whole number"
done
[[ $seeds =~ ^[0-9]{1,9}(,[0-9]{1,9})*$ ]] || sc_die 1 "bench.sh: --seeds '$seeds' are not whole numbers with commas between"
IFS=, read -ra seeds <<<"$seeds"
IFS=, read -ra optimizers <<<"$optimizers"
for optimizer in "${optimizers[@]}"; do
  [[ $optimizer =~ ^(em|mllib-em|mllib-online)$ ]] ||
    sc_die 1 "bench.sh: --optimizers '$optimizer' is not em, mllib-em or mllib-online"
done
if [[ -n $json ]]; then
  : >>"$json" || sc_die 2 "bench.sh: can't write $json"
fi

export SC_SPARK_HEAP=${SC_SPARK_HEAP:-4g} SC_SPARK_MASTER=${SC_SPARK_MASTER:-local[2]}
database=bench_$rows day=2016-07-08

sql() {
  local file=$1
  shift
  "$SC_ROOT/scripts/run_sql.sh" --engine hive "$SC_ROOT/sql/$file" --hivevar dbname="$database" "$@" >/dev/null ||
    sc_die 4 "bench.sh: sql/$file failed (logs: $SC_HOME/logs)"
}

# The word counts of a sample day; what is there from an earlier time is used again.
prepare() {
  local sample=$SC_HOME/sample/flow-$rows-1 jar trainer_jar
  "$SC_ROOT/scripts/sandbox.sh" start
  [[ ! -e $SC_HOME/user/$database/counted ]] || { echo "The words of $database are counted already."; return; }
  "$SC_ROOT/scripts/setup.sh" --database "$database"
  if [[ ! -e $sample.labels.tsv ]]; then
    echo "Generating a sample day of $rows flows …"
    jar=$(sc_sample_jar)
    sc_spark_submit org.suspiciousconnects.sample.GenerateSampleDay "$jar" flow --rows "$rows" --seed 1 --date "$day" \
      --output "$sample" --labels "$sample.labels.tsv"
  fi
  echo "Loading it …"
  trainer_jar=$(sc_trainer_jar)
  sc_spark_submit org.suspiciousconnects.load.Load "$trainer_jar" flow --format parquet --replace --database "$database" "$sample" |
    tail -n 1
  echo "Counting its words …"
  sql count_words_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8
  touch "$SC_HOME/user/$database/counted"
}

# run KIND SEED ARGUMENT…: one training; adds its report, a line of JSON, to those of its kind.
run() {
  local kind=$1 seed=$2 report=$scratch/report
  shift 2
  echo "$kind, seed $seed …"
  "$SC_ROOT/scripts/train.sh" --source flow --database "$database" --date "$day" --topics "$topics" --seed "$seed" \
    --report "$report" "$@" >"$scratch/out" 2>"$scratch/err" || {
    local status=$?
    tail -n 5 "$scratch/err" >&2
    sc_die "$status" "bench.sh: the training of $kind with seed $seed failed (logs: $SC_HOME/logs)"
  }
  cat "$report" >>"$scratch/$kind"
}

# medians KIND: of each figure over the reports of a kind, as JSON members.
medians() {
  local figure
  for figure in "${figures[@]}"; do
    printf '"%s":%s,' "$figure" "$(median "$figure" "$scratch/$1")"
  done
}

# median FIGURE FILE: with two in the middle the smaller; null if there is none.
median() {
  sed -n "s/.*\"$1\":\\([-+0-9.eE]*\\)[,}].*/\\1/p" "$2" | sort -g | awk '{ v[NR] = $1 } END { print NR ? v[int((NR + 1) / 2)] : "null" }'
}

runs() {
  paste -sd, "$scratch/$1"
}

results() {
  local optimizer separator=''
  printf '[\n'
  for optimizer in "${optimizers[@]}"; do
    printf '%s{"optimizer":"%s","rows":%s,"topics":%s,%s' "$separator" "$optimizer" "$rows" "$topics" "$(medians "$optimizer")"
    if [[ $optimizer == em ]]; then
      printf '"converged":{%s"runs":[%s]},' "$(medians em-converged)" "$(runs em-converged)"
    fi
    printf '"runs":[%s]}' "$(runs "$optimizer")"
    separator=$',\n'
  done
  printf '\n]\n'
}

# row KIND NAME: of the table.
row() {
  local figure
  printf '| %s ' "$2"
  for figure in passes cpu_seconds wall_seconds peak_rss_mb training_perplexity heldout_perplexity coherence; do
    printf '| %.5g ' "$(median "$figure" "$scratch/$1")"
  done
  printf '|\n'
}

sc_check_home
sc_require_java
sc_build_if_missing
prepare
scratch=$(mktemp -d "$SC_HOME/tmp/bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
for seed in "${seeds[@]}"; do
  for optimizer in "${optimizers[@]}"; do
    run "$optimizer" "$seed" --optimizer "$optimizer" --max-iterations "$passes" --tolerance 0
    [[ $optimizer != em ]] || run em-converged "$seed" --optimizer em
  done
done
[[ -z $json ]] || results >"$json"

printf '\n%s flows: %s documents, %s words, %s pairs; %s topics, median of %d seeds, %s\n\n' "$rows" \
  "$(median documents "$scratch/${optimizers[0]}")" "$(median words "$scratch/${optimizers[0]}")" \
  "$(median pairs "$scratch/${optimizers[0]}")" "$topics" "${#seeds[@]}" "$SC_SPARK_MASTER"
printf '| optimizer | passes | CPU s | wall s | peak MB | perplexity | held out | coherence |\n|---|---|---|---|---|---|---|---|\n'
for optimizer in "${optimizers[@]}"; do
  row "$optimizer" "\`$optimizer\`"
  [[ $optimizer != em ]] || row em-converged '`em`, converged'
done
