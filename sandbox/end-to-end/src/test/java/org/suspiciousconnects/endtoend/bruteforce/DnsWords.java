/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a day of DNS answers. */
public final class DnsWords {
  private static final int NXDOMAIN = 3;

  /** A, AAAA, PTR, CNAME, HTTPS. */
  private static final Set<Integer> USUAL = Set.of(1, 28, 12, 5, 65);

  private DnsWords() {}

  /** The words of the events of one day; those that are invalid are left out. */
  public static DayWords of(List<DnsEvent> events, Reference reference) {
    DayWords day = new DayWords();
    Map<Item, List<DnsEvent>> withDomains = new LinkedHashMap<>();
    Map<Item, List<DnsEvent>> inFans = new LinkedHashMap<>();
    for (DnsEvent answer : events) {
      if (answer.isValid()) {
        withDomains.computeIfAbsent(withDomain(answer), key -> new ArrayList<>()).add(answer);
        inFans.computeIfAbsent(withFan(answer), key -> new ArrayList<>()).add(answer);
        day.meetings.add(new Meeting("domain", domain(answer.name()), answer.client()));
      }
    }
    withDomains.forEach((pair, answers) -> day.pairs.put(pair, pairWord(answers, reference)));
    inFans.forEach((fan, answers) -> day.fans.put(fan, fanWord(answers)));
    day.pairs.forEach((pair, word) -> day.count(new Group(pair.ip(), word), 1));
    day.fans.forEach((fan, word) -> day.count(new Group(fan.ip(), word), 1));
    for (DnsEvent answer : events) {
      if (answer.isValid()) {
        Group event = new Group(answer.client(), eventWord(answer, reference));
        day.count(event, 1);
        day.wordsOfEvents.add(List.of(event.word()));
        day.groupsOfEvents.add(
            List.of(
                event,
                new Group(answer.client(), day.pairs.get(withDomain(answer))),
                new Group(answer.client(), day.fans.get(withFan(answer)))));
      }
    }
    return day;
  }

  private static Item withDomain(DnsEvent answer) {
    return new Item(answer.client(), domain(answer.name()));
  }

  private static Item withFan(DnsEvent answer) {
    return new Item(answer.client(), isNxdomain(answer) ? "nx" : "ok");
  }

  private static boolean isNxdomain(DnsEvent answer) {
    return answer.rcode() != null && answer.rcode() == NXDOMAIN;
  }

  private static String domain(String name) {
    String registered = Names.registered(name);
    if (registered != null) {
      return registered;
    }
    String plain = Names.plain(name);
    return plain.endsWith(".in-addr.arpa") ? "in-addr.arpa" : plain;
  }

  private static String eventWord(DnsEvent answer, Reference reference) {
    return Spelling.word(
        "event",
        number("t", answer.type()),
        number("rc", answer.rcode()),
        Spelling.prevalence(reference.clients("domain", domain(answer.name()))),
        "l" + lengthBin(Names.subdomainLength(answer.name())),
        "d" + digits(answer.name()),
        "f" + Spelling.lg(answer.frameLength()));
  }

  private static String number(String letter, Integer number) {
    return letter + (number == null || number < 0 ? "-" : number);
  }

  /** The bin of a subdomain's length. */
  static int lengthBin(int length) {
    int bin = length == 0 ? 0 : 1;
    for (int longest : new int[] {8, 16, 28, 48}) {
      if (length > longest) {
        bin++;
      }
    }
    return bin;
  }

  /** The bin of the share of digits among the characters but dots. */
  static int digits(String name) {
    int digits = 0;
    int characters = 0;
    for (char c : name.toCharArray()) {
      if (c != '.') {
        characters++;
        if (c >= '0' && c <= '9') {
          digits++;
        }
      }
    }
    return digits == 0 ? 0 : Math.min(4, 1 + 4 * digits / characters);
  }

  private static String pairWord(List<DnsEvent> answers, Reference reference) {
    Set<String> names = new HashSet<>();
    int longest = 0;
    int nxdomains = 0;
    Integer rareType = null;
    for (DnsEvent answer : answers) {
      names.add(Names.plain(answer.name()));
      longest = Math.max(longest, Names.subdomainLength(answer.name()));
      nxdomains += isNxdomain(answer) ? 1 : 0;
      Integer type = answer.type();
      if (type != null && !USUAL.contains(type) && (rareType == null || type > rareType)) {
        rareType = type;
      }
    }
    return Spelling.word(
        "pair",
        Spelling.prevalence(reference.clients("domain", domain(answers.get(0).name()))),
        number("t", rareType),
        "m" + Spelling.lg(names.size()),
        "l" + Spelling.lg(longest),
        "x" + 4 * nxdomains / answers.size(),
        "n" + Spelling.lg(answers.size()));
  }

  private static String fanWord(List<DnsEvent> answers) {
    Set<String> domains = new HashSet<>();
    for (DnsEvent answer : answers) {
      domains.add(domain(answer.name()));
    }
    return Spelling.word(
        "fan",
        isNxdomain(answers.get(0)) ? "nx" : "ok",
        "p" + Spelling.lg(domains.size()),
        "n" + Spelling.lg(answers.size()));
  }
}
