/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.suspiciousconnects.load.DnsColumn;

/** A day of DNS answers: what the {@link DnsLookup lookups} of the enterprise bring. */
final class DnsDay implements SampleDay {
  private final Setting setting;
  private final Network network;
  private final DnsNames names;
  private final List<DnsLookup> lookups;
  private final Schedule schedule;
  private final List<Labelled> attacks;
  private final List<Labelled> novelties;

  /**
   * @param rows of the whole day with what is planted, at least 1,000
   */
  DnsDay(Setting setting, long rows, List<Labelled> attacks, List<Labelled> novelties) {
    this.setting = setting;
    this.network = setting.network();
    this.names = new DnsNames(network);
    this.lookups = DnsLookup.of(setting);
    this.attacks = attacks;
    this.novelties = novelties;
    long normal = rows - attacks.size() - novelties.size() - setting.polls().size();
    this.schedule = new Schedule(setting.date(), normal, lookups, setting.inSeries());
  }

  /** The demo's day. */
  static DnsDay single(long seed, LocalDate date, long rows) {
    Setting setting = Setting.single(seed, date, rows);
    List<Labelled> attacks = new DnsAttacks(seed, date, setting.network()).answers();
    return new DnsDay(setting, rows, attacks, List.of());
  }

  @Override
  public long first(int hour) {
    return schedule.first(hour);
  }

  @Override
  public Object[] row(int hour, long number) {
    Draw draw = new Draw(setting.daySeed(), "dns", number);
    Object[] row = answer(hour, number, draw).row();
    int invalid = schedule.invalid(number);
    if (invalid >= 0) {
      InvalidDns.values()[invalid % InvalidDns.values().length].spoil(row);
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

  private DnsAnswer poll(Poll poll) {
    Draw draw = poll.draw();
    int server = setting.habits().server(Role.WORKSTATION, poll.client(), Role.DIRECTORY, draw);
    return new DnsAnswer(
        poll.second(),
        draw.between(0, 999_999),
        network.address(Role.WORKSTATION, poll.client()),
        network.address(Role.DIRECTORY, server),
        poll.host(),
        DnsType.A,
        DnsAnswer.NO_ERROR,
        DnsType.A.answer(draw),
        network.address(Role.INTERNET, poll.site()));
  }

  private DnsAnswer answer(int hour, long number, Draw draw) {
    DnsLookup lookup = lookups.get(schedule.activity(hour, draw));
    int client = setting.habits().client(lookup, draw);
    Role resolver = lookup.answeredOutside() ? Role.INTERNET : Role.DIRECTORY;
    int server = setting.habits().server(lookup.client(), client, resolver, draw);
    int site = setting.habits().server(lookup.client(), client, Role.INTERNET, draw);
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
