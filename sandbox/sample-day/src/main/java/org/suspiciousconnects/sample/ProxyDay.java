/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

  private final long seed;
  private final LocalDate date;
  private final Network network;
  private final Habits habits;
  private final ProxyUris uris;
  private final Schedule schedule;

  /**
   * @param rows of the whole day with its attacks, at least 1,000
   */
  ProxyDay(long seed, LocalDate date, long rows) {
    this.seed = seed;
    this.date = date;
    this.network = new Network(seed, rows);
    this.habits = new Habits(seed, network);
    this.uris = new ProxyUris(network);
    this.schedule = new Schedule(date, rows - ProxyAttacks.ROWS, ProxyTraffic.values());
  }

  @Override
  public long first(int hour) {
    return schedule.first(hour);
  }

  @Override
  public Object[] row(int hour, long number) {
    Draw draw = new Draw(seed, "proxy", number);
    Object[] row = request(hour, number, draw).row();
    int invalid = schedule.invalid(number);
    if (invalid >= 0) {
      InvalidProxy.values()[invalid % InvalidProxy.values().length].spoil(row);
    }
    return row;
  }

  @Override
  public List<Labelled> attacks() {
    return new ProxyAttacks(seed, date, network).requests();
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
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        hour);
  }

  /** Who is logged on at a workstation. */
  static String user(int workstation) {
    return String.format(Locale.ROOT, "CORP\\p%05d", workstation);
  }

  /** A site has one address, and one category. */
  private static String category(String address) {
    return address.startsWith("10.")
        ? "Intranet"
        : new Draw(0, "category", address.hashCode()).oneOf(CATEGORIES);
  }

  private ProxyRequest request(int hour, long number, Draw draw) {
    ProxyTraffic traffic = ProxyTraffic.values()[schedule.activity(hour, draw)];
    int client = habits.client(traffic.client(), draw);
    int site = habits.server(traffic.client(), client, Role.INTERNET, draw);
    ProxyUris.Found found = uris.find(traffic, client, site, draw);
    boolean person = traffic.client() == Role.WORKSTATION && traffic.status() != 407;
    int received = traffic.received(draw);
    return new ProxyRequest(
        schedule.second(hour, number, draw),
        network.address(traffic.client(), client),
        person ? user(client) : ProxyRequest.NONE,
        traffic.method(),
        found.uri(),
        UserAgents.of(traffic, seed, client, draw),
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
