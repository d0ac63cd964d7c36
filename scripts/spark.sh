#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced after common.sh by the scripts that run a Spark application: Spark on this machine, from Maven's artifacts,
# with the sandbox's metastore. On a cluster the same jar and classes run under the cluster's spark-submit.

# The jar of the trainer and the loader.
sc_trainer_jar() {
  sc_one_file "$SC_ROOT"/lda-trainer/target/suspicious-connects-lda-trainer-*-spark-4*.jar
}

# sc_spark_submit CLASS JAR ARGS…: spark-submit's own class, as on a cluster; the application's exit status. The generator of
# sample days stands on the trainer's jar, so that one always comes along. A subshell, for the trap.
# SC_SPARK_HEAP (2g) and SC_SPARK_MASTER (local[*]) change its size.
sc_spark_submit() (
  class=$1 jar=$2
  shift 2
  trainer=$(sc_trainer_jar) || exit
  spark=$(<"$SC_ROOT/sandbox/sample-day/target/class-path")
  for argument in "$@"; do
    if [[ $argument == -h || $argument == --help ]]; then
      CLASSPATH=$jar:$trainer:$spark exec "$SC_JAVA" "$class" --help
    fi
  done
  metastore=$(sc_server_property metastore.uris) ||
    sc_die 2 "the sandbox does not run on $SC_HOME: start it with scripts/sandbox.sh start"
  mkdir -p "$SC_HOME/conf" "$SC_HOME/logs" "$SC_HOME/tmp"
  conf=$(mktemp "$SC_HOME/conf/spark-defaults.XXXXXX") || exit 2
  trap 'rm -f "$conf"' EXIT
  sc_spark_defaults "$metastore" >"$conf"
  CLASSPATH=$spark "$SC_JAVA" \
    "-Xmx${SC_SPARK_HEAP:-2g}" -XX:+UseParallelGC "${SC_SPARK_OPENS[@]}" \
    -Dlog4j2.configurationFile="$SC_ROOT/scripts/conf/spark-log4j2.properties" \
    -Dsc.log.file="$SC_HOME/logs/spark.log" -Dderby.stream.error.file="$SC_HOME/logs/derby.log" \
    -Djava.io.tmpdir="$SC_HOME/tmp" -Duser.timezone=UTC \
    org.apache.spark.deploy.SparkSubmit --master "${SC_SPARK_MASTER:-local[*]}" \
    --properties-file "$conf" --jars "$trainer" --class "$class" "$jar" "$@"
)

# Spark's settings; the jars with which it speaks to a Hive 4 metastore among them, since its own client can't.
sc_spark_defaults() {
  local metastore=$1
  cat <<CONF
spark.hadoop.hive.metastore.uris $metastore
spark.hadoop.fs.defaultFS file:///
spark.sql.hive.metastore.version 4.0.1
spark.sql.hive.metastore.jars path
spark.sql.hive.metastore.jars.path $(sed 's#\(^\|:\)/#\1file:///#g; s#:file:#,file:#g' "$SC_ROOT/sandbox/metastore-client/target/class-path")
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

# JDK 17 keeps these packages shut; Spark reaches into them.
SC_SPARK_OPENS=(-XX:+IgnoreUnrecognizedVMOptions -Djdk.reflect.useDirectMethodHandle=false)
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  SC_SPARK_OPENS+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
SC_SPARK_OPENS+=(--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED)
