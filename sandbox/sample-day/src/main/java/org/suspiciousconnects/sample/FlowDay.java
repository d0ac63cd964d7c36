/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A day of flows. Its normal flows are numbered from 0 in the order of time: each hour has as many
 * as the {@link FlowService services} are active then, and they are spread over the hour evenly.
 * {@link InvalidFlow#ROWS} of them, at even distances, are invalid.
 */
final class FlowDay {
  /** Where clients' ports begin (RFC 6335). */
  static final int FIRST_EPHEMERAL_PORT = 49_152;

  private static final int HOURS = 24;
  private static final double POPULARITY = 1.1;

  /** How often a workstation goes where it always goes. */
  private static final double HABIT = 0.6;

  private static final int FAVOURITES = 25;

  private final long seed;
  private final long midnight;
  private final long normal;
  private final Network network;
  private final long[] firstOfHour = new long[HOURS + 1];
  private final double[][] weights = new double[HOURS][FlowService.values().length];

  /**
   * @param rows of the whole day with its attacks, at least 1,000
   */
  FlowDay(long seed, LocalDate date, long rows) {
    this.seed = seed;
    this.midnight = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    this.normal = rows - FlowAttacks.ROWS;
    this.network = new Network(seed, rows);
    double[] activity = new double[HOURS + 1];
    for (int hour = 0; hour < HOURS; hour++) {
      activity[hour + 1] = activity[hour];
      for (FlowService service : FlowService.values()) {
        weights[hour][service.ordinal()] = service.weight(hour);
        activity[hour + 1] += service.weight(hour);
      }
    }
    for (int hour = 1; hour <= HOURS; hour++) {
      firstOfHour[hour] = Math.round(normal * (activity[hour] / activity[HOURS]));
    }
  }

  /** The number of the first normal flow of an hour; of hour 24, how many there are. */
  long first(int hour) {
    return firstOfHour[hour];
  }

  /** The attacks hidden in the day. */
  List<FlowAttacks.Labelled> attacks() {
    LocalDate date = LocalDate.ofEpochDay(midnight / 86_400);
    return new FlowAttacks(seed, date, network).flows();
  }

  /** The attacks of one hour as rows of the table flow. */
  List<Object[]> attackRows(int hour) {
    List<Object[]> rows = new ArrayList<>();
    for (FlowAttacks.Labelled labelled : attacks()) {
      if ((labelled.flow().second() - midnight) / 3600 == hour) {
        rows.add(labelled.flow().row());
      }
    }
    return rows;
  }

  /**
   * A normal or invalid flow as a row of the table flow.
   *
   * @param hour the hour that the number belongs to
   */
  Object[] row(int hour, long number) {
    Draw draw = new Draw(seed, "flow", number);
    Object[] row = flow(hour, number, draw).row();
    long distance = normal / InvalidFlow.ROWS;
    long turn = number / distance;
    if (number % distance == distance / 2 && turn < InvalidFlow.ROWS) {
      InvalidFlow.values()[(int) turn % InvalidFlow.values().length].spoil(row);
    }
    return row;
  }

  private Flow flow(int hour, long number, Draw draw) {
    FlowService service = FlowService.values()[draw.weighted(weights[hour])];
    int client = client(service.client(), draw);
    int server = server(service, client, draw);
    boolean icmp = service.proto().equals("ICMP");
    return Flow.conversation(
        second(hour, number, draw),
        service.seconds(draw),
        network.address(service.client(), client),
        network.address(service.server(), server),
        icmp ? 0 : draw.between(FIRST_EPHEMERAL_PORT, 65_535),
        service.port(),
        service.proto(),
        service.sent(draw),
        service.received(draw));
  }

  private long second(int hour, long number, Draw draw) {
    double place = (number - first(hour) + draw.uniform()) / (first(hour + 1) - first(hour));
    return midnight + hour * 3600L + Math.min(3599, (long) (place * 3600));
  }

  /** Some people work more than others; visitors from the internet are as popular as sites. */
  private int client(Role role, Draw draw) {
    int count = network.count(role);
    if (role == Role.INTERNET) {
      return draw.zipf(count, POPULARITY);
    }
    double skewed = role == Role.WORKSTATION ? StrictMath.pow(draw.uniform(), 1.3) : draw.uniform();
    return (int) (skewed * count);
  }

  /**
   * The internet is used as popularity and habit want it; inside, a client has its usual server.
   */
  private int server(FlowService service, int client, Draw draw) {
    int count = network.count(service.server());
    if (service.server() == Role.INTERNET) {
      if (service.client() == Role.WORKSTATION && draw.chance(HABIT)) {
        int favourite = draw.zipf(FAVOURITES, POPULARITY);
        long item = (long) client * FAVOURITES + favourite;
        return new Draw(seed, "favourite", item).zipf(count, POPULARITY);
      }
      return draw.zipf(count, POPULARITY);
    }
    return draw.chance(0.8) ? client % count : draw.between(0, count - 1);
  }
}
