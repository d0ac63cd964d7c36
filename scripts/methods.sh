#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by ml_ops.sh: which of the two methods, spot or profile, a day is scored by, and what that means for its vocabulary,
# its limits and the days that are counted. Uses the variables of ml_ops.sh; sql, tool and say of steps.sh.

# choose_method: sets method, and all that depends on it.
choose_method() {
  local known
  if [[ $asked_method != auto ]]; then
    use_method "$asked_method" "as --method says"
  elif [[ -n $asked_vocabulary && $asked_vocabulary != "$profile_vocabulary" ]]; then
    use_method spot "as method profile of $source has no vocabulary $asked_vocabulary"
  else
    find_days || return
    known=$(counted_or_with_events "$history_from" | wc -l)
    if [[ -n $dry_run ]]; then
      use_method spot "as if no earlier day had events; --method profile shows the other"
    elif ((known)); then
      use_method profile "as $((known)) of the $history_days days before have events or words"
    else
      use_method spot "as none of the $history_days days before has events or words"
    fi
  fi
}

# use_method METHOD WHY. THRESHOLD and MAX_RESULTS are limits of another kind for each.
use_method() {
  method=$1 figures="$1, $2"
  [[ -z $dry_run ]] || printf '# %s\n' "$figures"
  if [[ $method == spot ]]; then
    vocabulary=${asked_vocabulary:-spot}
    threshold=${asked_threshold:-$(sc_conf TOL 1)}
    max_results=${asked_max_results:-$(sc_conf MAXRESULTS 3000)}
    return
  fi
  vocabulary=$profile_vocabulary
  threshold=${asked_threshold:-1}
  sc_expect 1 "ml_ops.sh: THRESHOLD of method profile" share "$threshold"
  [[ -n $asked_threshold || -z $(sc_conf TOL) ]] ||
    say "method: TOL $(sc_conf TOL) of $SC_CONF_FILE is a limit of method spot, not used for profile"
  max_results=${asked_max_results:-$(sc_conf MAXRESULTS 3000)}
  # A list without an end is none.
  [[ $max_results != -1 ]] || max_results=3000
}

# find_days: asks, once, which days before this one are counted, which have events; into scratch/days, lines with a day, or a day
# and a number.
find_days() {
  [[ -n $dry_run || ! -e $scratch/days ]] || return 0
  sql history_days event_days "${of_source[@]}" --hivevar from_day="$reference_from" || return
  [[ -n $dry_run ]] || awk -F '\t' 'NF <= 2 && $1 ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/' "$out" >"$scratch/days"
}

# counted_or_with_events FROM: the days from that one on, in order, each once. None in a dry run.
counted_or_with_events() {
  [[ -n $dry_run ]] || awk -F '\t' -v from="$1" '$1 >= from { print $1 }' "$scratch/days" | sort -u
}

# to_be_counted: the earlier days that have events and no words yet, in order.
to_be_counted() {
  [[ -n $dry_run ]] || awk -F '\t' 'NF == 1 { counted[$1] } NF == 2 && !($1 in counted) { print $1 }' "$scratch/days" | sort
}

# count_profile: the earlier days that are not counted yet, the oldest first, as a day's words tell what the days before it
# knew; then the day. One of them without a valid event is left out, now and in each later run.
count_profile() {
  local days day status empty
  find_days || return
  mapfile -t days < <(to_be_counted)
  [[ -z $dry_run ]] || printf '# before it each of the %d earlier days that has events and no words yet\n' "$((history_days + reference_days))"
  days+=("$day_text")
  while :; do
    status=0
    sql "count_words_${source}_profile" --days "$(IFS=, && printf '%s' "${days[*]}")" \
      --hivevar reference_days="$reference_days" --hivevar vocabulary="$vocabulary" || status=$?
    ((status == 3)) || break
    empty=$(day_without_words)
    [[ -n $empty && $empty != "$day_text" && " ${days[*]} " == *" $empty "* ]] || break
    say "count: $empty has no valid event and is left out"
    while [[ ${days[0]} != "$empty" ]]; do
      days=("${days[@]:1}")
    done
    days=("${days[@]:1}")
    grep -v "^$empty" "$scratch/days" >"$scratch/days.rest" || true
    mv "$scratch/days.rest" "$scratch/days"
  done
  ((status == 0)) || return "$status"
  [[ -z $dry_run ]] || return 0
  figures=$(counted_figures)
  [[ -n $(counted_or_with_events "$history_from") ]] && return
  if [[ $asked_method == auto ]]; then
    use_method spot "as no earlier day has a valid event"
    say "count: method $figures"
    count_spot
  else
    printf 'none of the %d days before %s has a valid event of %s to train on: load some, or score it by --method spot\n' \
      "$history_days" "$day_text" "$source" >>"$log"
    return 3
  fi
}

# day_without_words: which day the last count stopped at, as the SQL says it.
day_without_words() {
  tail -c "+$((log_from + 1))" "$log" | sed -nE 's/.*no (word|user agent) was counted on ([0-9]{4}-[0-9]{2}-[0-9]{2}).*/\2/p' | tail -n 1
}

# count_spot: the day, with copies of what analysts found harmless.
count_spot() {
  sql "count_words_$source" "${of_day[@]}" --hivevar vocabulary="$vocabulary" --hivevar dupfactor="$(sc_conf DUPFACTOR 1000)" || return
  figures=$(counted_figures)
}

# counted_figures: of the last day that was counted.
counted_figures() {
  awk -F '\t' '(NF == 3 || NF == 4) && $NF ~ /^[0-9]+$/ { found = $(NF - 1) " pairs of IP and word, " $NF " words" } END { print found }' "$out"
}
