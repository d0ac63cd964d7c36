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

/** The words of a day of flows. */
public final class FlowWords {
  private static final long TEBIBYTE = 1L << 40;
  private static final Set<Integer> REGISTERED =
      Set.of(
          1080, 1194, 1433, 1521, 1723, 1883, 2049, 2222, 2375, 2376, 3000, 3128, 3268, 3269, 3306,
          3389, 3478, 4500, 5000, 5060, 5061, 5222, 5353, 5432, 5601, 5671, 5672, 5900, 5985, 5986,
          6379, 6443, 6667, 8000, 8008, 8080, 8081, 8088, 8443, 8883, 8888, 9000, 9042, 9090, 9092,
          9200, 9300, 9418, 11211, 25565, 27017);
  private static final int CLIENTS_OF_A_SERVICE = 20;
  private static final int NO_SERVICE = 4;

  /** One end of a flow that is a document. */
  private record End(
      FlowEvent flow, boolean isSource, String ip, String peer, String side, String service) {
    Item withPeer() {
      return new Item(ip, peer);
    }

    Item withFan() {
      return new Item(ip, (isSource ? "src-" : "dst-") + side + "-" + service);
    }
  }

  private FlowWords() {}

  /** The words of the events of one day; those that are invalid are left out. */
  public static DayWords of(List<FlowEvent> events, Networks networks, Reference reference) {
    DayWords day = new DayWords();
    List<List<End>> endsOfEvents = new ArrayList<>();
    Map<Item, List<End>> withPeers = new LinkedHashMap<>();
    Map<Item, List<End>> inFans = new LinkedHashMap<>();
    for (FlowEvent flow : events) {
      if (!flow.isValid()) {
        continue;
      }
      List<End> ends = ends(flow, networks, reference);
      endsOfEvents.add(ends);
      for (End end : ends) {
        withPeers.computeIfAbsent(end.withPeer(), key -> new ArrayList<>()).add(end);
        inFans.computeIfAbsent(end.withFan(), key -> new ArrayList<>()).add(end);
        day.meetings.add(new Meeting("ip", end.peer(), end.ip()));
        if (rank(flow.sport(), 0) == NO_SERVICE && rank(flow.dport(), 0) == NO_SERVICE) {
          int port = end.isSource() ? flow.dport() : flow.sport();
          day.meetings.add(new Meeting("port", "" + port, end.ip()));
        }
      }
    }
    withPeers.forEach((pair, ends) -> day.pairs.put(pair, pairWord(ends, reference)));
    inFans.forEach((fan, ends) -> day.fans.put(fan, fanWord(ends)));
    day.pairs.forEach((pair, word) -> day.count(new Group(pair.ip(), word), 1));
    day.fans.forEach((fan, word) -> day.count(new Group(fan.ip(), word), 1));
    for (List<End> ends : endsOfEvents) {
      List<Group> groups = new ArrayList<>();
      String[] words = {"NULL", "NULL"};
      for (End end : ends) {
        Group event = new Group(end.ip(), eventWord(end, reference));
        day.count(event, 1);
        groups.add(event);
        words[end.isSource() ? 0 : 1] = event.word();
        groups.add(new Group(end.ip(), day.pairs.get(end.withPeer())));
        groups.add(new Group(end.ip(), day.fans.get(end.withFan())));
      }
      day.groupsOfEvents.add(groups);
      day.wordsOfEvents.add(List.of(words));
    }
    return day;
  }

  private static List<End> ends(FlowEvent flow, Networks networks, Reference reference) {
    boolean from = networks.isInternal(flow.sip());
    boolean to = networks.isInternal(flow.dip());
    String service =
        service(
            flow.sport(),
            flow.dport(),
            reference.clients("port", "" + flow.sport()),
            reference.clients("port", "" + flow.dport()));
    List<End> ends = new ArrayList<>();
    if (from || !to) {
      ends.add(new End(flow, true, flow.sip(), flow.dip(), to ? "int" : "ext", service));
    }
    if (to) {
      ends.add(new End(flow, false, flow.dip(), flow.sip(), from ? "int" : "ext", service));
    }
    return ends;
  }

  /** The service of a flow and which end has it, or dyn. */
  static String service(int sport, int dport, long sportClients, long dportClients) {
    int source = rank(sport, sportClients);
    int destination = rank(dport, dportClients);
    if (source == NO_SERVICE && destination == NO_SERVICE) {
      return "dyn";
    }
    boolean atSource = source < destination || source == destination && sport < dport;
    return atSource ? "from" + sport : "to" + dport;
  }

  private static int rank(int port, long clients) {
    if (port == 0) {
      return NO_SERVICE;
    }
    if (port < 1024) {
      return 1;
    }
    if (REGISTERED.contains(port)) {
      return 2;
    }
    return clients >= CLIENTS_OF_A_SERVICE ? 3 : NO_SERVICE;
  }

  private static String eventWord(End end, Reference reference) {
    FlowEvent flow = end.flow();
    return Spelling.word(
        "event",
        (end.isSource() ? "src" : "dst") + "-" + end.side() + "-" + end.service(),
        flagClass(flow.proto(), flow.flag()),
        "b" + Spelling.lg(flow.ibyt()) / 3,
        Spelling.prevalence(reference.clients("ip", end.peer())),
        "r" + (flow.ipkt() == 0 ? 0 : Spelling.lg(flow.ibyt() / flow.ipkt()) / 2));
  }

  static String flagClass(String proto, String flag) {
    String protocol = Spelling.field(proto).toUpperCase(Locale.ROOT);
    if (!protocol.equals("TCP")) {
      return protocol;
    }
    StringBuilder letters = new StringBuilder();
    for (String letter : List.of("S", "A", "R", "F")) {
      if (flag != null && flag.contains(letter)) {
        letters.append(letter);
      }
    }
    return "TCP-" + (letters.isEmpty() ? "-" : letters);
  }

  private static String pairWord(List<End> ends, Reference reference) {
    Set<String> services = new HashSet<>();
    List<Long> times = new ArrayList<>();
    long bytes = 0;
    for (End end : ends) {
      services.add(end.service());
      times.add(end.flow().time());
      bytes += Math.min(end.flow().ibyt(), TEBIBYTE);
    }
    Gaps gaps = Gaps.of(times);
    return Spelling.word(
        "pair",
        Spelling.prevalence(reference.clients("ip", ends.get(0).peer())) + "-" + ends.get(0).side(),
        "s" + Spelling.lg(services.size()),
        Spelling.regularity(gaps.events(), gaps.median(), gaps.deviation()),
        "b" + Spelling.lg(bytes) / 3,
        "n" + Spelling.lg(ends.size()));
  }

  private static String fanWord(List<End> ends) {
    Set<String> peers = new HashSet<>();
    for (End end : ends) {
      peers.add(end.peer());
    }
    return Spelling.word("fan", "p" + Spelling.lg(peers.size()), "n" + Spelling.lg(ends.size()));
  }
}
