/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.ccache.CredentialCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KdcTest {
  @TempDir Path folder;

  @Test
  void aTicketLastsAsLongAsAskedFor() throws Exception {
    Kdc.main(new String[] {"" + folder, "spot=spot", "hdfs=hdfs/localhost,HTTP/localhost"});
    assertTrue(Files.size(folder.resolve("hdfs.keytab")) > 0);
    Path cache = folder.resolve("cache");
    long before = System.currentTimeMillis();
    long end = Long.parseLong(ticket("spot.keytab", "spot", "2", cache));
    assertTrue(end >= before / 1000 * 1000 && end < before + 3_600_000, end + " for " + before);
    CredentialCache stored = new CredentialCache();
    stored.load(cache.toFile());
    assertEquals("spot@EXAMPLE.COM", stored.getPrimaryPrincipal().getName());

    assertThrows(KrbException.class, () -> ticket("hdfs.keytab", "spot", "2", cache));
  }

  @Test
  void portsDiffer() throws Exception {
    List<Integer> ports = FreePorts.find(20);
    assertEquals(20, new HashSet<>(ports).size());
  }

  private String ticket(String keytab, String principal, String life, Path cache) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true));
    try {
      TicketCache.main(
          new String[] {"" + folder, "" + folder.resolve(keytab), principal, life, "" + cache});
    } finally {
      System.setOut(console);
    }
    return out.toString().strip();
  }
}
