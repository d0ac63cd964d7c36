/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;

/**
 * The formats that can be loaded. A further one of text is a {@link LineParser} and a line here.
 */
enum Format {
  NFDUMP_CSV(Source.FLOW, NfdumpCsvParser::new, true),
  ZEEK_CONN(Source.FLOW, utc -> new ZeekConnParser(), false),
  TSHARK_CSV(Source.DNS, utc -> new TsharkCsvParser(), false),
  ZEEK_DNS(Source.DNS, utc -> new ZeekDnsParser(), false),
  BLUECOAT(Source.PROXY, W3cParser::bluecoat, true),
  SQUID(Source.PROXY, utc -> new SquidParser(), false),
  W3C(Source.PROXY, W3cParser::w3c, true),
  ZEEK_HTTP(Source.PROXY, utc -> new ZeekHttpParser(), false),
  PARQUET(null, null, false);

  private final Source source;
  private final Function<ZoneId, LineParser> parser;
  private final boolean local;

  Format(Source source, Function<ZoneId, LineParser> parser, boolean local) {
    this.source = source;
    this.parser = parser;
    this.local = local;
  }

  /**
   * The format of that name for a source.
   *
   * @throws CommandFailure naming the formats there are, if there is none of that name
   */
  static Format of(Source source, String id) {
    return Arrays.stream(values())
        .filter(format -> format.serves(source) && format.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitStatus.USAGE,
                    "unknown format '" + id + "' for " + source + ": one of " + ids(source)));
  }

  /** The names of a source's formats, for people. */
  static String ids(Source source) {
    return Arrays.stream(values())
        .filter(format -> format.serves(source))
        .map(Format::id)
        .collect(Collectors.joining(", "));
  }

  private boolean serves(Source candidate) {
    return source == null || source == candidate;
  }

  /** The name on the command line, such as {@code nfdump-csv}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether files of this format have lines; those of the other have rows. */
  boolean isText() {
    return parser != null;
  }

  /** Whether the times in a file are those of some zone, which the file does not name. */
  boolean isLocal() {
    return local;
  }

  /**
   * A parser for the lines of one file.
   *
   * @param zone of the times, if they are {@link #isLocal() local}
   */
  LineParser newParser(ZoneId zone) {
    return parser.apply(zone);
  }

  /** A parser for the lines of one file whose times are UTC. */
  LineParser newParser() {
    return newParser(ZoneOffset.UTC);
  }
}
