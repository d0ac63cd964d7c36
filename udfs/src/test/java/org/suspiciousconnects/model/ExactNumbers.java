/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;

/** The formulas of the method profile as they are written, in decimal numbers of 60 digits. */
final class ExactNumbers {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal LOG_2 = logNearOne(TWO);

  private ExactNumbers() {}

  /** Pg, for the numbers c, T, f, V of the view and of each field. */
  static BigDecimal background(long[][] parts, long own) {
    BigDecimal view = without(parts[0][0], own);
    BigDecimal result = divide(view.add(HALF), without(parts[0][2], own).add(TWO));
    for (int j = 1; j < parts.length; j++) {
      BigDecimal values = divide(BigDecimal.valueOf(parts[j][3]).add(BigDecimal.ONE), TWO);
      BigDecimal m = divide(without(parts[j][2], own).add(HALF), view.add(values));
      BigDecimal a = BigDecimal.valueOf(j == 1 ? 10 : Math.max(1, parts[j - 1][1]));
      BigDecimal factor =
          divide(
              without(parts[j][0], own).add(a.multiply(m)), without(parts[j - 1][0], own).add(a));
      result = result.multiply(factor, DIGITS);
    }
    return result;
  }

  /** P(w|i), at most 1. */
  static BigDecimal probability(
      double[] ip, double[] word, double[] mix, double corpusTokens, long[][] parts, long own) {
    int topics = mix.length;
    BigDecimal corpus = new BigDecimal(corpusTokens);
    BigDecimal background = background(parts, own);
    BigDecimal ipTokens = BigDecimal.ZERO;
    for (double tokens : ip) {
      ipTokens = ipTokens.add(new BigDecimal(tokens));
    }
    BigDecimal[] r = new BigDecimal[topics];
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < topics; k++) {
      BigDecimal inTopic = new BigDecimal(mix[k]).multiply(corpus);
      boolean none = inTopic.signum() == 0 || ipTokens.signum() == 0;
      r[k] =
          none
              ? BigDecimal.ZERO
              : divide(new BigDecimal(ip[k]), ipTokens)
                  .multiply(divide(new BigDecimal(word[k]), inTopic), DIGITS);
      sum = sum.add(r[k]);
    }
    BigDecimal n = BigDecimal.valueOf(own);
    BigDecimal left = corpus.subtract(n).max(BigDecimal.ZERO);
    BigDecimal ofIp = ipTokens.subtract(n).max(BigDecimal.ZERO);
    BigDecimal result = BigDecimal.ZERO;
    for (int k = 0; k < topics; k++) {
      BigDecimal away = sum.signum() == 0 ? BigDecimal.ZERO : n.multiply(divide(r[k], sum), DIGITS);
      BigDecimal inTopic =
          new BigDecimal(mix[k]).multiply(corpus).subtract(away).max(BigDecimal.ZERO);
      BigDecimal inIp = new BigDecimal(ip[k]).subtract(away).max(BigDecimal.ZERO);
      BigDecimal inWord = new BigDecimal(word[k]).subtract(away).max(BigDecimal.ZERO);
      BigDecimal pi =
          left.signum() == 0
              ? divide(BigDecimal.ONE, BigDecimal.valueOf(topics))
              : divide(inTopic, left);
      BigDecimal five = BigDecimal.valueOf(5);
      BigDecimal twenty = BigDecimal.valueOf(20);
      result =
          result.add(
              divide(inIp.add(five.multiply(pi)), ofIp.add(five))
                  .multiply(
                      divide(inWord.add(twenty.multiply(background)), inTopic.add(twenty)),
                      DIGITS));
    }
    return result.min(BigDecimal.ONE);
  }

  /** -n ln(1 + 1 / lambda). */
  static BigDecimal logOfTail(long n, double expected) {
    BigDecimal odds = BigDecimal.ONE.add(divide(BigDecimal.ONE, new BigDecimal(expected)));
    return log(odds).multiply(BigDecimal.valueOf(-n), DIGITS);
  }

  static void assertClose(BigDecimal exact, double found, double relative) {
    BigDecimal difference = exact.subtract(new BigDecimal(found)).abs();
    assertTrue(
        difference.compareTo(exact.abs().multiply(new BigDecimal(relative))) <= 0,
        () -> "expected " + exact.round(new MathContext(20)) + " but was " + found);
  }

  private static BigDecimal without(long tokens, long own) {
    return BigDecimal.valueOf(tokens).subtract(BigDecimal.valueOf(own)).max(BigDecimal.ZERO);
  }

  private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, DIGITS);
  }

  /** Halved until it is near 1; it is 1 or more. */
  private static BigDecimal log(BigDecimal number) {
    int halvings = 0;
    BigDecimal rest = number;
    while (rest.compareTo(TWO) > 0) {
      rest = divide(rest, TWO);
      halvings++;
    }
    return logNearOne(rest).add(LOG_2.multiply(BigDecimal.valueOf(halvings)));
  }

  /** 2 artanh((x - 1) / (x + 1)), by its series. */
  private static BigDecimal logNearOne(BigDecimal number) {
    BigDecimal z = divide(number.subtract(BigDecimal.ONE), number.add(BigDecimal.ONE));
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal power = z;
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 1; i < 140; i += 2) {
      sum = sum.add(divide(power, BigDecimal.valueOf(i)), DIGITS);
      power = power.multiply(square, DIGITS);
    }
    return sum.multiply(TWO);
  }
}
