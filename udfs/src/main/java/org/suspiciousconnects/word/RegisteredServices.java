/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Ports from 1024 on that stand for a service as those below do, and the common names of these.
 * Source: IANA's service name and port registry; for ports that have no or a forgotten entry there,
 * the documentation of the product that listens on them by default.
 */
final class RegisteredServices {
  private static final Map<Integer, String> NAMES = new HashMap<>();

  /** The ports again: asked for every flow, and a set of bits allocates nothing. */
  private static final BitSet PORTS = new BitSet();

  static {
    NAMES.put(1080, "SOCKS");
    NAMES.put(1194, "OpenVPN");
    NAMES.put(1433, "SQL Server");
    NAMES.put(1521, "Oracle");
    NAMES.put(1723, "PPTP");
    NAMES.put(1883, "MQTT");
    NAMES.put(2049, "NFS");
    NAMES.put(2222, "SSH, second port");
    NAMES.put(2375, "Docker");
    NAMES.put(2376, "Docker over TLS");
    NAMES.put(3000, "HTTP of applications");
    NAMES.put(3128, "HTTP proxy");
    NAMES.put(3268, "LDAP global catalog");
    NAMES.put(3269, "LDAP global catalog over TLS");
    NAMES.put(3306, "MySQL");
    NAMES.put(3389, "RDP");
    NAMES.put(3478, "STUN");
    NAMES.put(4500, "IPsec NAT traversal");
    NAMES.put(5000, "HTTP of applications");
    NAMES.put(5060, "SIP");
    NAMES.put(5061, "SIP over TLS");
    NAMES.put(5222, "XMPP");
    NAMES.put(5353, "mDNS");
    NAMES.put(5432, "PostgreSQL");
    NAMES.put(5601, "Kibana");
    NAMES.put(5671, "AMQP over TLS");
    NAMES.put(5672, "AMQP");
    NAMES.put(5900, "VNC");
    NAMES.put(5985, "WinRM");
    NAMES.put(5986, "WinRM over TLS");
    NAMES.put(6379, "Redis");
    NAMES.put(6443, "Kubernetes");
    NAMES.put(6667, "IRC");
    NAMES.put(8000, "HTTP, second port");
    NAMES.put(8008, "HTTP, second port");
    NAMES.put(8080, "HTTP, second port");
    NAMES.put(8081, "HTTP, second port");
    NAMES.put(8088, "HTTP, second port");
    NAMES.put(8443, "HTTPS, second port");
    NAMES.put(8883, "MQTT over TLS");
    NAMES.put(8888, "HTTP, second port");
    NAMES.put(9000, "HTTP of applications");
    NAMES.put(9042, "Cassandra");
    NAMES.put(9090, "HTTP of applications");
    NAMES.put(9092, "Kafka");
    NAMES.put(9200, "Elasticsearch");
    NAMES.put(9300, "Elasticsearch nodes");
    NAMES.put(9418, "Git");
    NAMES.put(11211, "memcached");
    NAMES.put(25565, "Minecraft");
    NAMES.put(27017, "MongoDB");
    NAMES.keySet().forEach(PORTS::set);
  }

  private RegisteredServices() {}

  static boolean has(int port) {
    return PORTS.get(port);
  }

  /**
   * The name of a service, or null if there is none here.
   *
   * @param protocol in upper case; other than TCP and UDP have no names
   */
  static String of(String protocol, int port) {
    return protocol.equals("TCP") || protocol.equals("UDP") ? NAMES.get(port) : null;
  }
}
