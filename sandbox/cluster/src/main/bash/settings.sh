#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by scripts/rehearse_cluster.sh: writes what an administrator would have configured. Into HOME_DIR, the folder of
# one cluster: conf/ for everybody, hive-conf/ for the metastore and HiveServer2, spot.conf for the operator.
# SECURE is true or false.

# property NAME VALUE
property() {
  printf '  <property>\n    <name>%s</name>\n    <value>%s</value>\n  </property>\n' "$1" "$2"
}

# write_settings PORT…: eleven free ports.
write_settings() {
  local conf=$HOME_DIR/conf realm=EXAMPLE.COM
  NAMENODE_PORT=$1 NAMENODE_HTTP_PORT=$2 DATANODE_PORT=$3 DATANODE_HTTP_PORT=$4 DATANODE_IPC_PORT=$5 METASTORE_PORT=$6
  HIVESERVER2_PORT=$7 MASTER_PORT=$8 MASTER_HTTP_PORT=$9 WORKER1_HTTP_PORT=${10} WORKER2_HTTP_PORT=${11}
  # Web pages are in Hadoop's distribution only, and no NameNode starts without their folders.
  mkdir -p "$conf"/webapps/{hdfs,datanode,static}
  mkdir -p "$HOME_DIR/hive-conf" "$HOME_DIR/logs" "$HOME_DIR/pids" "$HOME_DIR/tmp"
  {
    echo '<configuration>'
    property fs.defaultFS "hdfs://localhost:$NAMENODE_PORT"
    property hadoop.tmp.dir "$HOME_DIR/hadoop"
    # No machine has these users.
    property hadoop.user.group.static.mapping.overrides 'hdfs=supergroup;hive=hive;spot=spot;dr.who='
    # Of its own group too: to load a function's jar HiveServer2 acts for itself, whether queries run as their users or not.
    property hadoop.proxyuser.hive.hosts localhost,127.0.0.1
    property hadoop.proxyuser.hive.groups hive,spot
    if [[ $SECURE == true ]]; then
      property hadoop.security.authentication kerberos
      property hadoop.security.authorization true
      property hadoop.rpc.protection authentication
    fi
    echo '</configuration>'
  } >"$conf/core-site.xml"
  {
    echo '<configuration>'
    property dfs.namenode.name.dir "$HOME_DIR/hdfs/name"
    property dfs.datanode.data.dir "$HOME_DIR/hdfs/data"
    property dfs.namenode.http-address "localhost:$NAMENODE_HTTP_PORT"
    property dfs.datanode.address "localhost:$DATANODE_PORT"
    property dfs.datanode.http.address "localhost:$DATANODE_HTTP_PORT"
    property dfs.datanode.ipc.address "localhost:$DATANODE_IPC_PORT"
    property dfs.datanode.hostname localhost
    property dfs.replication 1
    # Else an empty HDFS leaves the safe mode before it can store anything.
    property dfs.namenode.safemode.min.datanodes 1
    property dfs.namenode.safemode.extension 0
    property dfs.permissions.superusergroup supergroup
    if [[ $SECURE == true ]]; then
      property dfs.namenode.kerberos.principal "hdfs/localhost@$realm"
      property dfs.namenode.keytab.file "$HOME_DIR/hdfs.keytab"
      property dfs.datanode.kerberos.principal "hdfs/localhost@$realm"
      property dfs.datanode.keytab.file "$HOME_DIR/hdfs.keytab"
      property dfs.web.authentication.kerberos.principal "HTTP/localhost@$realm"
      property dfs.web.authentication.kerberos.keytab "$HOME_DIR/hdfs.keytab"
      property dfs.block.access.token.enable true
      # SASL, since ports below 1024 are root's. It asks for HTTPS besides, of which nothing is rehearsed.
      property dfs.data.transfer.protection authentication
      property ignore.secure.ports.for.testing true
    fi
    echo '</configuration>'
  } >"$conf/hdfs-site.xml"
  {
    echo '<configuration>'
    metastore_address
    echo '</configuration>'
  } >"$conf/hive-site.xml"
  {
    # The sandbox's settings, on HDFS and in two processes; what comes later wins.
    sed "s#\${suspiciousconnects.tmp}#$HOME_DIR/hive/tmp#; s#\${suspiciousconnects.home}#$HOME_DIR/hive#; /<.configuration>/d" \
      "$SC_ROOT/sandbox/warehouse/src/main/resources/hive-site.xml"
    property fs.defaultFS "hdfs://localhost:$NAMENODE_PORT"
    property hive.metastore.warehouse.dir /warehouse/managed
    property hive.metastore.warehouse.external.dir /warehouse/external
    property hive.exec.scratchdir /tmp/hive
    property hive.user.install.directory /user
    property mapreduce.jobtracker.staging.root.dir /tmp/staging
    property hive.server2.thrift.port "$HIVESERVER2_PORT"
    metastore_address
    if [[ $SECURE == true ]]; then
      # Queries run as whoever sent them.
      property hive.server2.enable.doAs true
      # MapReduce's shuffle would ask Hadoop's native library, which no Maven artifact has, who owns its files.
      property hive.execution.engine tez
      # A job asks who may renew its tokens, even in this process.
      property yarn.resourcemanager.principal "hive/localhost@$realm"
      property hive.server2.authentication KERBEROS
      property hive.server2.authentication.kerberos.principal "hive/localhost@$realm"
      property hive.server2.authentication.kerberos.keytab "$HOME_DIR/hive.keytab"
      property hive.server2.use.SSL true
      property hive.server2.keystore.path "$HOME_DIR/hiveserver2.jks"
      property hive.server2.keystore.password "$KEYSTORE_PASSWORD"
      property hive.metastore.kerberos.keytab.file "$HOME_DIR/hive.keytab"
      property hive.cluster.delegation.token.store.class org.apache.hadoop.hive.metastore.security.MemoryTokenStore
    fi
    echo '</configuration>'
  } >"$HOME_DIR/hive-conf/hive-site.xml"
  write_spark_settings
  write_spot_conf
}

