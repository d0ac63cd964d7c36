#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced after conf.sh: what a cluster's clients say when they are not let in, and what to do about it, in one place.

# sc_with_remedy COMMAND…: runs it; if it says on standard error that it could not reach the cluster, or was not let in, adds
# a line with the remedy and returns 4, whatever it returned. Else its own status.
sc_with_remedy() {
  local said status=0 remedy
  said=$(mktemp) || return 2
  # Standard error through tee, standard output past it.
  { "$@" 2>&1 >&3 3>&- | tee "$said" 3>&- | sc_for_people >&2 3>&-; } 3>&1 || status=$?
  if remedy=$(sc_remedy "$said" "$status"); then
    status=4
    printf '%s\n' "$remedy" >&2
  fi
  rm -f "$said"
  return "$status"
}

# Line by line what says something to a person: no stack frames, nor the empty lines that Beeline writes.
sc_for_people() {
  grep --line-buffered -vE '^[[:space:]]*$|^[[:space:]]+(at |[.][.][.] )|NativeCodeLoader: Unable to load' || true
}

# sc_remedy FILE STATUS: one line for what FILE says; status 1 if it says nothing of the kind, or of a command that ended
# well, other than Beeline without a connection. The first that fits: causes before what they lead to.
sc_remedy() {
  local says=$1 operator keytab truststore server cache
  (($2 != 0)) || grep -qE 'Could not open client transport|No current connection|Unexpected end of file when reading from HS2' "$says" || return 1
  operator=$(sc_conf PRINCIPAL '(no PRINCIPAL)') keytab=$(sc_conf KEYTAB) truststore=$(sc_conf SSL_TRUSTSTORE)
  server=$(sc_conf JDBC_URL "$(sc_conf HS2_HOST):$(sc_conf HS2_PORT 10000)")
  cache=${KRB5CCNAME:-the default ticket cache}
  if sc_says 'unable to find valid certification path|PKIX path|trustAnchors parameter'; then
    echo "The certificate of HiveServer2 at $server is not trusted by SSL_TRUSTSTORE=${truststore:-(not set)}: get the server's certificate or its issuer's, and keytool -importcert -storetype jks -alias hiveserver2 -file CERTIFICATE.pem -keystore ${truststore:-TRUSTSTORE} (a truststore that can be read without its password: JKS can), and name it in $SC_CONF_FILE"
  elif sc_says 'No subject alternative|No name matching'; then
    echo "The certificate of HiveServer2 is for another host name than $server: set HS2_HOST in $SC_CONF_FILE to a name that the certificate has"
  elif sc_says 'Invalid status 21|Received fatal alert'; then
    echo "HiveServer2 at $server speaks TLS and we did not: set SSL=true, and SSL_TRUSTSTORE, in $SC_CONF_FILE"
  elif sc_says 'Unsupported or unrecognized SSL message|plaintext connection|Remote host terminated the handshake'; then
    echo "HiveServer2 at $server does not speak TLS: set SSL=false in $SC_CONF_FILE, or HS2_PORT to its TLS port"
  elif sc_says 'Keytab file: .* does not exist'; then
    echo "The keytab $keytab does not exist: correct KEYTAB in $SC_CONF_FILE"
  elif sc_says 'Unable to obtain password from user|Checksum failed|Pre-authentication information was invalid|Integrity check on decrypted field failed'; then
    echo "The keytab ${keytab:-(no KEYTAB)} has no valid key of $operator: list it with klist -kt ${keytab:-KEYTAB}, and correct PRINCIPAL or KEYTAB in $SC_CONF_FILE, or have a new keytab made"
  elif sc_says 'Client not found in Kerberos database|CLIENT_NOT_FOUND'; then
    echo "The KDC knows no principal $operator: correct PRINCIPAL in $SC_CONF_FILE"
  elif sc_says 'Server not found in Kerberos database|SERVER_NOT_FOUND|Server has invalid Kerberos principal|UNKNOWN_SERVER'; then
    echo "The KDC knows no server $(sc_hive_principal) at $server: set HS2_PRINCIPAL in $SC_CONF_FILE to hive.server2.authentication.kerberos.principal of the server's hive-site.xml, and HS2_HOST to its full host name"
  elif sc_says 'Clock skew too great'; then
    echo "The clocks of this machine and of the KDC differ by more than Kerberos allows: set this one by NTP"
  elif sc_says 'Failed to find any Kerberos tgt|No valid credentials provided|Client cannot authenticate via:\[[A-Z, ]*KERBEROS|Ticket expired|TKT_EXPIRED|Unable to obtain Principal Name|GSS initiate failed'; then
    echo "There is no valid Kerberos ticket in $cache, it is missing or expired: kinit -kt ${keytab:-KEYTAB} $operator (klist shows what there is), or set PRINCIPAL and KEYTAB in $SC_CONF_FILE, so that the scripts log in themselves"
  elif sc_says 'SIMPLE authentication is not enabled|Unsupported mechanism type PLAIN|Peer indicated failure: Unsupported mechanism'; then
    echo "The cluster wants Kerberos: set KERBEROS=true, PRINCIPAL and KEYTAB in $SC_CONF_FILE, and HADOOP_CONF_DIR to a folder whose core-site.xml says so"
  elif sc_says 'is not allowed to impersonate'; then
    echo "HiveServer2 may not act for $operator: set hadoop.proxyuser.hive.hosts and .groups in the core-site.xml of HDFS and of the metastore"
  elif sc_says 'UnknownHostException|unknown host|Name or service not known'; then
    echo "A host name is not known here: check HS2_HOST ($server) in $SC_CONF_FILE, and the names in ${HADOOP_CONF_DIR-HADOOP_CONF_DIR}"
  elif sc_says 'Connection refused|ConnectException|connect timed out|No route to host|NoRouteToHost|Could not connect to [^ ]+ on port'; then
    echo "Nothing answers: is HiveServer2 running at $server (HS2_HOST, HS2_PORT in $SC_CONF_FILE), and are the metastore and the NameNode of ${HADOOP_CONF_DIR-HADOOP_CONF_DIR}?"
  elif sc_says 'Could not open client transport|No current connection'; then
    echo "HiveServer2 at $server gives out no session: read the message above and the log of HiveServer2"
  else
    return 1
  fi
}

# sc_says PATTERN: of the file in says, the caller's.
sc_says() {
  grep -qE "$1" "$says"
}
