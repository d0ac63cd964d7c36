/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;
import org.suspiciousconnects.load.FlowColumn;

/** A day of flows: what the {@link FlowService services} of the enterprise are used for. */
final class FlowDay implements SampleDay {
  /** Where clients' ports begin (RFC 6335). */
  static final int FIRST_EPHEMERAL_PORT = 49_152;

  private final long seed;
  private final LocalDate date;
  private final Network network;
  private final Habits habits;
  private final Schedule schedule;

  /**
   * @param rows of the whole day with its attacks, at least 1,000
   */
  FlowDay(long seed, LocalDate date, long rows) {
    this.seed = seed;
    this.date = date;
    this.network = new Network(seed, rows);
    this.habits = new Habits(seed, network);
    this.schedule = new Schedule(date, rows - FlowAttacks.ROWS, FlowService.values());
  }

  @Override
  public long first(int hour) {
    return schedule.first(hour);
  }

  @Override
  public Object[] row(int hour, long number) {
    Draw draw = new Draw(seed, "flow", number);
    Object[] row = flow(hour, number, draw).row();
    int invalid = schedule.invalid(number);
    if (invalid >= 0) {
      InvalidFlow.values()[invalid % InvalidFlow.values().length].spoil(row);
    }
    return row;
  }

  @Override
  public List<Labelled> attacks() {
    return new FlowAttacks(seed, date, network).flows();
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

  private Flow flow(int hour, long number, Draw draw) {
    FlowService service = FlowService.values()[schedule.activity(hour, draw)];
    int client = habits.client(service.client(), draw);
    int server = habits.server(service.client(), client, service.server(), draw);
    boolean icmp = service.proto().equals("ICMP");
    return Flow.conversation(
        schedule.second(hour, number, draw),
        service.seconds(draw),
        network.address(service.client(), client),
        network.address(service.server(), server),
        icmp ? 0 : draw.between(FIRST_EPHEMERAL_PORT, 65_535),
        service.port(),
        service.proto(),
        service.sent(draw),
        service.received(draw));
  }
}
