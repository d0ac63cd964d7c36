/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Vectors of doubles as text: base64 (RFC 4648, with padding) of K little-endian IEEE 754 binary64
 * values.
 *
 * <p>Text is the one type that Hive, Spark SQL and Impala pass to a Java function alike; base64
 * keeps every bit, and reading it costs a small part of what decimal text costs.
 */
public final class VectorCodec {
  private VectorCodec() {}

  /**
   * Encodes a vector.
   *
   * @param vector K doubles, K &ge; 0, any values including NaN and infinities
   * @return base64 text of 8 K bytes
   */
  public static String encode(double[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * Decodes a vector.
   *
   * @param text what {@link #encode} returned
   * @return K doubles
   * @throws IllegalArgumentException if the text is not base64 or not a whole number of doubles;
   *     the message says which and gives the length
   */
  public static double[] decode(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    return decode(ascii, ascii.length);
  }

  /**
   * Decodes a vector from the bytes of its text.
   *
   * @param ascii the text's bytes; what lies beyond {@code length} is not read
   * @param length number of bytes of text, at most {@code ascii.length}
   * @return K doubles
   * @throws IllegalArgumentException as {@link #decode(String)}
   */
  public static double[] decode(byte[] ascii, int length) {
    ByteBuffer bytes;
    try {
      bytes = Base64.getDecoder().decode(ByteBuffer.wrap(ascii, 0, length));
    } catch (IllegalArgumentException e) {
      // The decoder's own message for one and the same text changes once it is compiled.
      throw new IllegalArgumentException(
          "not a vector: " + length + " characters that are not base64", e);
    }
    if (bytes.remaining() % Double.BYTES != 0) {
      throw new IllegalArgumentException(
          "not a vector: " + bytes.remaining() + " bytes are not a whole number of 8-byte doubles");
    }
    double[] vector = new double[bytes.remaining() / Double.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(vector);
    return vector;
  }
}
