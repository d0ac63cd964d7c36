#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced after common.sh and conf.sh: Beeline and HDFS's shell on the cluster of spot.conf. The machine's own beeline and
# hdfs are used if they are on the PATH, else Hive's and Hadoop's classes from Maven's artifacts.

. "$SC_ROOT/scripts/remedies.sh"

# sc_hive ARGS…: Beeline, connected to HiveServer2 as spot.conf says. Exit status: 2 if that says too little, 4 if a statement
# failed or, after a line with the remedy, if it can't connect; of itself beeline -f then ends with 0. A subshell, for the
# environment.
sc_hive() (
  url=$(sc_hive_url) || exit
  sc_kerberos_login
  options=''
  truststore=$(sc_conf SSL_TRUSTSTORE) || exit
  if [[ $(sc_conf SSL false) == true && -n $truststore ]]; then
    [[ -r $truststore ]] || sc_die 2 "$SC_CONF_FILE: SSL_TRUSTSTORE: $truststore can't be read: correct it or the file's permissions"
    options="-Djavax.net.ssl.trustStore=$truststore"
  fi
  export HADOOP_CLIENT_OPTS="${HADOOP_CLIENT_OPTS-} $options $(sc_krb5_option)"
  if command -v beeline >/dev/null; then
    command=(beeline)
  else
    sc_require_java
    CLASSPATH=$(sc_hadoop_class_path) || exit
    export CLASSPATH
    # Unquoted: several options, without blanks in them.
    # shellcheck disable=SC2086,SC2206
    command=("$SC_JAVA" "@$SC_ROOT/sandbox/warehouse/target/hive.options" -Xmx512m -XX:TieredStopAtLevel=1
      -XX:+UseSerialGC -Dlog4j2.configurationFile=beeline-log4j2.properties $HADOOP_CLIENT_OPTS org.apache.hive.beeline.BeeLine)
  fi
  sc_with_remedy "${command[@]}" -u "$url" -n "${HADOOP_USER_NAME:-$(id -un)}" "$@" || exit 4
)

# sc_hive_url: JDBC_URL, or what HS2_HOST and the other keys say.
sc_hive_url() {
  local url host port kerberos ssl principal
  url=$(sc_conf JDBC_URL) || return
  if [[ -z $url ]]; then
    host=$(sc_conf_needed HS2_HOST "the host of HiveServer2 (or JDBC_URL, its whole URL)") || return
    port=$(sc_conf HS2_PORT 10000) || return
    url=jdbc:hive2://$host:$port/
    kerberos=$(sc_conf_switch KERBEROS) || return
    if [[ $kerberos == true ]]; then
      principal=$(sc_hive_principal) || return
      url+=";principal=$principal"
    fi
    ssl=$(sc_conf_switch SSL) || return
    [[ $ssl == false ]] || url+=';ssl=true'
  elif [[ $url == hive2:* ]]; then
    # As in the example of Apache Spot's file.
    url=jdbc:$url
  fi
  printf '%s\n' "$url"
}

# sc_hive_principal: HiveServer2's; of the operator's realm unless spot.conf has it.
sc_hive_principal() {
  local principal operator
  principal=$(sc_conf HS2_PRINCIPAL) || return
  if [[ -z $principal ]]; then
    operator=$(sc_conf_needed PRINCIPAL "the operator's principal, such as spot@EXAMPLE.COM (or HS2_PRINCIPAL)") || return
    [[ $operator == *@* ]] || sc_die 2 "$SC_CONF_FILE: PRINCIPAL: '$operator' names no realm: write NAME@REALM, or set HS2_PRINCIPAL"
    principal=hive/_HOST@${operator##*@}
  fi
  printf '%s\n' "$principal"
}

# sc_dfs ARGS…: hdfs dfs on the cluster's file system; exit status as of sc_hive. A subshell, for the environment.
sc_dfs() (
  sc_kerberos_login
  HADOOP_CLIENT_OPTS="${HADOOP_CLIENT_OPTS-} $(sc_krb5_option)"
  export HADOOP_CLIENT_OPTS
  if command -v hdfs >/dev/null; then
    command=(hdfs dfs)
  else
    sc_require_java
    CLASSPATH=$(sc_hadoop_class_path) || exit
    export CLASSPATH
    # shellcheck disable=SC2086,SC2206
    command=("$SC_JAVA" -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC $HADOOP_CLIENT_OPTS org.apache.hadoop.fs.FsShell)
  fi
  sc_with_remedy "${command[@]}" "$@" || exit 4
)

# sc_cluster_huser: the folder on the cluster's file system below which every table lies.
sc_cluster_huser() {
  sc_conf HUSER /user/spot
}

# sc_cluster_udfs_jar: where the functions' jar is on the cluster's file system.
sc_cluster_udfs_jar() {
  local huser
  huser=$(sc_cluster_huser) || return
  sc_conf UDFS_JAR "hdfs://$huser/jars/suspicious-connects-udfs.jar"
}

# Hadoop's and Hive's clients from Maven's artifacts, with the cluster's settings in front of the sandbox's.
sc_hadoop_class_path() {
  local conf
  conf=$(sc_hadoop_conf) || return
  printf '%s:%s\n' "$conf" "$(<"$SC_ROOT/sandbox/warehouse/target/class-path")"
}
