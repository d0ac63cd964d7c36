#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by ml_ops.sh: the lock of a source's day, in the table run_locks, so that no two runs work on the same. Uses sql,
# which runs a file of sql/ with its output in the file out, say and the variables of ml_ops.sh.

# take_lock: dies with status 4 if another run has it, or there is no telling. lock_state is taken from the moment when it
# may be ours.
take_lock() {
  local status=0 after=none
  lock_heads || fail lock $?
  if [[ -s $scratch/heads ]]; then
    refuse_if_alive
    after=$(cut -f 1 "$scratch/heads" | sort -n | sed -n 1p)
    say "lock: run $after, $(sed -n "s/^$after\t\([^\t]*\)\t\([^\t]*\)\t.*\t/process \2 on \1, since /p" "$scratch/heads"), is dead and left its lock; goes on after it"
  fi
  lock_state=taken
  try_lock "$after" || status=$?
  ((status)) || return 0
  # Without a row of the requirements before it the statement that takes the lock was not reached.
  [[ -s $out ]] || lock_state=''
  # Another run was faster?
  if ((status == 4)) && lock_heads; then
    refuse_if_alive
  fi
  fail lock "$status"
}

# try_lock AFTER_RUN
try_lock() {
  sql lock "${of_source[@]}" --hivevar after_run="$1" --hivevar host="$lock_host" --hivevar pid="$$" \
    --hivevar process_started="$(process_started "$$")" --hivevar started_at="$(date -u +%Y-%m-%dT%H:%M:%SZ)" \
    --hivevar run_id="$run_id"
}

# give_back_lock: also after a take_lock that did not come to its end. Status 1, after a line with the remedy, if it can't.
give_back_lock() {
  sql unlock "${of_source[@]}" --hivevar run_id="$run_id" && return
  # Not ours, if it never was.
  if lock_heads && ! cut -f 1 "$scratch/heads" | grep -qx "$run_id"; then
    return
  fi
  say "lock: run $run_id could not give back its lock; the next run finds it dead and goes on"
  return 1
}

# lock_heads: the rows that hold the lock, one unless a run died while it took a dead one's, into scratch/heads: holder, host,
# pid, process_started, started_at.
lock_heads() {
  sql locks "${of_source[@]}" || return
  awk -F '\t' 'NF == 6 { row[$1] = $1 FS $3 FS $4 FS $5 FS $6; after[$2] }
    END { for (holder in row) if (!(holder in after)) print row[holder] }' "$out" >"$scratch/heads"
}

# Of scratch/heads.
refuse_if_alive() {
  local holder host pid started since
  while IFS=$'\t' read -r holder host pid started since; do
    is_dead "$holder" "$host" "$pid" "$started" || {
      lock_state=''
      say "ml_ops.sh: run $holder is at work on $source of $day_text: process $pid on $host, since $since. Wait for it; if it is dead, --break-lock $holder"
      exit 4
    }
  done <"$scratch/heads"
}

# is_dead HOLDER HOST PID PROCESS_STARTED: of another host only time tells, or the operator.
is_dead() {
  local hours
  [[ $1 != "$break_lock" ]] || return 0
  if [[ $2 == "$lock_host" ]]; then
    [[ $(process_started "$3") != "$4" ]]
  else
    hours=$(sc_conf LOCK_HOURS 24)
    ((10#$1 / 1000 + hours * 3600 < $(date +%s)))
  fi
}

# process_started PID: what tells the process from a later one with the same pid; gone if there is none. The ticks from the
# machine's start to its own, where there is /proc: small images have no ps.
process_started() {
  local line fields
  if [[ -r /proc/self/stat && -r /proc/sys/kernel/random/boot_id ]]; then
    # A name may have blanks and brackets.
    if line=$(cat "/proc/$1/stat" 2>/dev/null) && read -ra fields <<<"${line##*) }" && [[ ${fields[0]} != Z ]]; then
      printf '%s-%s\n' "$(</proc/sys/kernel/random/boot_id)" "${fields[19]}"
      return
    fi
  elif line=$(ps -p "$1" -o lstart= 2>/dev/null) && [[ -n $line ]]; then
    read -ra fields <<<"${line//[^A-Za-z0-9 ]/.}"
    (IFS=_ && printf '%s\n' "${fields[*]}")
    return
  fi
  echo gone
}

this_host() {
  local name
  name=$(uname -n)
  name=${name//[^A-Za-z0-9.-]/}
  printf '%s\n' "${name:-localhost}"
}
