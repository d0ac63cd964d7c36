/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.suspiciousconnects.load.DnsColumn;

/**
 * One answer to a DNS query.
 *
 * @param second since 1970, UTC
 * @param micros of the second
 * @param client who asked
 * @param server who answered
 * @param name asked for
 * @param rcode response code, 0 for no error (RFC 1035)
 * @param records all records of the answer, bytes
 * @param address the first IPv4 address of the answer; null if there is none
 */
record DnsAnswer(
    long second,
    int micros,
    String client,
    String server,
    String name,
    DnsType type,
    int rcode,
    int records,
    String address)
    implements Event {

  static final int NO_ERROR = 0;
  static final int SERVER_FAILURE = 2;
  static final int NO_SUCH_NAME = 3;
  static final int REFUSED = 5;

  /** The day is not padded, as in Apache Spot's table: the time is the fourth field. */
  private static final DateTimeFormatter FRAME_TIME =
      DateTimeFormatter.ofPattern("MMM d uuuu HH:mm:ss.", Locale.ROOT);

  /** Headers of Ethernet, IP and UDP, and of the DNS message (RFC 1035 section 4.1.1). */
  private static final int HEADERS = 14 + 20 + 8 + 12;

  /** Type and class of the question, first length and end of its name. */
  private static final int QUESTION = 4 + 2;

  /** Bytes of the frame. */
  int frameLen() {
    return HEADERS + name.length() + QUESTION + records;
  }

  /** The time as tshark prints it and Apache Spot stores it, without the comma, in UTC. */
  String frameTime() {
    return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).format(FRAME_TIME)
        + Integer.toString(1_000_000 + micros).substring(1)
        + "000 UTC";
  }

  @Override
  public Object[] row() {
    Object[] row = new Object[DnsColumn.values().length];
    DnsColumn.FRAME_TIME.set(row, frameTime());
    DnsColumn.UNIX_TSTAMP.set(row, second);
    DnsColumn.FRAME_LEN.set(row, frameLen());
    DnsColumn.IP_DST.set(row, client);
    DnsColumn.IP_SRC.set(row, server);
    DnsColumn.DNS_QRY_NAME.set(row, name);
    DnsColumn.DNS_QRY_CLASS.set(row, "1");
    DnsColumn.DNS_QRY_TYPE.set(row, type.number());
    DnsColumn.DNS_QRY_RCODE.set(row, rcode);
    DnsColumn.DNS_A.set(row, address);
    return row;
  }
}
