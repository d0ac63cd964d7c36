#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by scripts/rehearse_cluster.sh: the processes of a cluster, each a JVM of its own on loopback, marked with the
# cluster's folder HOME_DIR. SECURE is true or false.

# Compiling little and collecting serially, a JVM is sooner ready, which is most of what a rehearsal waits for.
SHORT_LIVED='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'

# daemon NAME USER HEAP CLASS_PATH ARG…: starts a JVM; USER is who it is where nobody asks for a ticket.
daemon() {
  local name=$1 user=$2 heap=$3 class_path=$4
  shift 4
  # In tmp: whatever a library drops into the working directory is below the folder. A group of its own, as Ctrl-C is not meant
  # for it: we stop it.
  (
    cd "$HOME_DIR/tmp"
    set -m
    CLASSPATH=$class_path HADOOP_USER_NAME=$user HADOOP_CONF_DIR=$HOME_DIR/conf SPARK_HOME=$HOME_DIR/spark \
      SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=localhost SPARK_SCALA_VERSION=2.13 SPARK_WORKER_DIR=$HOME_DIR/work \
      "$SC_JAVA" -Dsc.rehearsal="$HOME_DIR" "-Xmx$heap" $SHORT_LIVED -Djava.net.preferIPv4Stack=true -Duser.timezone=UTC \
      $(krb5_option) -Dsc.log.file="$HOME_DIR/logs/$name.log" "$@" </dev/null >"$HOME_DIR/logs/$name.out" 2>&1 &
    echo $! >"$HOME_DIR/pids/$name"
  )
}

krb5_option() {
  [[ $SECURE == false ]] || echo "-Djava.security.krb5.conf=$HOME_DIR/krb5.conf -Dsun.security.krb5.rcache=none"
}

pid_of() {
  cat "$HOME_DIR/pids/$1"
}

# await NAME COMMAND…: until it succeeds, as long as the daemon lives and for two minutes at most.
await() {
  local name=$1 patience=600
  shift
  until "$@" >/dev/null 2>&1; do
    kill -0 "$(pid_of "$name")" 2>/dev/null || sc_die 4 "rehearse_cluster.sh: $name ended: $(tail -n 3 "$HOME_DIR/logs/$name.out")"
    ((--patience)) || sc_die 4 "rehearse_cluster.sh: $name does not answer after 120 s, see $HOME_DIR/logs"
    sleep 0.2
  done
}

