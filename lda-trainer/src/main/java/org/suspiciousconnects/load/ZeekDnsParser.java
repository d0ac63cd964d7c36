/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.List;

/**
 * Zeek's dns.log, tab-separated or JSON, as answers: ip_dst is {@code id.orig_h}, the client that
 * asked, ip_src {@code id.resp_h}.
 *
 * <ul>
 *   <li>Zeek knows no frames. frame_len is about what the answer was on Ethernet, IPv4 and UDP: 42
 *       bytes of their headers, 12 of the header of DNS, length of the name + 6 for the question if
 *       there is one, and for every answer 12 and its data: 4 for an IPv4 address, 16 for IPv6,
 *       else length of the text + 2. Lengths are in UTF-16 units of what Zeek wrote.
 *   <li>frame_time is {@code ts} in UTC in tshark's form, see {@link FrameTime}; no fraction.
 *   <li>The rcode is -1 where Zeek has none, as it saw no answer.
 *   <li>dns_a is the first IPv4 address of the answers, as tshark prints it with {@code
 *       occurrence=f} for Apache Spot.
 *   <li>Without a query the event has no name, class or type.
 * </ul>
 */
final class ZeekDnsParser implements LineParser {
  private static final int NEEDED = 4;
  private static final String[] FIELDS = {
    "ts", "id.orig_h", "id.resp_h", "query", "qclass", "qtype", "rcode", "answers"
  };

  private static final Integer NO_RCODE = -1;
  private static final int ETHERNET_IP_UDP = 42;
  private static final int HEADER = 12;
  private static final int QUESTION = 6;
  private static final int RECORD = 12;
  private static final int V4 = 4;
  private static final int V6 = 16;
  private static final int NAME = 2;

  private final ZeekLog log = new ZeekLog("dns", NEEDED, FIELDS);

  @Override
  public Event parse(String line) throws RejectedLine {
    ZeekEntry entry = log.read(line);
    if (entry == null) {
      return null;
    }
    UtcTime time = entry.time(0);
    String query = Values.string(entry.text(3));
    Long qclass = entry.int64(4);
    Integer rcode = entry.int32(6);
    List<String> answers = entry.list(7);
    Object[] row = DnsColumn.row(time, FrameTime.of(time));
    DnsColumn.FRAME_LEN.set(row, frameLength(query, answers));
    DnsColumn.IP_DST.set(row, Values.string(entry.text(1)));
    DnsColumn.IP_SRC.set(row, Values.string(entry.text(2)));
    DnsColumn.DNS_QRY_NAME.set(row, query);
    DnsColumn.DNS_QRY_CLASS.set(row, qclass == null ? null : qclass.toString());
    DnsColumn.DNS_QRY_TYPE.set(row, entry.int32(5));
    DnsColumn.DNS_QRY_RCODE.set(row, rcode == null ? NO_RCODE : rcode);
    DnsColumn.DNS_A.set(row, answers.stream().filter(IpText::isV4).findFirst().orElse(null));
    return new Event(time, row);
  }

  private static int frameLength(String query, List<String> answers) {
    int length = ETHERNET_IP_UDP + HEADER + (query == null ? 0 : query.length() + QUESTION);
    for (String answer : answers) {
      length += RECORD + dataLength(answer);
    }
    return length;
  }

  private static int dataLength(String answer) {
    if (IpText.isV4(answer)) {
      return V4;
    }
    return IpText.isV6(answer) ? V6 : answer.length() + NAME;
  }
}
