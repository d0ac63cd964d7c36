/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.HashMap;
import java.util.Map;

/** Names of DNS numbers. Source: IANA's registry of DNS parameters, in the letters of RFC 1035. */
final class DnsNumbers {
  private static final int MISSING = -1;
  private static final Map<Integer, String> TYPES = new HashMap<>();
  private static final String[] RCODES = {
    "NOERROR",
    "FORMERR",
    "SERVFAIL",
    "NXDOMAIN",
    "NOTIMP",
    "REFUSED",
    "YXDOMAIN",
    "YXRRSET",
    "NXRRSET",
    "NOTAUTH",
    "NOTZONE",
    "DSOTYPENI"
  };

  static {
    TYPES.put(1, "A");
    TYPES.put(2, "NS");
    TYPES.put(5, "CNAME");
    TYPES.put(6, "SOA");
    TYPES.put(10, "NULL");
    TYPES.put(11, "WKS");
    TYPES.put(12, "PTR");
    TYPES.put(13, "HINFO");
    TYPES.put(15, "MX");
    TYPES.put(16, "TXT");
    TYPES.put(17, "RP");
    TYPES.put(18, "AFSDB");
    TYPES.put(24, "SIG");
    TYPES.put(25, "KEY");
    TYPES.put(28, "AAAA");
    TYPES.put(29, "LOC");
    TYPES.put(33, "SRV");
    TYPES.put(35, "NAPTR");
    TYPES.put(36, "KX");
    TYPES.put(37, "CERT");
    TYPES.put(38, "A6");
    TYPES.put(39, "DNAME");
    TYPES.put(41, "OPT");
    TYPES.put(43, "DS");
    TYPES.put(44, "SSHFP");
    TYPES.put(46, "RRSIG");
    TYPES.put(47, "NSEC");
    TYPES.put(48, "DNSKEY");
    TYPES.put(49, "DHCID");
    TYPES.put(50, "NSEC3");
    TYPES.put(51, "NSEC3PARAM");
    TYPES.put(52, "TLSA");
    TYPES.put(53, "SMIMEA");
    TYPES.put(59, "CDS");
    TYPES.put(60, "CDNSKEY");
    TYPES.put(61, "OPENPGPKEY");
    TYPES.put(62, "CSYNC");
    TYPES.put(63, "ZONEMD");
    TYPES.put(64, "SVCB");
    TYPES.put(65, "HTTPS");
    TYPES.put(99, "SPF");
    TYPES.put(249, "TKEY");
    TYPES.put(250, "TSIG");
    TYPES.put(251, "IXFR");
    TYPES.put(252, "AXFR");
    TYPES.put(255, "ANY");
    TYPES.put(256, "URI");
    TYPES.put(257, "CAA");
  }

  private DnsNumbers() {}

  /** Such as {@code type TXT}; the number if it has no name here. */
  static String type(int type) {
    if (type == MISSING) {
      return "no type";
    }
    String name = TYPES.get(type);
    return "type " + (name == null ? Integer.toString(type) : name);
  }

  /** Such as {@code NXDOMAIN}; the number if it has no name here. */
  static String rcode(int rcode) {
    if (rcode == MISSING) {
      return "no rcode";
    }
    return rcode >= 0 && rcode < RCODES.length ? RCODES[rcode] : "rcode " + rcode;
  }
}