metastore_address() {
  property hive.metastore.uris "thrift://localhost:$METASTORE_PORT"
  if [[ $SECURE == true ]]; then
    property hive.metastore.sasl.enabled true
    property hive.metastore.kerberos.principal "hive/localhost@EXAMPLE.COM"
  fi
}

# Spark finds its executors' class path in the folder jars of SPARK_HOME.
write_spark_settings() {
  local jar executor_options="-Dsc.rehearsal=$HOME_DIR -Duser.timezone=UTC $SHORT_LIVED"
  mkdir -p "$HOME_DIR/spark/jars" "$HOME_DIR/events"
  while IFS= read -r jar; do
    ln -s "$jar" "$HOME_DIR/spark/jars/"
  done < <(tr : '\n' <"$SC_SPARK_CLASS_PATH")
  cp "$SC_ROOT/scripts/conf/spark-log4j2.properties" "$HOME_DIR/conf/"
  [[ $SECURE == false ]] || executor_options+=" -Djava.security.krb5.conf=$HOME_DIR/krb5.conf"
  {
    cat <<CONF
spark.authenticate true
spark.authenticate.secret $SPARK_SECRET
spark.driver.host localhost
spark.driver.bindAddress 127.0.0.1
spark.ui.enabled false
spark.ui.showConsoleProgress false
spark.eventLog.enabled true
spark.eventLog.compress false
spark.eventLog.rolling.enabled false
spark.eventLog.dir file://$HOME_DIR/events
spark.executor.extraJavaOptions $executor_options
spark.sql.session.timeZone UTC
spark.sql.shuffle.partitions 4
CONF
    # Spark's standalone scheduler hands out no delegation tokens: executors read them from a file.
    [[ $SECURE == false ]] || echo "spark.executorEnv.HADOOP_TOKEN_FILE_LOCATION $HOME_DIR/hdfs.token"
  } >"$HOME_DIR/conf/spark-defaults.conf"
}

write_spot_conf() {
  cat >"$HOME_DIR/spot.conf" <<CONF
DBNAME='spot'
HUSER='/user/spot'
UDFS_JAR='hdfs://localhost:$NAMENODE_PORT/user/spot/jars/suspicious-connects-udfs.jar'
HS2_HOST='localhost'
HS2_PORT='$HIVESERVER2_PORT'
SPK_MASTER='spark://localhost:$MASTER_PORT'
SPK_EXEC='2'
SPK_EXEC_CORES='1'
SPK_EXEC_MEM='768m'
SPK_DRIVER_MEM='1g'
CONF
  [[ $SECURE == false ]] || cat >>"$HOME_DIR/spot.conf" <<CONF
KERBEROS='true'
PRINCIPAL='spot@EXAMPLE.COM'
KEYTAB='$HOME_DIR/spot.keytab'
SSL='true'
SSL_TRUSTSTORE='$HOME_DIR/truststore.jks'
CONF
}
