/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.net.IDN;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of the sites on the internet by their popularity, from rank 0. They are made up, and
 * the same in every day. The site of a rank has the address of the {@link Network}'s host of that
 * index, so that flows, DNS answers and requests of a workstation are about the same sites.
 */
final class Sites {
  /** How many sites are called popular. */
  static final int POPULAR = 1_000;

  /** Digits and letters as they are in names of machines. */
  static final String ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** Sites that everybody's machine needs, whatever is read on it. */
  private static final String[] FIRST = {
    "lookfor.com",
    "friendlist.com",
    "clipstream.com",
    Sites.EDGE,
    "webfontlib.com",
    Sites.TELEMETRY,
    "adexchange-one.com",
    "officesuite-online.com",
    Sites.TRACKER,
    "knowledgewiki.org",
    Sites.ANTIVIRUS,
    Sites.REVOCATION,
    Sites.UPDATES,
    "shortnote.com",
    "photoshare-app.com",
    "worldmarketplace.com",
    "careernet.com",
    "cloudbucket.io",
    Sites.FILES,
    "codeforge.io",
    "devquestions.com",
    Sites.BLOCKLIST,
  };

  /** A network that delivers other sites' content. */
  static final String EDGE = "edgefront.net";

  /** The manufacturer of the operating system, who counts what it does. */
  static final String TELEMETRY = "os-telemetry.com";

  /** Counts visitors, each by an identifier in the name of a host. */
  static final String TRACKER = "adpixel.net";

  /** Knows files by their hashes, asked over DNS. */
  static final String ANTIVIRUS = "avreputation.net";

  /** Says over HTTP which certificates are revoked. */
  static final String REVOCATION = "certauthority-one.com";

  /** Delivers updates of software. */
  static final String UPDATES = "softwareupdates.com";

  /** Keeps people's files. */
  static final String FILES = "filebox.com";

  /** Knows over DNS which addresses send spam. */
  static final String BLOCKLIST = "spamlist.org";

  // The lengths of both lists have no common divisor: each pair of words comes once in
  // BEFORE.length * AFTER.length ranks.
  private static final String[] BEFORE = {
    "bright", "river", "north", "daily", "green", "urban", "prime", "open", "blue", "silver",
    "metro", "alpine", "fresh", "global", "happy", "home", "city", "smart", "swift", "solar",
    "quick", "golden", "local", "modern", "ocean", "pixel", "royal", "simple", "spring", "summit",
    "sunny", "super", "terra", "trend", "true", "ultra", "union", "vital", "west", "wild", "wonder",
    "young", "active", "atlas", "aurora", "basic", "better", "black", "bold", "cedar", "central",
    "clear", "coast", "digi", "east", "easy", "euro", "expert", "first", "forest", "garden"
  };

  private static final String[] AFTER = {
    "news",
    "shop",
    "bank",
    "travel",
    "sports",
    "weather",
    "recipes",
    "music",
    "games",
    "jobs",
    "market",
    "hotel",
    "cars",
    "health",
    "forum",
    "photo",
    "maps",
    "books",
    "radio",
    "school",
    "motors",
    "media",
    "tools",
    "energy",
    "fashion",
    "foods",
    "tickets",
    "cloud",
    "mail",
    "blog",
    "insurance",
    "logistics",
    "pharma",
    "telecom",
    "airways",
    "estate",
    "design",
    "software",
    "studio",
    "systems",
    "times",
    "post",
    "press",
    "guide",
    "deals",
    "kitchen",
    "clinic",
    "law",
    "labs",
    "partners",
    "works",
    "office",
    "parts",
    "print",
    "fitness",
    "bikes",
    "toys",
    "pets",
    "flowers"
  };

  private static final String[] IN_OTHER_LETTERS = {
    "münchen", "bücher", "café", "straßenbahn", "señor", "brød", "новости", "日本", "łódź", "zürich"
  };

  private static final String[] SUFFIXES = {
    "com", "net", "org", "de", "co.uk", "io", "fr", "nl", "eu", "it", "ch", "at", "com.au", "co.jp",
    "info", "tv", "me", "app", "dev", "edu", "gov", "xyz", "online", "top"
  };

  private static final double[] SUFFIX_WEIGHTS = {
    480, 60, 80, 90, 60, 40, 30, 25, 20, 20, 12, 10, 12, 12, 25, 8, 8, 6, 5, 10, 4, 20, 8, 8
  };

  private static final String[] HOSTS = {
    "www",
    "",
    "api",
    "cdn",
    "static",
    "img",
    "m",
    "mail",
    "login",
    "accounts",
    "blog",
    "shop",
    "app",
    "assets",
    "media",
    "news",
    "search",
    "eu-west-1.api",
    "s3",
    "edge-star.cdn",
    "fonts",
    "video"
  };

  private static final double[] HOST_WEIGHTS = {
    40, 14, 8, 7, 6, 6, 3, 3, 3, 2, 2, 2, 3, 4, 3, 2, 2, 2, 1, 1, 2, 2
  };

  /** Hosts that one site has. */
  private static final int HOSTS_A_SITE = 12;

  private Sites() {}

  /**
   * The domain that the site registered.
   *
   * @param rank 0 or more
   * @return such as {@code brightnews.co.uk}, another one for each rank
   */
  static String domain(int rank) {
    if (rank < FIRST.length) {
      return FIRST[rank];
    }
    Draw draw = new Draw(0, "suffix", rank);
    return name(rank) + "." + SUFFIXES[draw.weighted(SUFFIX_WEIGHTS)];
  }

  /**
   * The rank of one of the sites that this class names.
   *
   * @return -1 if it does not
   */
  static int rank(String domain) {
    return List.of(FIRST).indexOf(domain);
  }

  private static String name(int rank) {
    int round = rank / (BEFORE.length * AFTER.length);
    String name =
        BEFORE[(int) (rank * 7L % BEFORE.length)]
            + (round == 0 ? "" : "-")
            + AFTER[(int) (rank * 5L % AFTER.length)]
            + (round < 2 ? "" : round);
    return rank % 83 == 41
        ? IDN.toASCII(IN_OTHER_LETTERS[rank / 83 % IN_OTHER_LETTERS.length] + "-" + name)
        : name;
  }

  /** A host of the site; each site has a few, some used more than others. */
  static String host(int rank, Draw draw) {
    long item = (long) rank * HOSTS_A_SITE + draw.zipf(HOSTS_A_SITE, 1.5);
    String host = HOSTS[new Draw(0, "host", item).weighted(HOST_WEIGHTS)];
    return below(host, domain(rank));
  }

  /** The host that delivers a site's content, known by digits and letters alone. */
  static String edge(int rank, Draw draw) {
    long item = (long) rank * HOSTS_A_SITE + draw.zipf(HOSTS_A_SITE, 1.5);
    return below("d" + new Draw(0, "edge", item).text(ALPHANUMERIC, 13), EDGE);
  }

  /**
   * A name below a domain.
   *
   * @param host labels; empty for the domain itself
   */
  static String below(String host, String domain) {
    return host.isEmpty() ? domain : host + "." + domain;
  }

  /** The domains of the popular sites, the most popular first. */
  static List<String> popular() {
    return IntStream.range(0, POPULAR).mapToObj(Sites::domain).toList();
  }
}
