/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.suspiciousconnects.net.Cidr;
import org.suspiciousconnects.word.HostName;

/** What an indicator of compromise can be, and the one form that values of that type have. */
enum IocType {
  /** An address in its shortest form (RFC 5952), an IPv4-mapped one as IPv4. */
  IP {
    @Override
    String normalised(String value) throws RejectedLine {
      String ip = ip(value);
      if (ip == null) {
        throw new RejectedLine(IOC, value, "is no IP address such as 192.0.2.7");
      }
      return ip;
    }
  },
  /** A range of addresses, as {@code sc_cidr} has it. */
  CIDR {
    @Override
    String normalised(String value) throws RejectedLine {
      String range;
      try {
        range = Cidr.parse(value).toString();
      } catch (IllegalArgumentException e) {
        throw new RejectedLine(IOC, value, "is no range of IP addresses such as 192.0.2.0/24");
      }
      if (range.endsWith("/0")) {
        throw new RejectedLine(IOC, value, "holds every address");
      }
      return range;
    }
  },
  /** A domain, as {@code sc_host_name} has it. */
  DOMAIN {
    @Override
    String normalised(String value) throws RejectedLine {
      String name = HostName.of(value).hostName();
      if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
        throw new RejectedLine(IOC, value, "is no domain such as example.com");
      }
      return name;
    }
  },
  /**
   * Host, path and query, as the loader writes them to the column fulluri of proxy: no scheme,
   * user, port and fragment, no path that is a slash only. The host is an address or a domain in
   * its one form.
   */
  URL {
    @Override
    String normalised(String value) throws RejectedLine {
      int fragment = value.indexOf('#');
      RequestUri uri = RequestUri.ofUrl(fragment < 0 ? value : value.substring(0, fragment));
      String host = uri.host() == null ? null : ip(uri.host());
      try {
        host = host == null && uri.host() != null ? DOMAIN.normalised(uri.host()) : host;
      } catch (RejectedLine e) {
        host = null;
      }
      if (host == null) {
        throw new RejectedLine(IOC, value, "is no URL such as http://example.com/path");
      }
      return RequestUri.full(host, uri.path(), uri.query());
    }
  };

  private static final String IOC = "ioc";
  private static final int LONGEST = 4096;

  /** RFC 1035, section 2.3.4: characters of a name as it is written. */
  private static final int LONGEST_NAME = 253;

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

  /** Blanks, control characters and what is no character at all. */
  private static final Pattern NO_VALUE =
      Pattern.compile("[\\s\\p{Cntrl}\uFFFD]", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * The type of that name, in any case.
   *
   * @throws RejectedLine if there is none
   */
  static IocType of(String name) throws RejectedLine {
    for (IocType type : values()) {
      if (type.toString().equalsIgnoreCase(name)) {
        return type;
      }
    }
    throw new RejectedLine("type", name, "is not ip, cidr, domain or url");
  }

  /**
   * A value in its one form.
   *
   * @throws RejectedLine if it is no value of this type
   */
  final String inOneForm(String value) throws RejectedLine {
    if (value.isEmpty()) {
      throw new RejectedLine(IOC, value, "is empty");
    }
    if (value.length() > LONGEST) {
      throw new RejectedLine(IOC, value, "has more than " + LONGEST + " characters");
    }
    if (NO_VALUE.matcher(value).find() || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new RejectedLine(IOC, value, "has a blank, a control character or half a character");
    }
    return normalised(value);
  }

  abstract String normalised(String value) throws RejectedLine;

  /** The value of the column ioc_type. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String ip(String text) {
    if (text.indexOf('/') >= 0) {
      return null;
    }
    try {
      return Cidr.parse(text).toString().replaceFirst("/.*", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
