#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced after common.sh by the scripts that run a Spark application: on the sandbox, with Spark from Maven's artifacts,
# or on the cluster of spot.conf.

. "$SC_ROOT/scripts/class_archive.sh"
. "$SC_ROOT/scripts/conf.sh"
. "$SC_ROOT/scripts/hive.sh"

# The jar of the trainer and the loader: TRAINER_JAR of spot.conf, for a cluster with another Spark, else the one built here.
sc_trainer_jar() {
  local jar=''
  ! sc_on_cluster || jar=$(sc_conf TRAINER_JAR) || return
  if [[ -n $jar ]]; then
    [[ -r $jar ]] || sc_die 2 "$SC_CONF_FILE: TRAINER_JAR: $jar can't be read: correct it, or leave it out for the jar built here"
    printf '%s\n' "$jar"
    return
  fi
  sc_one_file "$SC_ROOT"/lda-trainer/target/suspicious-connects-lda-trainer-*-spark-4*.jar
}

# sc_spark_submit CLASS JAR ARGS…: spark-submit on the sandbox or, with a spot.conf, on its cluster; the application's exit
# status. The generator of sample days stands on the trainer's jar, so that one always comes along. A subshell, for the trap.
# On the sandbox SC_SPARK_HEAP (2g) and SC_SPARK_MASTER (local[*]) change its size, and Java gets SC_SPARK_OPTIONS too:
# options with blanks between them, such as -XX:TieredStopAtLevel=1, with which small data takes less time.
sc_spark_submit() (
  class=$1 jar=$2
  shift 2
  # Java reads its arguments in the locale's characters; cron has none.
  export LC_ALL=C.UTF-8
  trainer=$(sc_trainer_jar) || exit
  for argument in "$@"; do
    if [[ $argument == -h || $argument == --help ]]; then
      CLASSPATH=$jar:$trainer:$(<"$SC_SPARK_CLASS_PATH") exec "$SC_JAVA" "$class" --help
    fi
  done
  if sc_on_cluster; then
    sc_submit_on_cluster "$@"
  else
    sc_submit_on_sandbox "$@"
  fi
)

# The jars of a Spark installation.
SC_SPARK_CLASS_PATH=$SC_ROOT/sandbox/sample-day/target/class-path

# Both with class, jar and trainer of the caller.
sc_submit_on_sandbox() {
  metastore=$(sc_server_property metastore.uris) ||
    sc_die 2 "the sandbox does not run on $SC_HOME: start it with scripts/sandbox.sh start"
  mkdir -p "$SC_HOME/conf" "$SC_HOME/logs" "$SC_HOME/tmp"
  conf=$(mktemp "$SC_HOME/conf/spark-defaults.XXXXXX") || exit 2
  trap 'rm -f "$conf" "$conf.classes"' EXIT
  {
    sc_spark_defaults "$metastore"
    sc_metastore_client
  } >"$conf"
  CLASSPATH=$(<"$SC_SPARK_CLASS_PATH")
  export CLASSPATH
  archive=$(sc_class_archive "${SC_SPARK_CLASS_PATH%/*}")
  sc_class_options "$archive" "$conf.classes"
  read -r -a options <<<"${SC_SPARK_OPTIONS-}" || true
  "$SC_JAVA" \
    "-Xmx${SC_SPARK_HEAP:-2g}" -XX:+UseParallelGC "${SC_SPARK_OPENS[@]}" \
    ${class_options[@]+"${class_options[@]}"} ${options[@]+"${options[@]}"} \
    -Dlog4j2.configurationFile="$SC_ROOT/scripts/conf/spark-log4j2.properties" \
    -Dsc.log.file="$SC_HOME/logs/spark.log" -Dderby.stream.error.file="$SC_HOME/logs/derby.log" \
    -Djava.io.tmpdir="$SC_HOME/tmp" -Duser.timezone=UTC \
    org.apache.spark.deploy.SparkSubmit --master "${SC_SPARK_MASTER:-local[*]}" \
    --properties-file "$conf" --jars "$trainer" --class "$class" "$jar" "$@" || return
  sc_make_class_archive "$archive" "$conf.classes"
}