listens() {
  (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

hadoop_path() {
  printf '%s:%s:%s\n' "$HOME_DIR/conf" \
    "$(sc_one_file "$CLUSTER_MODULE"/target/suspicious-connects-cluster-[0-9]*.jar)" \
    "$(<"$CLUSTER_MODULE/target/class-path")"
}

hive_path() {
  printf '%s:%s:%s:%s\n' "$HOME_DIR/hive-conf" "$HOME_DIR/conf" "$(sc_warehouse_jar)" \
    "$(<"$SC_ROOT/sandbox/warehouse/target/class-path")"
}

# What an administrator does once: folders for Hive, and the operator's. Where queries run as the user hive, that one and the
# operator both write below HUSER, so that each needs a right to what the other makes.
make_folders() {
  dfs_as_hdfs -mkdir -p /tmp /warehouse/managed /warehouse/external /user/spot
  dfs_as_hdfs -chmod 1777 /tmp
  dfs_as_hdfs -chown -R hive:hive /warehouse
  dfs_as_hdfs -chown spot:spot /user/spot
  if [[ $SECURE == false ]]; then
    dfs_as_hdfs -setfacl -m user:hive:rwx,default:user:hive:rwx,default:user:spot:rwx /user/spot
  else
    dfs_as_hdfs -chmod 1777 /warehouse/external
  fi
}

dfs_as_hdfs() {
  as_hdfs org.apache.hadoop.fs.FsShell "$@" 2>>"$HOME_DIR/logs/hdfs-commands.out" ||
    sc_die 4 "rehearse_cluster.sh: hdfs dfs $* failed, see $HOME_DIR/logs/hdfs-commands.out"
}

# as_hdfs CLASS ARG…: one of Hadoop's commands, as the superuser.
as_hdfs() {
  as_user hdfs hdfs/localhost "$@"
}

# as_user USER PRINCIPAL CLASS ARG…
as_user() (
  user=$1 principal=$2
  shift 2
  if [[ $SECURE == true ]]; then
    export KRB5PRINCIPAL=$principal@EXAMPLE.COM KRB5KEYTAB=$HOME_DIR/$user.keytab
  fi
  # Unquoted: options, without blanks in them.
  # shellcheck disable=SC2046
  CLASSPATH=$HADOOP_PATH HADOOP_USER_NAME=$user "$SC_JAVA" -Xmx256m $SHORT_LIVED $(krb5_option) "$@"
)

random_text() {
  LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 24 || true
}

# The cluster's own module, which the usual build leaves out.
build_cluster_module() {
  local log=$SC_ROOT/target/build-cluster.log
  [[ -z ${SC_BUILT-} ]] || return 0
  if [[ -e $CLUSTER_MODULE/target/class-path && -z $(find "$CLUSTER_MODULE/src/main/java" "$CLUSTER_MODULE/pom.xml" \
    -newer "$CLUSTER_MODULE/target/class-path" -print -quit) ]]; then
    return
  fi
  sc_require_maven
  echo "Building the cluster's own module."
  mkdir -p "$SC_ROOT/target"
  mvn -B -f "$SC_ROOT/pom.xml" -Pcluster -pl sandbox/cluster -am -Dmaven.test.skip=true -Dspotless.check.skip=true package \
    >"$log" 2>&1 || sc_die 2 "the build failed, see $log"
}

start_kdc() {
  daemon kdc kdc 128m "$HADOOP_PATH" org.suspiciousconnects.rehearsal.Kdc "$HOME_DIR" \
    hdfs=hdfs/localhost,HTTP/localhost hive=hive/localhost spot=spot other=other
  await kdc grep -q Ready "$HOME_DIR/logs/kdc.out"
}

# HiveServer2's, self-signed, in a truststore for its clients; and a truststore with the certificate of another.
make_certificates() {
  local name keytool=${JAVA_HOME:+$JAVA_HOME/bin/}keytool
  {
    for name in hiveserver2 other; do
      "$keytool" -genkeypair -alias "$name" -keyalg RSA -keysize 2048 -validity 2 -dname CN=localhost -ext san=dns:localhost \
        -storetype jks -keystore "$HOME_DIR/$name.jks" -storepass:env KEYSTORE_PASSWORD -keypass:env KEYSTORE_PASSWORD
      "$keytool" -exportcert -rfc -alias "$name" -keystore "$HOME_DIR/$name.jks" -storepass:env KEYSTORE_PASSWORD -file "$HOME_DIR/$name.pem"
    done
    "$keytool" -importcert -noprompt -storetype jks -alias hiveserver2 -file "$HOME_DIR/hiveserver2.pem" \
      -keystore "$HOME_DIR/truststore.jks" -storepass:env KEYSTORE_PASSWORD
    "$keytool" -importcert -noprompt -storetype jks -alias other -file "$HOME_DIR/other.pem" \
      -keystore "$HOME_DIR/other-truststore.jks" -storepass:env KEYSTORE_PASSWORD
  } >"$HOME_DIR/logs/keytool.out" 2>&1 || sc_die 4 "rehearse_cluster.sh: no certificates, see $HOME_DIR/logs/keytool.out"
}

# The operator's delegation token for HDFS, in a file that every worker reads.
fetch_token() {
  as_user spot spot org.apache.hadoop.hdfs.tools.DelegationTokenFetcher --renewer spot "$HOME_DIR/hdfs.token" \
    >>"$HOME_DIR/logs/hdfs-commands.out" 2>&1 || sc_die 4 "rehearse_cluster.sh: no token, see $HOME_DIR/logs/hdfs-commands.out"
}

start_hdfs() {
  as_hdfs org.apache.hadoop.hdfs.server.namenode.NameNode -format -nonInteractive >"$HOME_DIR/logs/format.out" 2>&1 ||
    sc_die 4 "rehearse_cluster.sh: HDFS can't be formatted, see $HOME_DIR/logs/format.out"
  daemon namenode hdfs 256m "$HADOOP_PATH" org.apache.hadoop.hdfs.server.namenode.NameNode
  daemon datanode hdfs 256m "$HADOOP_PATH" org.apache.hadoop.hdfs.server.datanode.DataNode
  await namenode listens "$NAMENODE_PORT"
  await datanode as_hdfs org.apache.hadoop.hdfs.tools.DFSAdmin -safemode wait
  make_folders
}

start_hive() {
  local options=("@$SC_ROOT/sandbox/warehouse/target/hive.options" -Dhive.log.dir="$HOME_DIR/logs"
    -Dderby.stream.error.file="$HOME_DIR/logs/derby.log")
  mkdir -p "$HOME_DIR/hive/tmp"
  daemon metastore hive 512m "$HIVE_PATH" "${options[@]}" -Dhive.log.file=metastore.log \
    org.apache.hadoop.hive.metastore.HiveMetaStore -p "$METASTORE_PORT"
  await metastore listens "$METASTORE_PORT"
  daemon hiveserver2 hive 1g "$HIVE_PATH" "${options[@]}" -Dhive.log.file=hiveserver2.log \
    org.apache.hive.service.server.HiveServer2
  await hiveserver2 listens "$HIVESERVER2_PORT"
}

# A worker looks for its master until it is there.
start_spark() {
  # The REST server knows no secrets, and the master refuses to start with both.
  local options=(-Dlog4j2.configurationFile="$HOME_DIR/conf/spark-log4j2.properties" -Dspark.master.rest.enabled=false)
  local settings=$HOME_DIR/conf/spark-defaults.conf path=$HOME_DIR/conf:$HOME_DIR/spark/jars/*
  daemon master spark 256m "$path" "${SC_SPARK_OPENS[@]}" "${options[@]}" org.apache.spark.deploy.master.Master \
    --host localhost --port "$MASTER_PORT" --webui-port "$MASTER_HTTP_PORT" --properties-file "$settings"
  worker worker1 "$WORKER1_HTTP_PORT"
  worker worker2 "$WORKER2_HTTP_PORT"
}

# worker NAME HTTP_PORT, with the variables of start_spark.
worker() {
  daemon "$1" spark 256m "$path" "${SC_SPARK_OPENS[@]}" "${options[@]}" org.apache.spark.deploy.worker.Worker \
    --host localhost --cores 1 --memory 1g --webui-port "$2" --properties-file "$settings" "spark://localhost:$MASTER_PORT"
}

await_workers() {
  await worker2 workers_are 2
}

# workers_are NUMBER: of those the master has, alive.
workers_are() {
  master_page | grep -qE "\"aliveworkers\" *: *$1\b"
}

# What the master tells of itself, as JSON.
master_page() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$MASTER_HTTP_PORT"
    printf 'GET /json/ HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    cat <&3
  )
}

# processes: the ids of all that were started for HOME_DIR and run, executors among them.
processes() {
  local process
  if [[ -d /proc/self ]]; then
    for process in /proc/[0-9]*; do
      if tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -qF -e "-Dsc.rehearsal=$HOME_DIR "; then
        printf '%s\n' "${process#/proc/}"
      fi
    done
  else
    ps -axww -o pid=,args= | grep -F -e "-Dsc.rehearsal=$HOME_DIR " | grep -v grep | sed 's/^ *\([0-9]*\).*/\1/' || true
  fi
}

# stop_all: asks, waits for 20 s, kills; status 1 if something still runs.
stop_all() {
  local pid patience=100
  for pid in $(processes); do kill "$pid" 2>/dev/null || true; done
  while [[ -n $(processes) ]] && ((--patience)); do sleep 0.2; done
  for pid in $(processes); do kill -KILL "$pid" 2>/dev/null || true; done
  patience=50
  while [[ -n $(processes) ]] && ((--patience)); do sleep 0.1; done
  [[ -z $(processes) ]]
}
