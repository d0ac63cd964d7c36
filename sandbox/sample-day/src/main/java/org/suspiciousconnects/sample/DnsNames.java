/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.util.Locale;

/** The names that are looked up, and the addresses that they stand for. */
final class DnsNames {
  /** The enterprise's own domain. */
  static final String OWN_DOMAIN = "corp.example";

  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS = Sites.ALPHANUMERIC.substring(0, 26);

  private static final String[] TELEMETRY_HOSTS = {
    "v10.events", "settings-win", "watson", "v20.events", "client", "ctldl", "fe2.update"
  };

  private static final String[] SERVICES = {
    "_ldap._tcp.dc._msdcs",
    "_kerberos._tcp.dc._msdcs",
    "_ldap._tcp.headquarters._sites.dc._msdcs",
    "_kerberos._tcp.headquarters._sites.dc._msdcs",
    "_ldap._tcp.pdc._msdcs",
    "_kerberos._udp",
    "_gc._tcp",
    "_autodiscover._tcp",
    "_sip._tls"
  };

  private static final Role[] SERVERS = {
    Role.APPLICATION,
    Role.FILE_SERVER,
    Role.MAIL_SERVER,
    Role.DIRECTORY,
    Role.PRINTER,
    Role.DATABASE
  };

  private final Network network;

  DnsNames(Network network) {
    this.network = network;
  }

  /** A name and the address it stands for; the address may be null. */
  record Found(String name, String address) {}

  /**
   * What a client looks up.
   *
   * @param site rank of the site that the client is at
   */
  Found find(DnsLookup lookup, int client, int site, Draw draw) {
    switch (lookup) {
      case EDGE:
      case EDGE_V6:
        return at(Sites.edge(site, draw), Sites.rank(Sites.EDGE));
      case TRACKER:
        return at(
            Sites.below(draw.text(Sites.ALPHANUMERIC, 20), "c." + Sites.TRACKER),
            Sites.rank(Sites.TRACKER));
      case TELEMETRY:
        return at(
            Sites.below(TELEMETRY_HOSTS[draw.zipf(TELEMETRY_HOSTS.length, 1.1)], Sites.TELEMETRY),
            Sites.rank(Sites.TELEMETRY));
      case FILE_HASH:
        return new Found(
            Sites.below(draw.text(HEX, 40), "f." + Sites.ANTIVIRUS),
            "127.0.0." + draw.between(2, 9));
      case FILE_VERDICT:
        return new Found(
            draw.text(HEX, 32) + "." + draw.text(HEX, 24) + ".v1.s." + Sites.ANTIVIRUS, null);
      case INTERNAL:
      case INTERNAL_V6:
        return server(draw.oneOf(SERVERS), draw);
      case LOCATE_SERVICE:
        return new Found(own(SERVICES[draw.zipf(SERVICES.length, 1.1)]), null);
      case SEARCH_LIST:
        return new Found(own(Sites.host(site, draw)), null);
      case PROBE:
        return new Found(own(draw.text(LETTERS, draw.between(7, 15))), null);
      case PROXY_DISCOVERY:
        return new Found(own(draw.oneOf("wpad", "isatap")), null);
      case TYPO:
        return new Found(mistyped(Sites.domain(site), draw), network.stranger(draw));
      case REGISTRATION:
        return new Found(own(workstation(client)), null);
      case ALIAS:
        return at(Sites.host(site, draw), site);
      case REVERSE:
        return reverse(draw.chance(0.5) ? network.anyWorkstation(draw) : internet(site));
      case REVERSE_POLL:
        return reverse(network.anyWorkstation(draw));
      case REVERSE_SENDER:
        return reverse(internet(site));
      case SENDER_BLOCKED:
        return new Found(
            Sites.below(reversed(internet(site)), "all." + Sites.BLOCKLIST),
            "127.0.0." + draw.between(2, 11));
      case SENDER_POLICY:
        return new Found(
            Sites.below(
                draw.oneOf("", "", "_dmarc", "selector1._domainkey", "s2016._domainkey"),
                Sites.domain(site)),
            null);
      case RECIPIENT:
        return new Found(Sites.domain(site), null);
      case PARTNER:
        return at(Sites.below("api", Sites.domain(site)), site);
      case REPLICATION:
        return new Found(own(identifier(client) + "._msdcs"), null);
      default:
        return at(Sites.host(site, draw), site);
    }
  }

  /** The name of a workstation, such as {@code ws-00042}. */
  static String workstation(int index) {
    return String.format(Locale.ROOT, "ws-%05d", index);
  }

  /** The name of a server, such as {@code file-server-1.corp.example}. */
  static String server(Role role, int index) {
    return own(role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + (index + 1));
  }

  private Found server(Role role, Draw draw) {
    int index = draw.zipf(network.count(role), 1.1);
    return new Found(server(role, index), network.address(role, index));
  }

  private static String own(String host) {
    return Sites.below(host, OWN_DOMAIN);
  }

  private Found at(String name, int site) {
    return new Found(name, internet(site));
  }

  private String internet(int site) {
    return network.address(Role.INTERNET, site);
  }

  private static Found reverse(String address) {
    return new Found(reversed(address) + ".in-addr.arpa", null);
  }

  private static String reversed(String address) {
    String[] part = address.split("\\.");
    return part[3] + "." + part[2] + "." + part[1] + "." + part[0];
  }

  /** Two neighbours change places, or a letter is missing or double. */
  private static String mistyped(String domain, Draw draw) {
    int at = draw.between(1, domain.indexOf('.') - 2);
    String before = domain.substring(0, at);
    String after = domain.substring(at + 1);
    char c = domain.charAt(at);
    switch (draw.between(0, 2)) {
      case 0:
        return before + after.charAt(0) + c + after.substring(1);
      case 1:
        return before + after;
      default:
        return before + c + c + after;
    }
  }

  /** What a directory server is called in replication: an identifier that looks random. */
  private static String identifier(int client) {
    Draw draw = new Draw(0, "directory", client);
    return draw.text(HEX, 8)
        + "-"
        + draw.text(HEX, 4)
        + "-4"
        + draw.text(HEX, 3)
        + "-a"
        + draw.text(HEX, 3)
        + "-"
        + draw.text(HEX, 12);
  }
}
