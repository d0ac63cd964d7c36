#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# One day of one source, from its events to the most suspicious of them: scripts/ml_ops.sh 20160708 flow. With Apache Spot's
# arguments and its configuration file; docs/operating.md tells more.
# Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
. "$SC_ROOT/scripts/conf.sh"
. "$SC_ROOT/scripts/steps.sh"
. "$SC_ROOT/scripts/methods.sh"
. "$SC_ROOT/scripts/day_lock.sh"

ALL_STEPS='setup check feedback count train score analyse export clean'

usage() {
  cat <<HELP
Usage: scripts/ml_ops.sh YYYYMMDD flow|dns|proxy [THRESHOLD] [MAX_RESULTS] [OPTIONS]

Counts the words of a day of events, trains a topic model, scores every event, publishes the most suspicious ones with what is
known of them, exports them and prints the first. A rerun gives the same; a run that stops leaves the results that were there.

  THRESHOLD        keep events with a score up to it (default: TOL of spot.conf, else 1: all). Of method profile scores are
                   shares above 0 and up to 1, and the default is 1
  MAX_RESULTS      keep that many, the lowest scores first; -1 for all (default: MAXRESULTS of spot.conf, else 3000). Of method
                   profile that many entries of the list, groups of events, and -1 is 3000

  --method METHOD  spot: Apache Spot's, a model of the day itself; profile: what is new or too often against the days before;
                   auto: profile if one of the 7 days before has events, else spot (default: auto)
  --engine ENGINE  that counts and scores: hive, spark or impala (default: DBENGINE of spot.conf, else hive)
  --steps LIST     of these, separated by commas (default: all; always in this order):
                     setup     starts the sandbox, if that is where it runs; makes database, functions and tables if they
                               are missing, and USER_DOMAIN one of one's own domains
                     check     compares the tables with what this version expects
                     feedback  imports the analysts' ml_feedback.csv files up to that day
                     count     the words of the day; for method profile first of each earlier day without
                     train     a topic model
                     score     every event
                     analyse   publishes the most suspicious in the tables of Apache Spot's front end, and says why
                     export    Apache Spot's result file
                     clean     what replaced days and dropped models left, after their grace
  --vocabulary V   of the words of dns and proxy: spot or psl (default: spot; method profile has but one, spot for flow, psl
                   for dns and proxy)
  --days-back N    train on the N days before, not on the day itself; for method spot their words have to be counted
                   (default for method profile: 7)
  --reference-days N
                   of method profile: what is known to a day is what the N days before it had, 0 to 60 (default: 14)
  --seed N         of the training (default: 1)
  --limit-rows N   results to publish, of method profile groups (default: 300)
  --break-lock ID  take the lock from the run with this id, which has died on another machine
  --dry-run        prints every command and every SQL statement with its values, and runs nothing
  -h, --help       this text

Runs on the cluster of spot.conf (\$SPOT_CONF, else /etc/spot.conf), or on the sandbox if there is none. With SC_SANDBOX=yes it
is the sandbox, by those keys of spot.conf that name no server and no folder. scripts/spot.conf.example explains the keys.
What the tools say goes to a log file in SC_LOG_DIR (default: the logs of the sandbox, else TMPDIR).

Exit status:
  0  done
  1  usage: an argument is wrong
  2  configuration: spot.conf, a table that is not as expected, a missing program
  3  no data: the day has no events, or not a valid one; results that were there stay
  4  engine error: a step failed, another run is at work on that day, or this one was stopped by a signal
Example: scripts/ml_ops.sh 20160708 flow 1e-3 200
HELP
}

