/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.suspiciousconnects.load.FlowColumn;

/** A day of flows: what the {@link FlowService services} of the enterprise are used for. */
final class FlowDay implements SampleDay {
  /** Where clients' ports begin (RFC 6335). */
  static final int FIRST_EPHEMERAL_PORT = 49_152;

  private final Setting setting;
  private final Network network;
  private final List<FlowService> services;
  private final Schedule schedule;
  private final List<Labelled> attacks;
  private final List<Labelled> novelties;

  /**
   * @param rows of the whole day with what is planted, at least 1,000
   */
  FlowDay(Setting setting, long rows, List<Labelled> attacks, List<Labelled> novelties) {
    this.setting = setting;
    this.network = setting.network();
    this.services = FlowService.of(setting);
    this.attacks = attacks;
    this.novelties = novelties;
    long normal = rows - attacks.size() - novelties.size() - setting.polls().size();
    this.schedule = new Schedule(setting.date(), normal, services, setting.inSeries());
  }

  /** The demo's day. */
  static FlowDay single(long seed, LocalDate date, long rows) {
    Setting setting = Setting.single(seed, date, rows);
    List<Labelled> attacks = new FlowAttacks(seed, date, setting.network()).flows();
    return new FlowDay(setting, rows, attacks, List.of());
  }

  @Override
  public long first(int hour) {
    return schedule.first(hour);
  }

  @Override
  public Object[] row(int hour, long number) {
    Draw draw = new Draw(setting.daySeed(), "flow", number);
    Object[] row = flow(hour, number, draw).row();
    int invalid = schedule.invalid(number);
    if (invalid >= 0) {
      InvalidFlow.values()[invalid % InvalidFlow.values().length].spoil(row);
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
  public List<FlowColumn> columns() {
    return List.of(FlowColumn.values());
  }

  @Override
  public List<FlowColumn> labelColumns() {
    return List.of(
        FlowColumn.TRECEIVED,
        FlowColumn.SIP,
        FlowColumn.DIP,
        FlowColumn.SPORT,
        FlowColumn.DPORT,
        FlowColumn.PROTO,
        FlowColumn.IPKT,
        FlowColumn.IBYT);
  }

  @Override
  public String folder(int hour) {
    return schedule.folder(hour);
  }

  private Flow poll(Poll poll) {
    Draw draw = poll.draw();
    return Flow.conversation(
        poll.second(),
        draw.logNormal(0.4, 0.3),
        network.address(Role.WORKSTATION, poll.client()),
        network.address(Role.INTERNET, poll.site()),
        draw.between(FIRST_EPHEMERAL_PORT, 65_535),
        443,
        "TCP",
        draw.logNormal(500 + 90 * poll.program(), 0.1),
        draw.logNormal(900 + 70 * poll.program(), 0.3));
  }

  private Flow flow(int hour, long number, Draw draw) {
    FlowService service = services.get(schedule.activity(hour, draw));
    int client = setting.habits().client(service, draw);
    int server = setting.habits().server(service.client(), client, service.server(), draw);
    boolean icmp = service.proto().equals("ICMP");
    return Flow.conversation(
        schedule.second(hour, number, draw),
        service.seconds(draw),
        network.address(service.client(), client),
        network.address(service.server(), server),
        icmp ? 0 : draw.between(FIRST_EPHEMERAL_PORT, 65_535),
        service.port(draw),
        service.proto(),
        service.sent(draw),
        service.received(draw));
  }
}
