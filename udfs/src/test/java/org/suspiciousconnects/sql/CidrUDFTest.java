/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrUDFTest {
  private final CidrUDF function = new CidrUDF();

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "10.1.2.3/8, 10.0.0.0/8",
    "10.1.2.3, 10.1.2.3/32",
    "0.0.0.0/0, 0.0.0.0/0",
    "192.168.1.128/25, 192.168.1.128/25",
    "FC00::/7, fc00::/7",
    "2001:DB8:0::0:1, 2001:db8::1/128",
    "::/0, ::/0",
    "::ffff:10.0.0.0/104, 10.0.0.0/8"
  })
  void hasOneForm(String cidr, String form) {
    assertEquals(form, function.evaluate(new Text(cidr)).toString());
    assertEquals(form, function.evaluate(new Text(form)).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "10.0.0.0/8 ", "10.0.0.0/08",
            "fc00::/129",
        "10.0.0.0/", "/8", "localhost", "10.0.0.256/8", "*", "10.0.0.0/8/8", "\ud83d\ude00", "1/2"
      })
  void isNullForWhatIsNoRange(String text) {
    assertNull(function.evaluate(new Text(text)));
  }

  @Test
  void isNullForNull() {
    assertNull(function.evaluate(null));
  }
}