# The machine's own spark-submit (of SPARK_HOME, or on the PATH) or, without one, that of Maven's artifacts, which needs
# HADOOP_CONF_DIR and reads spark-defaults.conf of SPARK_CONF_DIR; SC_SPARK_LOG keeps its log. The driver runs here.
sc_submit_on_cluster() {
  options=(--master "$(sc_conf SPK_MASTER yarn)" --jars "$trainer" --class "$class")
  sc_spark_option SPK_EXEC spark.executor.instances
  sc_spark_option SPK_EXEC_CORES spark.executor.cores
  sc_spark_option SPK_EXEC_MEM spark.executor.memory
  sc_spark_option SPK_EXEC_MEM_OVERHEAD spark.executor.memoryOverhead
  sc_spark_option SPK_DRIVER_MEM spark.driver.memory
  sc_spark_option SPK_DRIVER_MAX_RESULTS spark.driver.maxResultSize
  kerberos=$(sc_conf_switch KERBEROS) || exit
  if [[ $kerberos == true && -n $(sc_conf KEYTAB) ]]; then
    # spark-submit logs in itself on YARN and Kubernetes; elsewhere it ignores its options, and Hadoop's client logs in.
    sc_kerberos_login
    options+=(--principal "$KRB5PRINCIPAL" --keytab "$KRB5KEYTAB")
  fi
  own=${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit
  if command -v "$own" >/dev/null; then
    SPARK_SUBMIT_OPTS="${SPARK_SUBMIT_OPTS-} $(sc_krb5_option)"
    export SPARK_SUBMIT_OPTS
    sc_with_remedy "$own" "${options[@]}" "$jar" "$@"
    return
  fi
  sc_require_java
  hadoop_conf=$(sc_hadoop_conf) || exit
  work=$(mktemp -d) || exit 2
  trap 'rm -rf "$work"' EXIT
  sc_metastore_client >"$work/spark.conf"
  CLASSPATH=$hadoop_conf:$(<"$SC_SPARK_CLASS_PATH")
  export CLASSPATH
  # shellcheck disable=SC2046
  sc_with_remedy "$SC_JAVA" "-Xmx$(sc_conf SPK_DRIVER_MEM 2g)" "${SC_SPARK_OPENS[@]}" \
    -Dlog4j2.configurationFile="$SC_ROOT/scripts/conf/spark-log4j2.properties" \
    -Dsc.log.file="${SC_SPARK_LOG:-$work/spark.log}" -Djava.io.tmpdir="$work" -Duser.timezone=UTC $(sc_krb5_option) \
    org.apache.spark.deploy.SparkSubmit --properties-file "$work/spark.conf" --load-spark-defaults \
    "${options[@]}" "$jar" "$@"
}

# sc_spark_option KEY SETTING: spot.conf's value of KEY, if it has one, as a setting of Spark in options.
sc_spark_option() {
  local value
  value=$(sc_conf "$1") || exit
  [[ -z $value ]] || options+=(--conf "$2=$value")
}

# sc_application CLASS ARGS…: one of the trainer's jar, on the database of spot.conf unless --database names another.
sc_application() {
  local class=$1 jar argument database
  shift
  sc_check_arguments "$@"
  sc_read_conf
  sc_on_cluster || sc_check_home
  sc_require_java
  sc_build_if_missing
  jar=$(sc_trainer_jar)
  database=$(sc_conf DBNAME)
  for argument in "$@"; do
    [[ $argument != --database && $argument != --database=* ]] || database=''
  done
  sc_spark_submit "$class" "$jar" "$@" ${database:+--database "$database"}
}

# sc_check_arguments ARGS…: whether the values of options are of the kind that they have to be; which of that kind they may
# be the application knows. Before anything is started.
sc_check_arguments() {
  local script=${0##*/} option value type
  while (($#)); do
    option=$1
    shift
    # From here on there are only files.
    [[ $option != -- ]] || return 0
    # picocli would read arguments from that file.
    [[ $option != @* ]] || sc_die 1 "$script: '$(sc_shown "$option")' begins with @: write a file's name as ./@…"
    [[ $option == -* ]] || continue
    [[ $option =~ ^(-h|-V|--[a-z][a-z-]*(=.*)?)$ ]] || sc_die 1 "$script: unknown option '$(sc_shown "$option")'; see scripts/$script --help"
    value=${option#*=}
    if [[ $option != *=* ]]; then
      value=${1-}
    fi
    option=${option%%=*}
    case $option in
      --database) type=database ;;
      --date | --from | --to) type=date ;;
      --topics | --max-iterations | --tolerance | --alpha | --beta | --batch-fraction | --seed | --days-back | --keep | \
        --grace-hours | --precision) type=number ;;
      --source | --method | --vocabulary | --optimizer | --init-from | --format) type=word ;;
      --output | --report | --days-file) type=any_file ;;
      *) continue ;;
    esac
    sc_expect 1 "$script: $option" "$type" "$value"
  done
}

# Spark's settings for the sandbox.
sc_spark_defaults() {
  local metastore=$1
  cat <<CONF
spark.hadoop.hive.metastore.uris $metastore
spark.hadoop.fs.defaultFS file:///
spark.sql.session.timeZone UTC
spark.sql.shuffle.partitions 8
spark.sql.warehouse.dir $SC_HOME/warehouse
spark.local.dir $SC_HOME/tmp
spark.driver.bindAddress 127.0.0.1
spark.driver.host 127.0.0.1
spark.ui.enabled false
spark.ui.showConsoleProgress false
CONF
}

# The jars with which Spark speaks to a Hive 4 metastore, since its own client can't.
sc_metastore_client() {
  cat <<CONF
spark.sql.hive.metastore.version 4.0.1
spark.sql.hive.metastore.jars path
spark.sql.hive.metastore.jars.path $(sed 's#\(^\|:\)/#\1file:///#g; s#:file:#,file:#g' "$SC_ROOT/sandbox/metastore-client/target/class-path")
CONF
}

# JDK 17 keeps these packages shut; Spark reaches into them.
SC_SPARK_OPENS=(-XX:+IgnoreUnrecognizedVMOptions -Djdk.reflect.useDirectMethodHandle=false)
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  SC_SPARK_OPENS+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
SC_SPARK_OPENS+=(--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED)
