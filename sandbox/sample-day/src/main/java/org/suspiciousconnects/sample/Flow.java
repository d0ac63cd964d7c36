/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.suspiciousconnects.load.FlowColumn;

/**
 * One flow, client to server.
 *
 * @param second since 1970, UTC
 * @param duration seconds
 * @param sport 0 for ICMP
 * @param dport for ICMP type * 256 + code
 * @param flag TCP flags as nfdump prints them
 * @param ipkt packets from sip to dip
 * @param ibyt bytes from sip to dip, with headers
 * @param opkt packets back
 * @param obyt bytes back
 */
record Flow(
    long second,
    double duration,
    String sip,
    String dip,
    int sport,
    int dport,
    String proto,
    String flag,
    long ipkt,
    long ibyt,
    long opkt,
    long obyt)
    implements Event {

  private static final DateTimeFormatter TRECEIVED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** A packet's headers: IP and TCP without options. */
  private static final int HEADER = 40;

  /** Payload of a full packet, bytes. */
  private static final int FULL_PACKET = 1_400;

  /**
   * A flow in which something was said; packets, headers and acknowledgements follow from the
   * payload.
   *
   * @param sent payload, bytes
   * @param received payload, bytes
   */
  static Flow conversation(
      long second,
      double duration,
      String sip,
      String dip,
      int sport,
      int dport,
      String proto,
      double sent,
      double received) {
    boolean tcp = proto.equals("TCP");
    long there = 1 + (long) (sent / FULL_PACKET);
    long back = 1 + (long) (received / FULL_PACKET);
    // Handshake and farewell, and one acknowledgement for two packets.
    long ipkt = tcp ? there + 3 + back / 2 : there;
    long opkt = tcp ? back + 2 + there / 2 : back;
    return new Flow(
        second,
        duration,
        sip,
        dip,
        sport,
        dport,
        proto,
        tcp ? ".AP.SF" : "......",
        ipkt,
        (long) sent + HEADER * ipkt,
        opkt,
        (long) received + HEADER * opkt);
  }

  String treceived() {
    return time().format(TRECEIVED);
  }

  private LocalDateTime time() {
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
  }

  @Override
  public Object[] row() {
    LocalDateTime time = time();
    Object[] row = new Object[FlowColumn.values().length];
    FlowColumn.TRECEIVED.set(row, treceived());
    FlowColumn.UNIX_TSTAMP.set(row, second);
    FlowColumn.TRYEAR.set(row, time.getYear());
    FlowColumn.TRMONTH.set(row, time.getMonthValue());
    FlowColumn.TRDAY.set(row, time.getDayOfMonth());
    FlowColumn.TRHOUR.set(row, time.getHour());
    FlowColumn.TRMINUTE.set(row, time.getMinute());
    FlowColumn.TRSEC.set(row, time.getSecond());
    // nfdump prints milliseconds.
    FlowColumn.TDUR.set(row, (float) (Math.round(duration * 1000) / 1000.0));
    FlowColumn.SIP.set(row, sip);
    FlowColumn.DIP.set(row, dip);
    FlowColumn.SPORT.set(row, sport);
    FlowColumn.DPORT.set(row, dport);
    FlowColumn.PROTO.set(row, proto);
    FlowColumn.FLAG.set(row, flag);
    FlowColumn.FWD.set(row, 0);
    FlowColumn.STOS.set(row, 0);
    FlowColumn.IPKT.set(row, ipkt);
    FlowColumn.IBYT.set(row, ibyt);
    FlowColumn.OPKT.set(row, opkt);
    FlowColumn.OBYT.set(row, obyt);
    FlowColumn.INPUT.set(row, 1);
    FlowColumn.OUTPUT.set(row, 2);
    FlowColumn.SAS.set(row, Network.autonomousSystem(sip));
    FlowColumn.DAS.set(row, Network.autonomousSystem(dip));
    FlowColumn.DTOS.set(row, 0);
    FlowColumn.DIR.set(row, 0);
    FlowColumn.RIP.set(row, Network.router(sip));
    return row;
  }
}
