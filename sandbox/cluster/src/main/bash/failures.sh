#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by scripts/rehearse_cluster.sh while a secure cluster runs: an operator who is not let in is told why and what to do.

# ends_with_4 REMEDY COMMAND…: and its last line has the remedy.
ends_with_4() {
  local remedy=$1 status=0
  shift
  ("$@") >"$HOME_DIR/tmp/said" 2>&1 || status=$?
  cat "$HOME_DIR/tmp/said"
  same 4 "$status" && tail -n 3 "$HOME_DIR/tmp/said" | grep -F -e "$remedy"
}

show_databases() {
  sc_read_conf
  sc_hive -e 'SHOW DATABASES'
}

train_flow() {
  train flow 1
}

# An expired ticket.
with_conf KEYTAB=
export KRB5CCNAME=$HOME_DIR/ticket.cache
expires=$("$SC_JAVA" -cp "$HADOOP_PATH" org.suspiciousconnects.rehearsal.TicketCache "$HOME_DIR" "$HOME_DIR/spot.keytab" spot 2 "$KRB5CCNAME" \
  2>>"$HOME_DIR/logs/ticket.out" | tail -n 1)
until (($(date +%s) > expires / 1000)); do sleep 0.2; done
check "an expired ticket: Beeline tells kinit" ends_with_4 "kinit -kt KEYTAB spot@EXAMPLE.COM" show_databases
check "an expired ticket: so does the trainer" ends_with_4 "kinit -kt KEYTAB spot@EXAMPLE.COM" train_flow
unset KRB5CCNAME

# Wrong principals.
with_conf HS2_PRINCIPAL=hive/elsewhere@EXAMPLE.COM
check "a wrong HS2_PRINCIPAL: Beeline names it" ends_with_4 "knows no server hive/elsewhere@EXAMPLE.COM" show_databases
with_conf PRINCIPAL=other@EXAMPLE.COM
check "a PRINCIPAL that is not in KEYTAB: Beeline names both" ends_with_4 "$HOME_DIR/spot.keytab has no valid key of other@EXAMPLE.COM" show_databases
check "a PRINCIPAL that is not in KEYTAB: so does the trainer" ends_with_4 "$HOME_DIR/spot.keytab has no valid key of other@EXAMPLE.COM" train_flow

# A certificate that is not trusted, and no TLS at all.
with_conf "SSL_TRUSTSTORE=$HOME_DIR/other-truststore.jks"
check "an untrusted certificate: Beeline tells keytool" ends_with_4 "keytool -importcert" show_databases
with_conf SSL=false
check "a connection without TLS: Beeline tells SSL=true" ends_with_4 "set SSL=true" show_databases

# Nobody there.
with_conf HS2_PORT=1
check "no HiveServer2: Beeline asks whether it runs" ends_with_4 "is HiveServer2 running at localhost:1" show_databases
with_conf HS2_HOST=no-such-host.invalid
check "an unknown host: Beeline names it" ends_with_4 "no-such-host.invalid" show_databases
export SPOT_CONF=$HOME_DIR/spot.conf
sc_read_conf
