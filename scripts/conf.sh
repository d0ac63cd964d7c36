#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced after common.sh by the scripts that run on the sandbox and on a cluster alike. Which of them is told by
# spot.conf, Apache Spot's configuration file: $SPOT_CONF if that is set (empty: the sandbox), else /etc/spot.conf if it
# exists, else the sandbox. With SC_SANDBOX=yes in the environment it is the sandbox in any case, by the keys of the file that
# name no server and no folder.
#
# The file is parsed, never run: lines NAME=VALUE, comments, values plain or in quotes, and ${NAME} for a value of the file or
# for the day that ml_ops.sh works on: YR, MH, DY, FDATE, DSOURCE. Each known key has a type (conf_keys.sh).

. "$SC_ROOT/scripts/conf_keys.sh"

# Of the day, set by ml_ops.sh; and one that stands for any when a file is checked.
unset SC_DAY_YR SC_DAY_MH SC_DAY_DY SC_DAY_FDATE SC_DAY_DSOURCE
# shellcheck disable=SC2034
SC_SAMPLE_YR=2016 SC_SAMPLE_MH=07 SC_SAMPLE_DY=08 SC_SAMPLE_FDATE=20160708 SC_SAMPLE_DSOURCE=flow

# sc_conf_file: prints the path; status 1 if there is none.
sc_conf_file() {
  local file=${SPOT_CONF-/etc/spot.conf}
  [[ -n $file ]] || return 1
  if [[ ! -e $file ]]; then
    [[ -z ${SPOT_CONF-} ]] || sc_die 2 "SPOT_CONF names $file, which does not exist: correct it, or set it to nothing for the sandbox"
    return 1
  fi
  [[ -f $file && -r $file ]] || sc_die 2 "$file can't be read: check its permissions, or set SPOT_CONF to another file"
  (($(wc -c <"$file") <= 1048576)) || sc_die 2 "$file has more than 1 MiB and is no spot.conf: set SPOT_CONF to another file"
  printf '%s\n' "$file"
}

