#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Usage: refusals.sh ROOT STRINGS SCRATCH. Gives each of STRINGS (each ended by a NUL) to whatever of ROOT/scripts takes a value,
# and prints a line for each that was not refused with status 1 or 2 and one line that names what it is of; at the end how many
# were tried. The PATH has stand-ins for the engines; this script sees only whether they were started.
set -uo pipefail
root=$1 list=$2 scratch=$3
. "$root/scripts/common.sh"
. "$root/scripts/conf.sh"
. "$root/scripts/sql_variables.sh"
set +e
export SPOT_CONF='' SC_SANDBOX_HOME=$scratch/sandbox SC_BUILT=yes
cd "$scratch" || exit
mapfile -d '' -t strings <"$list"
tried=0

not_refused() {
  printf 'NOT REFUSED %q: %s\n' "$2" "$1"
}

# Each variable of SQL and each key of spot.conf with each string, by the check itself.
variables=(dbname huser udfs_jar source y m d h event_day from_day expires_on vocabulary score_method model_id threshold max_results
  limit_rows topic score_rank verdict dupfactor reference_days feedback_scope kind user_domain author run_id after_run host pid
  process_started started_at another)
keys=($(sed -n 's/^    \([A-Z][A-Z0-9_ |]*\)) SC_KEY_USE.*/\1/p' "$root/scripts/conf_keys.sh" | tr -d '|'))
for string in "${strings[@]}"; do
  for name in "${variables[@]}"; do
    tried=$((tried + 1))
    if sc_name_and_value "$name=$string" && said=$(sc_check_variable "$name" "$string" 2>&1); then
      not_refused "--hivevar $name" "$string"
    fi
  done
  for key in "${keys[@]}"; do
    tried=$((tried + 1))
    sc_conf_key "$key"
    # An option of kinit may begin with -, and nothing reads it.
    if sc_is "$SC_KEY_TYPE" "$string" && [[ $key != KINITOPTS ]]; then
      not_refused "$key" "$string"
    fi
  done
done

