/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.rehearsal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.apache.hadoop.minikdc.MiniKdc;

/**
 * A Kerberos KDC on a free port of loopback: Hadoop's {@link MiniKdc}, for the realm EXAMPLE.COM.
 * Serves until the process is ended.
 */
public final class Kdc {
  private Kdc() {}

  /**
   * Starts the KDC; then there are krb5.conf and the keytabs in the folder.
   *
   * @param args the folder, then for each keytab NAME=PRINCIPAL,PRINCIPAL…: it becomes NAME.keytab
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Properties conf = MiniKdc.createConf();
    conf.setProperty(MiniKdc.KDC_BIND_ADDRESS, "localhost");
    // Seconds; the rehearsal asks for a ticket that is soon over.
    conf.setProperty(MiniKdc.MIN_TICKET_LIFETIME, "1");
    MiniKdc kdc = new MiniKdc(conf, Files.createDirectories(folder.resolve("kdc")).toFile());
    kdc.start();
    for (String keytab : Arrays.copyOfRange(args, 1, args.length)) {
      String[] nameAndPrincipals = keytab.split("=", 2);
      File file = folder.resolve(nameAndPrincipals[0] + ".keytab").toFile();
      kdc.createPrincipal(file, nameAndPrincipals[1].split(","));
    }
    Files.copy(kdc.getKrb5conf().toPath(), folder.resolve("krb5.conf"));
    System.out.printf("Ready: %s:%d, realm %s%n", kdc.getHost(), kdc.getPort(), kdc.getRealm());
  }
}
