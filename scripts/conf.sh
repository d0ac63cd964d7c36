#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced after common.sh by the scripts that run on the sandbox and on a cluster alike. Which of them is told by
# spot.conf, Apache Spot's configuration file: $SPOT_CONF if that is set (empty: the sandbox), else /etc/spot.conf if it
# exists, else the sandbox. The file is parsed, never run: lines NAME=VALUE, comments, values plain or in quotes, and
# ${NAME} for a value of the file.

# sc_conf_file: prints the path; status 1 if it is the sandbox.
sc_conf_file() {
  local file=${SPOT_CONF-/etc/spot.conf}
  [[ -n $file ]] || return 1
  if [[ ! -e $file ]]; then
    [[ -z ${SPOT_CONF-} ]] || sc_die 2 "SPOT_CONF names $file, which does not exist: correct it, or set it to nothing for the sandbox"
    return 1
  fi
  [[ -f $file && -r $file ]] || sc_die 2 "$file can't be read: check its permissions, or set SPOT_CONF to another file"
  printf '%s\n' "$file"
}

# sc_read_conf: reads that file, once, for sc_conf and sc_on_cluster. To be called before them, not in a subshell.
sc_read_conf() {
  local file status=0 line number=0 key value
  file=$(sc_conf_file) || status=$?
  ((status < 2)) || exit "$status"
  SC_CONF_FILE=''
  ((status == 0)) || return 0
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    line=${line%$'\r'}
    [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
    [[ $line =~ ^[[:space:]]*([A-Z][A-Z0-9_]*)=(.*)$ ]] ||
      sc_die 2 "$file, line $number: '$line' is not NAME=VALUE"
    key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
    if [[ $value =~ ^\'([^\']*)\'[[:space:]]*(#.*)?$ || $value =~ ^\"([^\"]*)\"[[:space:]]*(#.*)?$ ||
      $value =~ ^([^[:space:]\"\'#]*)[[:space:]]*(#.*)?$ ]]; then
      value=${BASH_REMATCH[1]}
    else
      sc_die 2 "$file, line $number: the value of $key is not plain and not in one pair of quotes: $value"
    fi
    [[ ! $value =~ [[:cntrl:]\`\\] && ! $value =~ \$[^{] && ! $value =~ \$$ ]] ||
      sc_die 2 "$file, line $number: $key has a character that no value has (\` \\ \$ but for \${NAME}, or a control character)"
    printf -v "SC_CONF_$key" '%s' "$value"
  done <"$file"
  SC_CONF_FILE=$file
}

# sc_on_cluster: whether spot.conf names a cluster, not the sandbox.
sc_on_cluster() {
  [[ -n ${SC_CONF_FILE-} ]]
}

# sc_conf KEY [DEFAULT]: the key's value; the default if it is empty or missing.
sc_conf() {
  local variable=SC_CONF_$1 value depth=0 name
  value=${!variable-}
  while [[ $value =~ \$\{([^}]*)\} ]]; do
    name=${BASH_REMATCH[1]} variable=SC_CONF_${BASH_REMATCH[1]}
    [[ $name =~ ^[A-Z][A-Z0-9_]*$ && -n ${!variable+set} ]] ||
      sc_die 2 "$SC_CONF_FILE: $1 names \${$name}, which the file does not set"
    ((++depth < 20)) || sc_die 2 "$SC_CONF_FILE: $1 refers to itself by way of \${$name}"
    value=${value/"\${$name}"/${!variable}}
  done
  printf '%s\n' "${value:-${2-}}"
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
