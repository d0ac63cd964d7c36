/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankedDomainTest {
  @ParameterizedTest
  @CsvSource({
    "'1,google.com', 1, google.com",
    "'2147483647,xn--p1ai', 2147483647, xn--p1ai",
    "'0002,_dmarc.Example.COM', 2, _dmarc.Example.COM"
  })
  void readsRankAndDomain(String line, int rank, String domain) throws RejectedLine {
    RankedDomain read = RankedDomain.parse(line);
    assertEquals(rank, read.rank());
    assertEquals(domain, read.domain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "google.com | line 'google.com' has no comma",
        "''         | line '' has no comma",
        "google.com,1 | rank 'google.com' is no whole number from 1 to 2147483647",
        ",google.com  | rank '' is no whole number from 1 to 2147483647",
        "0,google.com | rank '0' is no whole number from 1 to 2147483647",
        "-1,google.com | rank '-1' is no whole number from 1 to 2147483647",
        "1.5,google.com | rank '1.5' is no whole number from 1 to 2147483647",
        "'1 ,google.com' | rank '1 ' is no whole number from 1 to 2147483647",
        "٣,google.com | rank '٣' is no whole number from 1 to 2147483647",
        "2147483648,google.com | rank '2147483648' is no whole number from 1 to 2147483647",
        "99999999999999999999,a | rank '99999999999999999999' is no whole number from 1 to 2147483647",
        "'1,' | domain '' is empty",
        "'1, google.com' | domain ' google.com' has a blank, comma, quote or control character",
        "'1,a b' | domain 'a b' has a blank, comma, quote or control character",
        "'1,a\u00a0b' | domain 'a\u00a0b' has a blank, comma, quote or control character",
        "1,google.com,com | domain 'google.com,com' has a blank, comma, quote or control character",
        "1,\"google.com\" | domain '\"google.com\"' has a blank, comma, quote or control character",
      },
      quoteCharacter = '\'')
  void anythingElseIsRejected(String line, String reason) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> RankedDomain.parse(line));
    assertEquals(reason, e.getMessage());
  }

  @Test
  void aNameHasItsLongest() throws RejectedLine {
    assertEquals(253, RankedDomain.parse("1," + "a".repeat(253)).domain().length());
    assertThrows(RejectedLine.class, () -> RankedDomain.parse("1," + "a".repeat(254)));
    assertThrows(RejectedLine.class, () -> RankedDomain.parse("1,a\u0000b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rank,domain", "Rank,Domain", "domain_rank,domain", "Global Rank,host"})
  void aHeaderNamesTheColumns(String line) {
    assertTrue(RankedDomain.isHeader(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,google.com", "domain,rank", "rank,domain,tld", "a,b", "x,rank.com"})
  void nothingElseIsAHeader(String line) {
    assertFalse(RankedDomain.isHeader(line));
  }
}
