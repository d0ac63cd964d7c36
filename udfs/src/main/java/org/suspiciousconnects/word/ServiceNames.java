/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.HashMap;
import java.util.Map;

/** Common names of services on ports up to 1024. Source: IANA's service name and port registry. */
final class ServiceNames {
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    both(7, "Echo");
    both(9, "Discard");
    both(13, "Daytime");
    both(19, "Chargen");
    tcp(20, "FTP data");
    tcp(21, "FTP");
    tcp(22, "SSH");
    tcp(23, "Telnet");
    tcp(25, "SMTP");
    both(37, "Time");
    tcp(43, "WHOIS");
    both(49, "TACACS");
    both(53, "DNS");
    udp(67, "DHCP server");
    udp(68, "DHCP client");
    udp(69, "TFTP");
    tcp(70, "Gopher");
    tcp(79, "Finger");
    tcp(80, "HTTP");
    both(88, "Kerberos");
    tcp(110, "POP3");
    both(111, "ONC RPC");
    tcp(113, "Ident");
    tcp(119, "NNTP");
    udp(123, "NTP");
    both(135, "RPC endpoint mapper");
    both(137, "NetBIOS name");
    both(138, "NetBIOS datagram");
    both(139, "NetBIOS session");
    tcp(143, "IMAP");
    both(161, "SNMP");
    both(162, "SNMP trap");
    udp(177, "XDMCP");
    tcp(179, "BGP");
    tcp(194, "IRC");
    both(389, "LDAP");
    both(427, "SLP");
    both(443, "HTTPS");
    both(445, "SMB");
    both(464, "Kerberos password");
    tcp(465, "SMTP submission over TLS");
    udp(500, "IKE");
    tcp(502, "Modbus");
    tcp(512, "rexec");
    tcp(513, "rlogin");
    tcp(514, "rsh");
    udp(514, "syslog");
    tcp(515, "LPD");
    udp(520, "RIP");
    udp(546, "DHCPv6 client");
    udp(547, "DHCPv6 server");
    tcp(548, "AFP");
    tcp(554, "RTSP");
    tcp(563, "NNTP over TLS");
    tcp(587, "SMTP submission");
    tcp(593, "RPC over HTTP");
    both(623, "IPMI");
    tcp(631, "IPP");
    tcp(636, "LDAPS");
    tcp(646, "LDP");
    udp(646, "LDP");
    both(749, "Kerberos administration");
    tcp(853, "DNS over TLS");
    udp(853, "DNS over QUIC");
    tcp(873, "rsync");
    tcp(989, "FTPS data");
    tcp(990, "FTPS");
    tcp(993, "IMAPS");
    tcp(995, "POP3S");
  }

  private ServiceNames() {}

  /**
   * The name of a service, or null if there is none here.
   *
   * @param protocol in upper case
   */
  static String of(String protocol, int port) {
    return NAMES.get(key(protocol, port));
  }

  private static void both(int port, String name) {
    tcp(port, name);
    udp(port, name);
  }

  private static void tcp(int port, String name) {
    NAMES.put(key("TCP", port), name);
  }

  private static void udp(int port, String name) {
    NAMES.put(key("UDP", port), name);
  }

  private static String key(String protocol, int port) {
    return protocol + " " + port;
  }
}
