/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A fingerprint of the word counts that does not depend on the order of the rows: the sum, modulo
 * 2^256, of the SHA-256 of each row. No sort is needed, and any number of cores gives the same.
 */
final class CorpusDigest {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private CorpusDigest() {}

  /** Fingerprint as up to 64 hex digits. */
  static String of(Corpus corpus) {
    return corpus
        .wordCounts()
        .toJavaRDD()
        .map(r -> rowDigest(r.getString(0), r.getString(1), r.getLong(2)))
        .fold(BigInteger.ZERO, CorpusDigest::add)
        .toString(16);
  }

  private static BigInteger add(BigInteger a, BigInteger b) {
    return a.add(b).mod(MODULUS);
  }

  /** Lengths are part of the text, so that no two rows are written alike. */
  private static BigInteger rowDigest(String ip, String word, long count) {
    return new BigInteger(1, sha256(ip.length() + ":" + ip + word.length() + ":" + word + count));
  }

  /** SHA-256 of a text in UTF-8: 32 bytes. */
  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
