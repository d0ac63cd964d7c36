/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorCodecTest {
  /** Written with Python's struct and base64. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "AAAAAAAA8D8=, 1.0",
    "AAAAAAAA0D8AAAAAAADoPw==, '0.25 0.75'",
    "mpmZmZmZuT8AAAAAAAAAgAAAAAAAAPB/, '0.1 -0.0 Infinity'",
    "AQAAAAAAAAD////////vf5qZmZmZmck/AAAAAAAA+H8=, '4.9E-324 1.7976931348623157E308 0.2 NaN'",
  })
  void isBase64OfLittleEndianDoubles(String text, String numbers) {
    double[] vector =
        Arrays.stream(numbers.split(" "))
            .filter(number -> !number.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertEquals(text, VectorCodec.encode(vector));
    assertArrayEquals(bits(vector), bits(VectorCodec.decode(text)));
  }

  @Property
  void keepsEveryBit(@ForAll @Size(max = 70) long[] bits) {
    double[] vector = Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
    assertArrayEquals(bits(vector), bits(VectorCodec.decode(VectorCodec.encode(vector))));
  }

  @Test
  void readsNothingBeyondTheLength() {
    byte[] buffer = "AAAAAAAA8D8=????".getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(new double[] {1}, VectorCodec.decode(buffer, 12));
    assertThrows(IllegalArgumentException.class, () -> VectorCodec.decode(buffer, 13));
  }

  @ParameterizedTest
  @CsvSource({
    "AAAAAAAA8D8==, 13 characters that are not base64",
    "AAAA AAAA8D8=, 13 characters that are not base64",
    "'0.25,0.75', 9 characters that are not base64",
    "協, 1 characters that are not base64",
    "AAAAAAAA8A==, 7 bytes",
    "AAAAAAAA8D8A, 9 bytes",
  })
  void refusesWhatIsNotAVector(String text, String why) {
    var e = assertThrows(IllegalArgumentException.class, () -> VectorCodec.decode(text));
    assertTrue(e.getMessage().startsWith("not a vector: " + why), e.getMessage());
  }

  /** The JDK's decoder has two messages for this text: one interpreted, one compiled. */
  @Test
  void refusesATextWithTheSameMessageEveryTime() {
    String text = VectorCodec.encode(new double[20]).substring(3);
    Set<String> messages = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      messages.add(
          assertThrows(IllegalArgumentException.class, () -> VectorCodec.decode(text))
              .getMessage());
    }
    assertEquals(Set.of("not a vector: 213 characters that are not base64"), messages);
  }

  @Property
  void refusesEveryTruncation(@ForAll @Size(min = 1, max = 20) double[] vector) {
    String text = VectorCodec.encode(vector);
    String unpadded = text.replace("=", "");
    for (int length = 0; length < unpadded.length(); length++) {
      String cut = text.substring(0, length);
      if (length % 32 == 0 || length * 6 / 8 % 8 == 0 && length % 4 != 1) {
        assertTrue(VectorCodec.decode(cut).length < vector.length);
      } else {
        assertThrows(IllegalArgumentException.class, () -> VectorCodec.decode(cut), cut);
      }
    }
  }

  /** NaNs keep their payload, so doubles are compared by their bits. */
  private static long[] bits(double[] vector) {
    return Arrays.stream(vector).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