# Files with all keys, the strings going round: each key gets 13 of them, each string several keys.
for ((i = 0; i < 13; i++)); do
  j=$((i * 17))
  for key in "${keys[@]}"; do
    string=${strings[j++ % ${#strings[@]}]}
    if [[ $string != *\'* ]]; then
      printf "%s='%s'\n" "$key" "$string"
    else
      printf '%s="%s"\n' "$key" "$string"
    fi
  done >"$scratch/spot.conf"
  said=$(SPOT_CONF=$scratch/spot.conf; (sc_read_conf) 2>&1)
  status=$?
  ((status == 2)) || not_refused "a file of keys ended with $status" "$i"
  for key in "${keys[@]}"; do
    tried=$((tried + 1))
    [[ $said == *"$key"* || $key == KINITOPTS ]] || not_refused "$key in a file" "$(grep "^$key=" "$scratch/spot.conf")"
  done
done

# What must be named, then the words of a command in which @ is the string; each string goes through a few of them.
commands=(
  'YYYYMMDD ml_ops.sh @ flow'
  'source ml_ops.sh 20160708 @'
  'THRESHOLD ml_ops.sh 20160708 flow @'
  'MAX_RESULTS ml_ops.sh 20160708 flow 1 @'
  'THRESHOLD ml_ops.sh 20160708 flow @ --method profile'
  '--engine ml_ops.sh 20160708 flow --engine @'
  '--steps ml_ops.sh 20160708 flow --steps @'
  '--vocabulary ml_ops.sh 20160708 dns --vocabulary @'
  '--method ml_ops.sh 20160708 flow --method @'
  '--reference-days ml_ops.sh 20160708 flow --reference-days @'
  '--seed ml_ops.sh 20160708 flow --seed @'
  '--days-back ml_ops.sh 20160708 flow --days-back @'
  '--break-lock ml_ops.sh 20160708 flow --break-lock @'
  'database setup.sh --database @'
  'database demo.sh --database @'
  '--source demo.sh --source @'
  '--engine demo.sh --engine @'
  '--vocabulary demo.sh --vocabulary @'
  '--rows demo.sh --rows @'
  '--seed demo.sh --seed @'
  '--format demo.sh --format @ --input /dev/null'
  '--engine run_sql.sh --engine @ SQL'
  '--format run_sql.sh --format @ SQL'
  '--days run_sql.sh SQL --days @'
  'file run_sql.sh @'
  '--hivevar run_sql.sh SQL --hivevar @'
  '--hivevar run_sql.sh SQL --hivevar source=@'
  '--hivevar run_sql.sh SQL --hivevar model_id=@'
  '--source train.sh --source @ --date 2016-07-08'
  '--date train.sh --source flow --date @'
  '--topics train.sh --source flow --date 2016-07-08 --topics @'
  '--alpha train.sh --source flow --date 2016-07-08 --alpha @'
  '--optimizer train.sh --source flow --date 2016-07-08 --optimizer @'
  '--init-from train.sh --source flow --date 2016-07-08 --init-from @'
  '--report train.sh --source flow --date 2016-07-08 --report @'
  '--database load.sh flow --format zeek-conn --database @ /dev/null'
  '--format load.sh flow --format @ /dev/null'
  '--date load.sh flow --format zeek-conn --date @ /dev/null'
  '--source export.sh --source @ --date 2016-07-08'
  '--date export.sh --source flow --date @'
  '--method export.sh --source flow --date 2016-07-08 --method @'
  '--method train.sh --source flow --date 2016-07-08 --method @'
  '--output export.sh --source flow --date 2016-07-08 --output @'
  '--keep drop-models.sh --keep @'
  '--database drop-models.sh --database @'
  '--grace-hours drop-runs.sh --grace-hours @'
  '--source series.sh --seed 1 --output out --source @'
  '--seed series.sh --source flow --output out --seed @'
  '--rows series.sh --source flow --seed 1 --output out --rows @'
  '--history series.sh --source flow --seed 1 --output out --history @'
  '--reference series.sh --source flow --seed 1 --output out --reference @'
  '--max-results series.sh --source flow --seed 1 --output out --max-results @'
  '--topics series.sh --source flow --seed 1 --output out --topics @'
  '--source evaluate.sh --series --seeds 1 --output out --source @'
  '--seeds evaluate.sh --series --source flow --output out --seeds @'
  '--output evaluate.sh --series --source flow --seeds 1 --output @'
  '--engine sandbox.sh start --engine @'
  'command sandbox.sh @'
  'data sandbox.sh --home @ status'
  'SPOT_CONF env SPOT_CONF=@ setup.sh'
  'SC_SANDBOX env SC_SANDBOX=@ setup.sh'
)
for ((i = 0; i < ${#strings[@]}; i++)); do
  for ((j = 0; j < 2; j++)); do
    command=${commands[(i * 2 + j) % ${#commands[@]}]}
    named=${command%% *}
    read -ra words <<<"${command#* }"
    for ((k = 0; k < ${#words[@]}; k++)); do
      case ${words[k]} in
        *.sh) words[k]=$root/scripts/${words[k]} ;;
        SQL) words[k]=$root/sql/models.sql ;;
        *@) words[k]=${words[k]%@}${strings[i]} ;;
      esac
    done
    tried=$((tried + 1))
    said=$("${words[@]}" 2>&1 >/dev/null </dev/null)
    status=$?
    # An option is not taken for a value of another; nor is a path that goes up refused as a data folder.
    if ((status != 1 && status != 2)) || [[ $said == *$'\n'* || ($said != *"$named"* && $said != *option*) ]]; then
      case "$named ${strings[i]}" in
        'data ../'*) ;;
        *) not_refused "$command: status $status, said: $said" "${strings[i]}" ;;
      esac
    fi
  done
done
echo "tried $tried"
