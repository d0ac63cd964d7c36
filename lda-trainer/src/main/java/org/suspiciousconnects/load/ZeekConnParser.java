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
    String[] values = log.read(line);
    if (values == null) {
      return null;
    }
    UtcTime time = time(values[0]);
    Object[] row = FlowColumn.row(time);
    FlowColumn.SIP.set(row, Values.string(values[1]));
    FlowColumn.DIP.set(row, Values.string(values[3]));
    setPorts(
        row, Values.int32(FIELDS[2], values[2]), Values.int32(FIELDS[4], values[4]), values[5]);
    FlowColumn.TDUR.set(row, Values.float32(FIELDS[6], values[6]));
    FlowColumn.IPKT.set(row, count(7, values));
    FlowColumn.IBYT.set(row, count(8, values));
    FlowColumn.OPKT.set(row, count(9, values));
    FlowColumn.OBYT.set(row, count(10, values));
    return new Event(time, row);
  }

  private static UtcTime time(String ts) throws RejectedLine {
    UtcTime time = UtcTime.parseEpoch(ts);
    if (time == null) {
      time = UtcTime.parse(ts);
    }
    if (time == null) {
      throw new RejectedLine("ts", String.valueOf(ts), "is no time from 1970 to 9999");
    }
    return time;
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

  private static Long count(int field, String[] values) throws RejectedLine {
    Long count = Values.int64(FIELDS[field], values[field]);
    return count == null ? Long.valueOf(0) : count;
  }
}