engine='' steps=${ALL_STEPS// /,} dry_run='' method=auto vocabulary='' seed=1 days_back='' reference_days=14 limit_rows=300 break_lock='' arguments=()
while (($#)); do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --dry-run) dry_run=yes; shift ;;
    --engine | --steps | --method | --vocabulary | --seed | --days-back | --reference-days | --limit-rows | --break-lock)
      (($# > 1)) || sc_die 1 "ml_ops.sh: $1 needs a value; see scripts/ml_ops.sh --help"
      option=${1#--}
      printf -v "${option//-/_}" '%s' "$2"
      shift 2 ;;
    # MAX_RESULTS may be -1.
    -[0-9]*) arguments+=("$1"); shift ;;
    -*) sc_die 1 "ml_ops.sh: unknown option '$(sc_shown "$1")'; see scripts/ml_ops.sh --help" ;;
    *) arguments+=("$1"); shift ;;
  esac
done
((${#arguments[@]} >= 2 && ${#arguments[@]} <= 4)) ||
  sc_die 1 "ml_ops.sh: needs YYYYMMDD and flow, dns or proxy, then perhaps THRESHOLD and MAX_RESULTS; see scripts/ml_ops.sh --help"
date=${arguments[0]} source=${arguments[1]} asked_threshold=${arguments[2]-} asked_max_results=${arguments[3]-}
asked_method=$method asked_vocabulary=$vocabulary
sc_expect 1 "ml_ops.sh: YYYYMMDD" yyyymmdd "$date"
sc_expect 1 "ml_ops.sh: the source" source "$source"
sc_expect 1 "ml_ops.sh: --method" 'spot|profile|auto' "$asked_method"
[[ -z $asked_threshold ]] || sc_expect 1 "ml_ops.sh: THRESHOLD" decimal "$asked_threshold"
[[ -z $asked_threshold || $asked_method != profile ]] ||
  sc_expect 1 "ml_ops.sh: THRESHOLD of method profile" share "$asked_threshold"
[[ -z $asked_max_results ]] || sc_expect 1 "ml_ops.sh: MAX_RESULTS" whole:-1:2147483647 "$asked_max_results"
[[ -z $engine ]] || sc_expect 1 "ml_ops.sh: --engine" 'hive|spark|impala' "$engine"
[[ -z $asked_vocabulary ]] || sc_expect 1 "ml_ops.sh: --vocabulary" 'spot|psl' "$asked_vocabulary"
[[ $source != flow || $asked_vocabulary != psl ]] || sc_die 1 "ml_ops.sh: --vocabulary psl: flow has one vocabulary, spot"
profile_vocabulary=psl
[[ $source != flow ]] || profile_vocabulary=spot
[[ $asked_method != profile || ${asked_vocabulary:-$profile_vocabulary} == "$profile_vocabulary" ]] ||
  sc_die 1 "ml_ops.sh: --vocabulary $asked_vocabulary: the words of method profile of $source are of vocabulary $profile_vocabulary: leave it out"
sc_expect 1 "ml_ops.sh: --seed" whole:-999999999999999999:999999999999999999 "$seed"
[[ -z $days_back ]] || sc_expect 1 "ml_ops.sh: --days-back" whole:1:3650 "$days_back"
sc_expect 1 "ml_ops.sh: --reference-days" whole:0:60 "$reference_days"
sc_expect 1 "ml_ops.sh: --limit-rows" whole:1:2147483647 "$limit_rows"
[[ -z $break_lock ]] || sc_expect 1 "ml_ops.sh: --break-lock" run "$break_lock"
[[ $steps =~ ^[a-z]+(,[a-z]+)*$ ]] || sc_die 1 "ml_ops.sh: --steps '$(sc_shown "$steps")' is no list of ${ALL_STEPS// /,}"
for name in ${steps//,/ }; do
  [[ " $ALL_STEPS " == *" $name "* ]] || sc_die 1 "ml_ops.sh: --steps: there is no step '$name', there are ${ALL_STEPS// /,}"
done

# Of spot.conf's ${NAME}s.
# shellcheck disable=SC2034
SC_DAY_FDATE=$date SC_DAY_DSOURCE=$source SC_DAY_YR=${date:0:4} SC_DAY_MH=${date:4:2} SC_DAY_DY=${date:6:2}
sc_read_conf
sc_on_cluster || sc_check_home
day_text=${date:0:4}-${date:4:2}-${date:6:2}
database=$(sc_conf DBNAME spot)
history_days=$((10#${days_back:-7})) reference_days=$((10#$reference_days))
history_from=$(sc_days_before "$day_text" "$history_days")
reference_from=$(sc_days_before "$history_from" "$reference_days")
engine=${engine:-$(sc_conf_engine)}
optimizer=$(sc_conf LDA_OPTIMIZER em)
[[ $optimizer != online ]] || optimizer=mllib-online

# prior KEY OPTION: the key's value, if it has one, for train.sh; em estimates the mode, which has no prior of 1 or less.
prior() {
  local value least=1
  value=$(sc_conf "$1")
  [[ -n $value ]] || return 0
  [[ $optimizer != mllib-online ]] || least=0
  awk -v value="$value" -v least="$least" 'BEGIN { exit !(value + 0 > least && value + 0 < 1e6) }' ||
    sc_die 2 "$SC_CONF_FILE: $1: $value has to be above $least for LDA_OPTIMIZER $optimizer: correct it, or leave it empty for the default"
  training+=("$2" "$value")
}

training=(--source "$source" --database "$database" --date "$day_text" --seed "$seed"
  --topics "$(sc_conf TOPIC_COUNT 20)" --optimizer "$optimizer")
prior LDA_ALPHA --alpha
prior LDA_BETA --beta
iterations=$(sc_conf LDA_MAXITERATIONS)
[[ -z $iterations ]] || training+=(--max-iterations "$iterations")
[[ $(sc_conf PRECISION 64) == 64 ]] || training+=(--precision 32)
[[ -z $days_back ]] || training+=(--days-back "$days_back")
of_source=(--hivevar source="$source" --hivevar event_day="$day_text")
of_day=(--hivevar y="${date:0:4}" --hivevar m="${date:4:2}" --hivevar d="${date:6:2}")

# wants STEP…: whether one of these is to be done.
wants() {
  local name
  for name in "$@"; do
    [[ ",$steps," != *",$name,"* ]] || return 0
  done
  return 1
}

for name in check feedback; do
  ! wants "$name" || [[ -x $SC_ROOT/scripts/$name.sh ]] ||
    sc_die 2 "ml_ops.sh: scripts/$name.sh is missing: get a whole checkout, or leave the step $name out with --steps"
done

# On the sandbox, what would point elsewhere is said to be left alone.
not_used() {
  local key value use='' unused='' elsewhere=''
  for key in ${SC_CONF_KEYS[@]+"${SC_CONF_KEYS[@]}"}; do
    value=SC_CONF_$key
    sc_conf_key "$key" && [[ -n ${!value} ]] || continue
    use=$SC_KEY_USE
    [[ $use != none ]] || unused+=" $key"
    [[ $use != cluster ]] || elsewhere+=" $key"
  done
  [[ -z $unused ]] || say "conf: not used, of $SC_CONF_FILE:$unused"
  [[ -z $elsewhere ]] || sc_on_cluster || say "conf: on the sandbox not used either:$elsewhere"
}

# Only if something is missing: it makes functions and views anew, and runs of other days may be using them.
setup() {
  local domain
  if ! sc_on_cluster; then
    tool "$SC_ROOT/scripts/sandbox.sh" start || return
  fi
  if [[ -n $dry_run ]] || ! sql locks "${of_source[@]}"; then
    log_from=$(wc -c <"${log:-/dev/null}")
    tool "$SC_ROOT/scripts/setup.sh" --database "$database" || return
    [[ -z $dry_run ]] || "$SC_ROOT/scripts/setup.sh" --database "$database" --dry-run
  fi
  domain=$(sc_conf USER_DOMAIN)
  if [[ -n $domain && $source != flow ]]; then
    sql user_domains || return
    if [[ -n $dry_run ]] || ! grep -qxF "$domain" "$out"; then
      sql add_user_domain --hivevar user_domain="$domain"
    fi
  fi
}

lock() {
  if [[ -n $dry_run ]]; then
    try_lock none
  else
    take_lock
    figures="run $run_id"
  fi
}

check() {
  tool "$SC_ROOT/scripts/check.sh" --source "$source" --database "$database"
}

feedback() {
  tool "$SC_ROOT/scripts/feedback.sh" --source "$source" --date "$day_text" --database "$database" || return
  figures=$(last_line)
}

count() {
  "count_$method"
}

train() {
  tool "$SC_ROOT/scripts/train.sh" "${training[@]}" --method "$method" --vocabulary "$vocabulary" || return
  # A dry run trains none: the newest will be it.
  model_id=$(sed -n 's/^model_id=//p' "$out")
  model_id=${model_id:-newest}
  figures=$(paste -s -d ' ' "$out")
}

# With what became of every event, and the first of them, for the end.
score() {
  local format of_method=''
  [[ $method == spot ]] || of_method=_$method
  sql "score_$source$of_method" "${of_day[@]}" --hivevar vocabulary="$vocabulary" --hivevar model_id="$model_id" \
    --hivevar threshold="$threshold" --hivevar max_results="$max_results" || return
  [[ -z $dry_run ]] || return 0
  format=table
  sql score_runs "${of_day[@]}" --hivevar source="$source" || return
  cp "$out" "$scratch/score_runs"
  model_id=$(column_of model_id)
  figures="$(column_of events_in) events, $(column_of events_invalid) invalid, $(column_of kept) kept"
  sql "suspicious_$source$of_method" "${of_day[@]}" --hivevar limit_rows=10 || return
  cp "$out" "$scratch/suspicious"
}

# With the explanations of the first of them, for the end.
analyse() {
  sql "oa_$source" "${of_day[@]}" --hivevar score_method="$method" --hivevar limit_rows="$limit_rows" || return
  [[ -z $dry_run ]] || return 0
  sql "explanations_$source" "${of_day[@]}" --hivevar limit_rows="$limit_rows" || return
  figures="$(grep -c . "$out" || true) results published"
  head -n 10 "$out" | cut -f 1,2 >"$scratch/explanations"
}

# column_of NAME: of the method's row of score_runs.
column_of() {
  awk -F '|' -v name="$1" -v method="$method" '/[|]/ {
    for (i = 2; i < NF; i++) gsub(/^ +| +$/, "", $i)
    if (!header) for (i = 2; i < NF; i++) { column[$i] = i; header = 1 }
    else if ($column["score_method"] == method) { print $column[name]; exit }
  }' "$scratch/score_runs"
}

export_scores() {
  local folder arguments=(--source "$source" --date "$day_text" --database "$database" --method "$method")
  folder=$(sc_conf HPATH)
  if sc_on_cluster && [[ -n $folder ]]; then
    arguments+=(--output "$folder/scores/${source}_results.csv")
  fi
  tool "$SC_ROOT/scripts/export.sh" "${arguments[@]}" || return
  exported=$(sed -n 's/^file=//p' "$out")
  figures=$(paste -s -d ' ' "$out")
}

clean() {
  tool "$SC_ROOT/scripts/drop-runs.sh" --database "$database" || return
  tool "$SC_ROOT/scripts/drop-models.sh" --database "$database" --source "$source"
}

last_line() {
  tail -n 1 "$out"
}

# stopped SIGNAL: ends the tool that runs, then leaves.
stopped() {
  trap '' INT TERM HUP
  say "ml_ops.sh: stopped by SIG$1"
  if [[ -n $child ]]; then
    kill -TERM -- "-$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    child=''
  fi
  exit 4
}

leave() {
  local status=$?
  trap '' INT TERM HUP
  if [[ -n $lock_state ]] && ! give_back_lock && ((status == 0)); then
    status=4
  fi
  rm -rf "$scratch"
  exit "$status"
}

summary() {
  printf '%s on %s%s, run %s, model %s\n' "$source" "$day_text" "${method:+ by method $method}" "$run_id" "$model_id"
  if wants score; then
    printf '\nWhat became of every event\n'
    cat "$scratch/score_runs"
    printf '\nThe 10 most suspicious\n'
    cat "$scratch/suspicious"
  fi
  if wants analyse; then
    printf '\nWhy\n'
    cat "$scratch/explanations"
  fi
  [[ -z $exported ]] || printf '\nExported to %s\n' "$exported"
}

run_id=$(sc_run_id) lock_host=$(this_host) log='' child='' method='' lock_state='' model_id=newest exported='' figures='' log_from=0 out=/dev/null
if [[ -z $dry_run ]]; then
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/ml_ops.XXXXXX")
  out=$scratch/out
  trap leave EXIT
  open_log
  trap 'stopped INT' INT
  trap 'stopped TERM' TERM
  trap 'stopped HUP' HUP
  say "ml_ops.sh: $source on $day_text, run $run_id, database $database, engine $engine, log $log"
  not_used
fi
! wants setup || step setup setup
[[ $steps == setup ]] || step lock lock
for name in check feedback; do
  ! wants "$name" || step "$name" "$name"
done
! wants count train score analyse export || step method choose_method
for name in count train score analyse; do
  ! wants "$name" || step "$name" "$name"
done
! wants export || step export export_scores
! wants clean || step clean clean
if [[ -n $dry_run ]]; then
  [[ $steps == setup ]] || { printf '\n# lock\n'; sql unlock "${of_source[@]}" --hivevar run_id="$run_id"; }
else
  summary
fi
