/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;
import org.suspiciousconnects.load.DnsColumn;

/** A day of DNS answers: what the {@link DnsLookup lookups} of the enterprise bring. */
final class DnsDay implements SampleDay {
  private final long seed;
  private final LocalDate date;
  private final Network network;
  private final Habits habits;
  private final DnsNames names;
  private final Schedule schedule;

  /**
   * @param rows of the whole day with its attacks, at least 1,000
   */
  DnsDay(long seed, LocalDate date, long rows) {
    this.seed = seed;
    this.date = date;
    this.network = new Network(seed, rows);
    this.habits = new Habits(seed, network);
    this.names = new DnsNames(network);
    this.schedule = new Schedule(date, rows - DnsAttacks.ROWS, DnsLookup.values());
  }

  @Override
  public long first(int hour) {
    return schedule.first(hour);
  }

  @Override
  public Object[] row(int hour, long number) {
    Draw draw = new Draw(seed, "dns", number);
    Object[] row = answer(hour, number, draw).row();
    int invalid = schedule.invalid(number);
    if (invalid >= 0) {
      InvalidDns.values()[invalid % InvalidDns.values().length].spoil(row);
    }
    return row;
  }

  @Override
  public List<Labelled> attacks() {
    return new DnsAttacks(seed, date, network).answers();
  }

  @Override
  public List<DnsColumn> columns() {
    return List.of(DnsColumn.values());
  }

  @Override
  public List<DnsColumn> labelColumns() {
    return List.of(
        DnsColumn.FRAME_TIME,
        DnsColumn.UNIX_TSTAMP,
        DnsColumn.FRAME_LEN,
        DnsColumn.IP_DST,
        DnsColumn.DNS_QRY_NAME,
        DnsColumn.DNS_QRY_TYPE,
        DnsColumn.DNS_QRY_RCODE);
  }

  @Override
  public String folder(int hour) {
    return schedule.folder(hour);
  }

  private DnsAnswer answer(int hour, long number, Draw draw) {
    DnsLookup lookup = DnsLookup.values()[schedule.activity(hour, draw)];
    int client = habits.client(lookup.client(), draw);
    Role resolver = lookup.answeredOutside() ? Role.INTERNET : Role.DIRECTORY;
    int server = habits.server(lookup.client(), client, resolver, draw);
    int site = habits.server(lookup.client(), client, Role.INTERNET, draw);
    DnsNames.Found found = names.find(lookup, client, site, draw);
    int rcode = lookup.rcode(draw);
    boolean answered = rcode == DnsAnswer.NO_ERROR;
    return new DnsAnswer(
        schedule.second(hour, number, draw),
        draw.between(0, 999_999),
        network.address(lookup.client(), client),
        network.address(resolver, server),
        found.name(),
        lookup.type(),
        rcode,
        records(lookup, rcode, draw),
        answered && lookup.type() == DnsType.A ? found.address() : null);
  }

  private static int records(DnsLookup lookup, int rcode, Draw draw) {
    switch (rcode) {
      case DnsAnswer.NO_ERROR:
        return lookup.type().answer(draw);
      case DnsAnswer.NO_SUCH_NAME:
        return DnsType.authority(draw);
      default:
        return 0;
    }
  }
}