# sc_read_conf: reads and checks that file, once, for sc_conf and sc_on_cluster; lists all its faults. To be called before
# them, not in a subshell.
sc_read_conf() {
  local file status=0 line number=0 key value key_name
  [[ ${SC_SANDBOX-} =~ ^(|yes|no)$ ]] || sc_die 2 "SC_SANDBOX is '$(sc_shown "$SC_SANDBOX")': set it to yes for the sandbox, or to no"
  # Values come from the file only, not from an environment that has such names.
  for key_name in "${!SC_CONF_@}"; do
    unset "$key_name"
  done
  file=$(sc_conf_file) || status=$?
  ((status < 2)) || exit "$status"
  SC_CONF_FILE='' SC_CONF_KEYS=() SC_CONF_FAULTS=()
  ((status == 0)) || return 0
  SC_CONF_FILE=$file
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    line=${line%$'\r'}
    [[ $line =~ ^[[:space:]]*(#.*)?$ ]] || sc_conf_line "$number" "$line"
  done <"$file"
  for key in ${SC_CONF_KEYS[@]+"${SC_CONF_KEYS[@]}"}; do
    sc_conf_check "$key"
  done
  if ((${#SC_CONF_FAULTS[@]})); then
    printf '%s\n' "${SC_CONF_FAULTS[@]//[[:cntrl:]]/?}" >&2
    exit 2
  fi
  sc_conf_old_names
}

# sc_conf_line NUMBER LINE
sc_conf_line() {
  local number=$1 line=$2 key value line_of
  if [[ ! $line =~ ^[[:space:]]*([A-Z][A-Z0-9_]*)=(.*)$ ]]; then
    sc_conf_fault "$number" "'$(sc_shown "$line")' is not NAME=VALUE"
    return
  fi
  key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
  if [[ $key =~ ^(FILE|KEYS|FAULTS|LINE_.*)$ || ${#key} -gt 64 ]]; then
    sc_conf_fault "$number" "'$(sc_shown "$key")' is no key of spot.conf"
    return
  fi
  if [[ $key =~ ^(YR|MH|DY|FDATE|DSOURCE)$ ]]; then
    sc_conf_fault "$number" "$key is of the day that ml_ops.sh works on, the file can't set it"
    return
  fi
  if [[ $value =~ ^\'([^\']*)\'[[:space:]]*(#.*)?$ || $value =~ ^\"([^\"]*)\"[[:space:]]*(#.*)?$ ||
    $value =~ ^([^[:space:]\"\'#]*)[[:space:]]*(#.*)?$ ]]; then
    value=${BASH_REMATCH[1]}
  else
    sc_conf_fault "$number" "the value of $key is not plain and not in one pair of quotes: $(sc_shown "$value")"
    return
  fi
  if [[ $value =~ [[:cntrl:]\`\\] || $value =~ \$[^{] || $value =~ \$$ ]]; then
    sc_conf_fault "$number" "$key has a character that no value has (\` \\ \$ but for \${NAME}, or a control character)"
    return
  fi
  printf -v "SC_CONF_$key" '%s' "$value"
  line_of=SC_CONF_LINE_$key
  [[ -n ${!line_of-} ]] || SC_CONF_KEYS+=("$key")
  # Of two lines the latter counts, as it did for Apache Spot's shell.
  printf -v "$line_of" '%s' "$number"
}

# sc_conf_check KEY: whether its value, if it has one, is of its type.
sc_conf_check() {
  local line_of=SC_CONF_LINE_$1 raw=SC_CONF_$1
  if ! sc_conf_key "$1"; then
    printf '%s, line %s: the key %s is not known and not used\n' "$SC_CONF_FILE" "${!line_of}" "$1" >&2
    return
  fi
  [[ -n ${!raw} ]] || return 0
  if ! sc_conf_expand "$1" sample; then
    sc_conf_fault "${!line_of}" "$SC_EXPANDED"
  elif [[ -n $SC_EXPANDED ]] && ! sc_is "$SC_KEY_TYPE" "$SC_EXPANDED"; then
    sc_conf_fault "${!line_of}" "$1: '$(sc_shown "$SC_EXPANDED")' is not $(sc_what "$SC_KEY_TYPE")"
  fi
}

# sc_conf_fault LINE WHAT
sc_conf_fault() {
  SC_CONF_FAULTS+=("$SC_CONF_FILE, line $1: $2")
}

# sc_conf_expand KEY [sample]: sets SC_EXPANDED to the key's value, each ${NAME} replaced; with status 1 to what is wrong. With
# sample any day stands for that of ml_ops.sh.
sc_conf_expand() {
  local variable=SC_CONF_$1 depth=0 name value
  SC_EXPANDED=${!variable-}
  while [[ $SC_EXPANDED == *\$\{* ]]; do
    if [[ ! $SC_EXPANDED =~ \$\{([^}]*)\} ]]; then
      SC_EXPANDED="$1 has a \${ without its }"
      return 1
    fi
    name=${BASH_REMATCH[1]}
    if ((++depth > 20)); then
      SC_EXPANDED="$1 refers to itself by way of \${$name}"
      return 1
    fi
    variable=SC_CONF_$name
    if [[ $name =~ ^(YR|MH|DY|FDATE|DSOURCE)$ ]]; then
      variable=SC_DAY_$name
      [[ -n ${!variable-} || -z ${2-} ]] || variable=SC_SAMPLE_$name
      if [[ -z ${!variable-} ]]; then
        SC_EXPANDED="$1 names \${$name}, which only ml_ops.sh knows"
        return 1
      fi
    elif [[ ! $name =~ ^[A-Z][A-Z0-9_]*$ || $name =~ ^(FILE|KEYS|FAULTS|LINE_.*)$ || -z ${!variable+set} ]]; then
      SC_EXPANDED="$1 names \${$(sc_shown "$name")}, which the file does not set"
      return 1
    fi
    value=${!variable}
    SC_EXPANDED=${SC_EXPANDED/"\${$name}"/"$value"}
  done
}

# sc_on_cluster: whether spot.conf names a cluster, not the sandbox.
sc_on_cluster() {
  [[ -n ${SC_CONF_FILE-} && ${SC_SANDBOX-} != yes ]]
}

# sc_conf KEY [DEFAULT]: the key's value; the default if it is empty or missing.
sc_conf() {
  sc_conf_expand "$1" || sc_die 2 "$SC_CONF_FILE: $SC_EXPANDED"
  printf '%s\n' "${SC_EXPANDED:-${2-}}"
}

# sc_conf_needed KEY WHAT: the key's value; dies, saying what it is, if there is none.
sc_conf_needed() {
  local value
  value=$(sc_conf "$1") || return
  [[ -n $value ]] || sc_die 2 "$SC_CONF_FILE: $1 is not set: $2"
  printf '%s\n' "$value"
}

# sc_conf_switch KEY: true or false, which is the default.
sc_conf_switch() {
  local value
  value=$(sc_conf "$1" false) || return
  [[ $value == true || $value == false ]] || sc_die 2 "$SC_CONF_FILE: $1: '$value' is neither true nor false"
  printf '%s\n' "$value"
}

# sc_conf_engine: the engine that counts and scores: hive, spark or impala. beeline is Apache Spot's name for Hive by way of
# HiveServer2, the only one we know.
sc_conf_engine() {
  local engine
  engine=$(sc_conf DBENGINE hive) || return
  printf '%s\n' "${engine/#beeline/hive}"
}

# The folder with the cluster's core-site.xml, hdfs-site.xml and hive-site.xml.
sc_hadoop_conf() {
  [[ -n ${HADOOP_CONF_DIR-} ]] ||
    sc_die 2 "HADOOP_CONF_DIR is not set: export it, the folder of the cluster's core-site.xml, hdfs-site.xml and hive-site.xml"
  [[ -r $HADOOP_CONF_DIR/core-site.xml ]] || sc_die 2 "HADOOP_CONF_DIR: there is no $HADOOP_CONF_DIR/core-site.xml to read"
  printf '%s\n' "$HADOOP_CONF_DIR"
}

# sc_kerberos_login: lets Hadoop's clients (3.2 and later) log in with the operator's keytab; without one they take the
# tickets that kinit got. To be called in a subshell.
sc_kerberos_login() {
  local kerberos keytab principal
  kerberos=$(sc_conf_switch KERBEROS) || exit
  keytab=$(sc_conf KEYTAB) || exit
  [[ $kerberos == true && -n $keytab ]] || return 0
  principal=$(sc_conf_needed PRINCIPAL "whose keytab KEYTAB is") || exit
  [[ -r $keytab ]] || sc_die 2 "$SC_CONF_FILE: KEYTAB: $keytab can't be read: correct it or the file's permissions"
  export KRB5PRINCIPAL=$principal KRB5KEYTAB=$keytab
}

# sc_krb5_option: Java does not know the environment's KRB5_CONFIG, which kinit does.
sc_krb5_option() {
  [[ -z ${KRB5_CONFIG-} ]] || printf '%s\n' "-Djava.security.krb5.conf=$KRB5_CONFIG"
}
