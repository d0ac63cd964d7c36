/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.rehearsal;

import java.io.File;
import java.nio.file.Path;
import org.apache.kerby.KOptions;
import org.apache.kerby.kerberos.kerb.client.KrbClient;
import org.apache.kerby.kerberos.kerb.client.KrbOption;
import org.apache.kerby.kerberos.kerb.type.ticket.TgtTicket;

/** What {@code kinit -kt KEYTAB -l SECONDS -c CACHE PRINCIPAL} does, for machines without it. */
public final class TicketCache {
  private TicketCache() {}

  /**
   * Writes a ticket cache, and prints when its ticket ends, in milliseconds since 1970.
   *
   * @param args folder of krb5.conf, keytab, principal, lifetime in seconds, file of the cache
   */
  public static void main(String[] args) throws Exception {
    KrbClient client = new KrbClient(Path.of(args[0]).toFile());
    client.init();
    KOptions wanted = new KOptions();
    wanted.add(KrbOption.USE_KEYTAB, true);
    wanted.add(KrbOption.KEYTAB_FILE, new File(args[1]));
    wanted.add(KrbOption.CLIENT_PRINCIPAL, args[2]);
    wanted.add(KrbOption.LIFE_TIME, args[3]);
    TgtTicket ticket = client.requestTgt(wanted);
    client.storeTicket(ticket, new File(args[4]));
    System.out.println(ticket.getEncKdcRepPart().getEndTime().getTime());
  }
}
