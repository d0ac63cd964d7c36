/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Locale;

/**
 * Zeek's conn.log, tab-separated or JSON, as flows: ibyt and ipkt are {@code orig_ip_bytes} and
 * {@code orig_pkts}, obyt and opkt the responder's, 0 where Zeek does not say; {@code ts} is
 * seconds since 1970 or an ISO 8601 time.
 *
 * <p>ICMP has no ports: Zeek puts the type into the originator's port and the code into the
 * responder's. The flow gets what netflow carries, so that the same ping is the same flow whoever
 * saw it: sport 0, dport {@code type * 256 + code}.
 */
final class ZeekConnParser implements LineParser {
  private static final int NEEDED = 6;
  private static final String[] FIELDS = {
    "ts",
    "id.orig_h",
    "id.orig_p",
    "id.resp_h",
    "id.resp_p",
    "proto",
    "duration",
    "orig_pkts",
    "orig_ip_bytes",
    "resp_pkts",
    "resp_ip_bytes"
  };

  private final ZeekLog log = new ZeekLog("conn", NEEDED, FIELDS);

  @Override
  public Event parse(String line) throws RejectedLine {
    ZeekEntry entry = log.read(line);
    if (entry == null) {
      return null;
    }
    UtcTime time = entry.time(0);
    Object[] row = FlowColumn.row(time);
    FlowColumn.SIP.set(row, Values.string(entry.text(1)));
    FlowColumn.DIP.set(row, Values.string(entry.text(3)));
    setPorts(row, entry.int32(2), entry.int32(4), entry.text(5));
    FlowColumn.TDUR.set(row, Values.float32(entry.name(6), entry.text(6)));
    FlowColumn.IPKT.set(row, count(entry, 7));
    FlowColumn.IBYT.set(row, count(entry, 8));
    FlowColumn.OPKT.set(row, count(entry, 9));
    FlowColumn.OBYT.set(row, count(entry, 10));
    return new Event(time, row);
  }

  private static void setPorts(Object[] row, Integer orig, Integer resp, String proto) {
    String name = Values.string(proto);
    boolean icmp = "icmp".equalsIgnoreCase(name) && isByte(orig) && isByte(resp);
    FlowColumn.SPORT.set(row, icmp ? Integer.valueOf(0) : orig);
    FlowColumn.DPORT.set(row, icmp ? Integer.valueOf(orig * 256 + resp) : resp);
    FlowColumn.PROTO.set(row, name == null ? null : name.toUpperCase(Locale.ROOT));
  }

  private static boolean isByte(Integer number) {
    return number != null && number >= 0 && number <= 255;
  }

  private static Long count(ZeekEntry entry, int field) throws RejectedLine {
    Long count = entry.int64(field);
    return count == null ? Long.valueOf(0) : count;
  }
}
