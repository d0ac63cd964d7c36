/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorToArrayUDFTest {
  private final VectorToArrayUDF function = new VectorToArrayUDF();

  /** The text was written with Python's struct and base64. */
  @Test
  void givesTheNumbers() {
    assertEquals(
        List.of(0.1, -0.0, Double.POSITIVE_INFINITY),
        function.evaluate(new Text("mpmZmZmZuT8AAAAAAAAAgAAAAAAAAPB/")));
    assertEquals(List.of(), function.evaluate(new Text("")));
  }

  @Test
  void isNullForNull() {
    assertNull(function.evaluate(null));
  }

  @Test
  void readsReusedBuffersToTheirLength() {
    Text vector = new Text("mpmZmZmZuT8AAAAAAAAAgAAAAAAAAPB/");
    vector.set("AAAAAAAA8D8=");
    assertEquals(List.of(1.0), function.evaluate(vector));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0.25,0.75]", "AAAA", "AAAAAAAA8D8A"})
  void refusesWhatIsNotAVector(String text) {
    assertThrows(IllegalArgumentException.class, () -> function.evaluate(new Text(text)));
  }
}
