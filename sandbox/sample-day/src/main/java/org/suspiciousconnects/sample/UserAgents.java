/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.util.Locale;

/** What clients say they are: browsers of different versions, and software on its own. */
final class UserAgents {
  private static final String WINDOWS_7 = "Mozilla/5.0 (Windows NT 6.1; WOW64";
  private static final String WINDOWS_10 = "Mozilla/5.0 (Windows NT 10.0; WOW64";
  private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_5";
  private static final String WEBKIT = ") AppleWebKit/537.36 (KHTML, like Gecko) ";

  private static final String[] BROWSERS = {
    WINDOWS_7 + "; Trident/7.0; rv:11.0) like Gecko",
    WINDOWS_7 + WEBKIT + "Chrome/51.0.2704.103 Safari/537.36",
    WINDOWS_10 + WEBKIT + "Chrome/51.0.2704.103 Safari/537.36",
    WINDOWS_7 + "; rv:47.0) Gecko/20100101 Firefox/47.0",
    WINDOWS_7 + WEBKIT + "Chrome/51.0.2704.84 Safari/537.36",
    WINDOWS_10 + "; Trident/7.0; rv:11.0) like Gecko",
    WINDOWS_10 + WEBKIT + "Chrome/46.0.2486.0 Safari/537.36 Edge/13.10586",
    WINDOWS_10 + "; rv:47.0) Gecko/20100101 Firefox/47.0",
    WINDOWS_7 + "; rv:45.0) Gecko/20100101 Firefox/45.0",
    MAC + ") AppleWebKit/601.6.17 (KHTML, like Gecko) Version/9.1.1 Safari/601.6.17",
    MAC + WEBKIT + "Chrome/51.0.2704.103 Safari/537.36",
    "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; WOW64; Trident/4.0)",
  };

  /** Parts of the versions that come out while a series runs. */
  private static final String[] NEXT = {
    WINDOWS_7 + WEBKIT + "Chrome/52.0.%d.%d Safari/537.36",
    WINDOWS_10 + WEBKIT + "Chrome/52.0.%d.%d Safari/537.36",
    WINDOWS_10 + WEBKIT + "Chrome/53.0.%d.%d Safari/537.36 Edge/14.14393",
    MAC + WEBKIT + "Chrome/52.0.%d.%d Safari/537.36",
    WINDOWS_7 + "; rv:48.0) Gecko/20100101 Firefox/48.0.%d.%d",
  };

  private static final String[] UPDATERS = {
    "SoftwareUpdate-Agent/7.6",
    "Office-Updater/16.0.6965",
    "Antivirus-LiveUpdate/12.1",
    "PdfReader-Updater/15.17",
    "Runtime-Updater/8.0.91",
    "Browser-Updater/1.3.30.3",
    "Printer-Setup/3.2",
    "VideoPlayer-Updater/22.0",
  };

  private static final String[] SERVERS = {
    "Java/1.8.0_91",
    "python-requests/2.9.1",
    "curl/7.47.0",
    "Apache-HttpClient/4.5.2 (Java/1.8.0_91)"
  };

  /** Programs that only a few people have. */
  private static final int NICHE_PROGRAMS = 400;

  private UserAgents() {}

  /**
   * Who a request says it comes from.
   *
   * @param client index of the client among the hosts of its role
   */
  static String of(ProxyTraffic traffic, long seed, int client, Draw draw) {
    switch (traffic) {
      case UPDATE_CHECK:
      case UPDATE_HEAD:
      case UPDATE:
      case UPDATE_PROGRAM:
        return UPDATERS[draw.zipf(UPDATERS.length, 1.2)];
      case TELEMETRY:
        return "OS-Telemetry/10.0";
      case REVOCATION:
      case REVOCATION_POST:
        return "Crypto-API/6.1";
      case DOCUMENT_SERVER:
      case DOCUMENT_FOLDER:
        return "Office Protocol Discovery";
      case NICHE:
        return niche(new Draw(seed, "niche", client).between(0, NICHE_PROGRAMS - 1));
      case SCRIPTED:
      case PARTNER:
      case FEED:
        return SERVERS[client % SERVERS.length];
      default:
        return browser(seed, client, draw);
    }
  }

  /** A workstation's own browser, sometimes the other one on it. */
  static String browser(long seed, int client, Draw draw) {
    long item = 2L * client + (draw.chance(0.1) ? 1 : 0);
    return BROWSERS[new Draw(seed, "browser", item).zipf(BROWSERS.length, 1.1)];
  }

  /** A version of a browser that nobody had before. */
  static String nextBrowser(Draw draw) {
    return String.format(
        Locale.ROOT, draw.oneOf(NEXT), draw.between(2_743, 2_790), draw.between(10, 140));
  }

  /** A program that nobody had before. */
  static String newProgram(Draw draw) {
    String name = draw.text("abcdefghijklmnoprstuvw", draw.between(4, 8));
    String version = draw.between(1, 9) + "." + draw.between(0, 20);
    return draw.oneOf("", "", "Mozilla/5.0 ")
        + name
        + draw.oneOf("/", "-agent/", "Client/")
        + version;
  }

  /** A small program that few people have; the number may be any from 0. */
  static String niche(int program) {
    String name = new Draw(0, "program", program).text("abcdefghijklmnoprstuvw", 6);
    return name + "-helper/" + (1 + program % 5) + "." + program % 10;
  }
}
