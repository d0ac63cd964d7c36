/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.suspiciousconnects.load.ProxyColumn;

/** A day of requests through the proxy: the {@link ProxyTraffic traffic} of the enterprise. */
final class ProxyDay implements SampleDay {
  private static final String[] CATEGORIES = {
    "News/Media",
    "Shopping",
    "Business/Economy",
    "Technology/Internet",
    "Entertainment",
    "Travel",
    "Social Networking",
    "Reference",
    "Financial Services",
    "Health",
    "Sports/Recreation",
    "Uncategorized"
  };

  private final Setting setting;
  private final Network network;
  private final ProxyUris uris;
  private final List<ProxyTraffic> traffic;
  private final Schedule schedule;
  private final List<Labelled> attacks;
  private final List<Labelled> novelties;

  /**
   * @param rows of the whole day with what is planted, at least 1,000
   */
  ProxyDay(Setting setting, long rows, List<Labelled> attacks, List<Labelled> novelties) {
    this.setting = setting;
    this.network = setting.network();
    this.uris = new ProxyUris(network);
    this.traffic = ProxyTraffic.of(setting);
    this.attacks = attacks;
    this.novelties = novelties;
    long normal = rows - attacks.size() - novelties.size() - setting.polls().size();
    this.schedule = new Schedule(setting.date(), normal, traffic, setting.inSeries());
  }

  /** The demo's day. */
  static ProxyDay single(long seed, LocalDate date, long rows) {
    Setting setting = Setting.single(seed, date, rows);
    List<Labelled> attacks = new ProxyAttacks(seed, date, setting.network()).requests();
    return new ProxyDay(setting, rows, attacks, List.of());
  }

  @Override
  public long first(int hour) {
    return schedule.first(hour);
  }

  @Override
  public Object[] row(int hour, long number) {
    Draw draw = new Draw(setting.daySeed(), "proxy", number);
    Object[] row = request(hour, number, draw).row();
    int invalid = schedule.invalid(number);
    if (invalid >= 0) {
      InvalidProxy.values()[invalid % InvalidProxy.values().length].spoil(row);
    }
    return row;
  }

  @Override
  public List<Labelled> attacks() {
    return attacks;
  }

  @Override
  public List<Labelled> novelties() {
    return novelties;
  }

  @Override
  public List<Event> planted() {
    Stream<Event> labelled =
        Stream.concat(attacks.stream(), novelties.stream()).map(Labelled::event);
    return Stream.concat(labelled, setting.polls().stream().map(this::poll)).toList();
  }

  @Override
  public List<ProxyColumn> columns() {
    return List.of(ProxyColumn.values());
  }

  @Override
  public List<ProxyColumn> labelColumns() {
    return List.of(
        ProxyColumn.P_DATE,
        ProxyColumn.P_TIME,
        ProxyColumn.CLIENTIP,
        ProxyColumn.HOST,
        ProxyColumn.REQMETHOD,
        ProxyColumn.FULLURI);
  }

  /** Apache Spot's partitions of proxy are text: month, day and hour have two digits. */
  @Override
  public String folder(int hour) {
    return String.format(
        Locale.ROOT,
        "y=%d/m=%02d/d=%02d/h=%02d",
        setting.date().getYear(),
        setting.date().getMonthValue(),
        setting.date().getDayOfMonth(),
        hour);
  }

  /** Who is logged on at a workstation. */
  static String user(int workstation) {
    return String.format(Locale.ROOT, "CORP\\p%05d", workstation);
  }

  /** A site has one address, and one category. */
  static String category(String address) {
    return address.startsWith("10.")
        ? "Intranet"
        : new Draw(0, "category", address.hashCode()).oneOf(CATEGORIES);
  }

  private ProxyRequest poll(Poll poll) {
    Draw draw = poll.draw();
    String address = network.address(Role.INTERNET, poll.site());
    int received = (int) draw.logNormal(400 + 60 * poll.program(), 0.2);
    return new ProxyRequest(
        poll.second(),
        network.address(Role.WORKSTATION, poll.client()),
        ProxyRequest.NONE,
        "GET",
        ProxyUri.http(poll.host(), "/status", "?v=" + poll.program()),
        UserAgents.niche(poll.program()),
        ProxyRequest.NONE,
        category(address),
        200,
        "application/json",
        "TCP_NC_MISS",
        address,
        (int) draw.logNormal(90, 0.9),
        received,
        (int) draw.logNormal(330, 0.05));
  }

  private ProxyRequest request(int hour, long number, Draw draw) {
    ProxyTraffic traffic = this.traffic.get(schedule.activity(hour, draw));
    int client = setting.habits().client(traffic, draw);
    int site = setting.habits().server(traffic.client(), client, Role.INTERNET, draw);
    ProxyUris.Found found = uris.find(traffic, client, site, draw);
    boolean person = traffic.client() == Role.WORKSTATION && traffic.status() != 407;
    int received = traffic.received(draw);
    return new ProxyRequest(
        schedule.second(hour, number, draw),
        network.address(traffic.client(), client),
        person ? user(client) : ProxyRequest.NONE,
        traffic.method(),
        found.uri(),
        UserAgents.of(traffic, setting.seed(), client, draw),
        traffic.partOfPage() ? "http://www." + Sites.domain(site) + "/" : ProxyRequest.NONE,
        category(found.address()),
        traffic.status(),
        traffic.contentType(),
        traffic.action(draw),
        traffic.askedServer() ? found.address() : ProxyRequest.NONE,
        // Ten megabits a second and what the server takes.
        (int) (draw.logNormal(90, 0.9) + received / 1_250.0),
        received,
        traffic.sent(draw));
  }
}
