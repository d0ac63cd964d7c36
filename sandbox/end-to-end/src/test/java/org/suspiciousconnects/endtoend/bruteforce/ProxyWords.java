/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a day of proxy requests. */
public final class ProxyWords {
  private ProxyWords() {}

  /** The words of the events of one day; those that are invalid are left out. */
  public static DayWords of(List<ProxyEvent> events, Reference reference) {
    DayWords day = new DayWords();
    Map<Item, List<ProxyEvent>> withHosts = new LinkedHashMap<>();
    Map<Item, List<ProxyEvent>> inFans = new LinkedHashMap<>();
    for (ProxyEvent request : events) {
      if (request.isValid()) {
        withHosts.computeIfAbsent(withHost(request), key -> new ArrayList<>()).add(request);
        inFans.computeIfAbsent(withAgent(request), key -> new ArrayList<>()).add(request);
        day.meetings.add(new Meeting("host", host(request), request.client()));
        day.meetings.add(new Meeting("agent", agent(request), request.client()));
      }
    }
    withHosts.forEach((pair, requests) -> day.pairs.put(pair, pairWord(requests, reference)));
    inFans.forEach((fan, requests) -> day.fans.put(fan, fanWord(requests, reference)));
    day.pairs.forEach((pair, word) -> day.count(new Group(pair.ip(), word), 1));
    day.fans.forEach((fan, word) -> day.count(new Group(fan.ip(), word), 1));
    for (ProxyEvent request : events) {
      if (request.isValid()) {
        Group event = new Group(request.client(), eventWord(request, reference));
        day.count(event, 1);
        day.wordsOfEvents.add(List.of(event.word()));
        day.groupsOfEvents.add(
            List.of(
                event,
                new Group(request.client(), day.pairs.get(withHost(request))),
                new Group(request.client(), day.fans.get(withAgent(request)))));
      }
    }
    return day;
  }

  private static Item withHost(ProxyEvent request) {
    return new Item(request.client(), host(request));
  }

  private static Item withAgent(ProxyEvent request) {
    return new Item(request.client(), agent(request));
  }

  private static String host(ProxyEvent request) {
    return Names.plain(request.host());
  }

  private static String agent(ProxyEvent request) {
    return request.agent() == null || request.agent().isEmpty() ? "-" : request.agent();
  }

  private static String hostField(ProxyEvent request, Reference reference) {
    return Spelling.prevalence(reference.clients("host", host(request)))
        + (Names.isAddress(request.host()) ? "-ip" : "-name");
  }

  private static String eventWord(ProxyEvent request, Reference reference) {
    return Spelling.word(
        "event",
        Spelling.field(request.method()),
        contentType(request.contentType()),
        hostField(request, reference),
        Spelling.prevalence(reference.clients("agent", agent(request))),
        Spelling.field(request.status()),
        Spelling.field(request.port()),
        "b" + Spelling.lg(orZero(request.csbytes())) / 3,
        "w" + Spelling.lg(orZero(request.scbytes())) / 4,
        "u" + Spelling.lg(request.uri().length()) / 2);
  }

  private static long orZero(Integer number) {
    return number == null ? 0 : number;
  }

  static String contentType(String type) {
    if (type == null) {
      return "-";
    }
    int end = type.indexOf(';');
    return Spelling.field(
        (end < 0 ? type : type.substring(0, end)).toLowerCase(Locale.ROOT).trim());
  }

  private static String pairWord(List<ProxyEvent> requests, Reference reference) {
    List<Long> times = new ArrayList<>();
    long rarest = Long.MAX_VALUE;
    long bytes = 0;
    for (ProxyEvent request : requests) {
      times.add(request.time());
      rarest = Math.min(rarest, reference.clients("agent", agent(request)));
      bytes += orZero(request.csbytes());
    }
    Gaps gaps = Gaps.of(times);
    return Spelling.word(
        "pair",
        hostField(requests.get(0), reference),
        Spelling.prevalence(rarest),
        Spelling.regularity(gaps.events(), gaps.median(), gaps.deviation()),
        "b" + Spelling.lg(bytes) / 3,
        "n" + Spelling.lg(requests.size()));
  }

  private static String fanWord(List<ProxyEvent> requests, Reference reference) {
    Set<String> domains = new HashSet<>();
    for (ProxyEvent request : requests) {
      String domain = Names.registered(request.host());
      domains.add(domain == null ? host(request) : domain);
    }
    return Spelling.word(
        "fan",
        Spelling.prevalence(reference.clients("agent", agent(requests.get(0)))),
        "p" + Spelling.lg(domains.size()),
        "n" + Spelling.lg(requests.size()));
  }
}
