#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by conf.sh: the keys of spot.conf, of what type each is (checks.sh) and who uses it. scripts/spot.conf.example
# explains them.

# sc_conf_key KEY: sets SC_KEY_TYPE, and SC_KEY_USE to all (also on the sandbox), cluster, or none: of Apache Spot's file,
# known and not used. Status 1 if it is no key.
sc_conf_key() {
  case $1 in
    DBNAME) SC_KEY_USE=all SC_KEY_TYPE=database ;;
    DBENGINE) SC_KEY_USE=all SC_KEY_TYPE='hive|beeline|spark|impala' ;;
    USER_DOMAIN) SC_KEY_USE=all SC_KEY_TYPE=domain ;;
    TOL) SC_KEY_USE=all SC_KEY_TYPE=decimal ;;
    MAXRESULTS) SC_KEY_USE=all SC_KEY_TYPE=whole:-1:2147483647 ;;
    TOPIC_COUNT) SC_KEY_USE=all SC_KEY_TYPE=whole:2:1000 ;;
    DUPFACTOR) SC_KEY_USE=all SC_KEY_TYPE=whole:1:1000000 ;;
    LDA_ALPHA | LDA_BETA) SC_KEY_USE=all SC_KEY_TYPE=decimal ;;
    LDA_OPTIMIZER) SC_KEY_USE=all SC_KEY_TYPE='em|online|mllib-em|mllib-online' ;;
    LDA_MAXITERATIONS) SC_KEY_USE=all SC_KEY_TYPE=whole:1:100000 ;;
    PRECISION) SC_KEY_USE=all SC_KEY_TYPE='64|32' ;;
    LOCK_HOURS) SC_KEY_USE=all SC_KEY_TYPE=whole:1:8760 ;;
    HUSER | HPATH | UDFS_JAR) SC_KEY_USE=cluster SC_KEY_TYPE=path ;;
    JDBC_URL) SC_KEY_USE=cluster SC_KEY_TYPE=jdbc ;;
    IMPALA_DEM | HS2_HOST) SC_KEY_USE=cluster SC_KEY_TYPE=host ;;
    IMPALA_PORT | HS2_PORT) SC_KEY_USE=cluster SC_KEY_TYPE=whole:1:65535 ;;
    KERBEROS | KRB_AUTH | SSL) SC_KEY_USE=cluster SC_KEY_TYPE='true|false' ;;
    PRINCIPAL | KRB_USER | HS2_PRINCIPAL) SC_KEY_USE=cluster SC_KEY_TYPE=principal ;;
    # The truststore goes into Java's options, which blanks separate.
    SSL_TRUSTSTORE) SC_KEY_USE=cluster SC_KEY_TYPE=path ;;
    KEYTAB | KEYTABPATH | CA_LOCATION | TRAINER_JAR) SC_KEY_USE=cluster SC_KEY_TYPE=file ;;
    SPK_MASTER) SC_KEY_USE=cluster SC_KEY_TYPE=spark_master ;;
    SPK_EXEC | SPK_EXEC_CORES) SC_KEY_USE=cluster SC_KEY_TYPE=whole:1:100000 ;;
    SPK_EXEC_MEM | SPK_EXEC_MEM_OVERHEAD | SPK_DRIVER_MEM | SPK_DRIVER_MAX_RESULTS) SC_KEY_USE=cluster SC_KEY_TYPE=memory ;;
    UINODE | MLNODE | GWNODE | NAME_NODE) SC_KEY_USE=none SC_KEY_TYPE=host ;;
    WEB_PORT) SC_KEY_USE=none SC_KEY_TYPE=whole:1:65535 ;;
    FLOW_PATH | DNS_PATH | PROXY_PATH) SC_KEY_USE=none SC_KEY_TYPE=path ;;
    LUSER | LPATH | RPATH | LIPATH | KINIT | KINITPATH | CERT | KEY) SC_KEY_USE=none SC_KEY_TYPE=file ;;
    KINITOPTS) SC_KEY_USE=none SC_KEY_TYPE=options ;;
    SASL_MECH | SECURITY_PROTO | KAFKA_SERVICE_NAME) SC_KEY_USE=none SC_KEY_TYPE=word ;;
    SSL_VERIFY) SC_KEY_USE=none SC_KEY_TYPE='true|false' ;;
    SPK_DRIVER_MEM_OVERHEAD) SC_KEY_USE=none SC_KEY_TYPE=memory ;;
    SPK_AUTO_BRDCST_JOIN_THR) SC_KEY_USE=none SC_KEY_TYPE=whole:-1:999999999999 ;;
    ACCESS_CONTROL_ALLOW_ORIGIN) SC_KEY_USE=none SC_KEY_TYPE=origins ;;
    *) return 1 ;;
  esac
}

# sc_conf_old_names: Apache Spot's older names for keys, where the newer one has no value.
sc_conf_old_names() {
  local pair old new
  for pair in KRB_AUTH=KERBEROS KEYTABPATH=KEYTAB KRB_USER=PRINCIPAL; do
    old=SC_CONF_${pair%=*} new=SC_CONF_${pair#*=}
    [[ -z ${!old-} || -n ${!new-} ]] || printf -v "$new" '%s' "${!old}"
  done
}
