/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;

/** The functions of one name or text. */
class DomainFunctionsTest {
  private final DomainUDF domain = new DomainUDF();
  private final SubdomainUDF subdomain = new SubdomainUDF();
  private final RegisteredDomainUDF registered = new RegisteredDomainUDF();
  private final HostNameUDF host = new HostNameUDF();
  private final LabelCountUDF labels = new LabelCountUDF();
  private final EntropyUDF entropy = new EntropyUDF();

  @Test
  void areNullIfTheArgumentIsNull() {
    assertNull(domain.evaluate(null));
    assertNull(subdomain.evaluate(null));
    assertNull(registered.evaluate(null));
    assertNull(host.evaluate(null));
    assertNull(labels.evaluate(null));
    assertNull(entropy.evaluate(null));
  }

  @Test
  void cutAName() {
    Text name = new Text("www.bbc.co.uk");
    assertEquals(new Text("co"), domain.evaluate(name));
    assertEquals(new Text("www.bbc"), subdomain.evaluate(name));
    assertEquals(new Text("bbc.co.uk"), registered.evaluate(name));
    assertEquals(4, labels.evaluate(name));
  }

  @Test
  void sayWhereThereIsNothingToCut() {
    Text name = new Text("10.0.0.1");
    assertEquals(new Text("None"), domain.evaluate(name));
    assertEquals(new Text("None"), subdomain.evaluate(name));
    assertNull(registered.evaluate(name));
    assertEquals(4, labels.evaluate(name));
    assertEquals(1, labels.evaluate(new Text()));
    assertEquals(0.0, entropy.evaluate(new Text()));
  }

  @Test
  void readReusedBuffersToTheirLength() {
    Text buffer = new Text("a-much-longer.name.example.org");
    buffer.set("büro.de");
    assertEquals(new Text("büro"), domain.evaluate(buffer));
    assertEquals(new Text("None"), subdomain.evaluate(buffer));
    assertEquals(new Text("xn--bro-hoa.de"), registered.evaluate(buffer));
    assertEquals(2, labels.evaluate(buffer));
    buffer.set("üaüa");
    assertEquals(1.0, entropy.evaluate(buffer));
  }

  /** Impala and Hive pass on what a log holds. */
  @Test
  void takeBytesThatAreNoText() {
    Text name = new Text(new byte[] {'a', (byte) 0xff, 0, '.', 'd', 'e'});
    assertEquals(new Text("a\ufffd\0"), domain.evaluate(name));
    assertEquals(new Text("a\ufffd\0.de"), registered.evaluate(name));
    assertEquals(2, labels.evaluate(name));
  }

  @Test
  void compareNamesInOneForm() {
    for (String name :
        List.of("www.example.com", "WWW.Example.COM", "www.example.com.", "www.example.com:8080")) {
      assertEquals(new Text("www.example.com"), host.evaluate(new Text(name)), name);
    }
    assertEquals(new Text("xn--bcher-kva.example"), host.evaluate(new Text("B\u00fccher.example")));
    assertEquals(
        new Text("7.0.0.10.in-addr.arpa"), host.evaluate(new Text("7.0.0.10.in-addr.arpa")));
    assertEquals(new Text("_dmarc.lan"), host.evaluate(new Text("_dmarc.lan")));
    assertEquals(new Text("localhost"), host.evaluate(new Text("localhost")));
    for (String none :
        List.of(
            "", ".", "a..b", ".com", "10.0.0.1", "10.0.0.1:80", "[2001:db8::1]", "::1", "a.7")) {
      assertNull(host.evaluate(new Text(none)), none);
    }
  }
}
