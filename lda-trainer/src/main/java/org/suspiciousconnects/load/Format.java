/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;

/**
 * The formats that can be loaded. A further one of text is a {@link LineParser} and a line here.
 */
enum Format {
  NFDUMP_CSV(Source.FLOW, NfdumpCsvParser::new),
  ZEEK_CONN(Source.FLOW, ZeekConnParser::new),
  TSHARK_CSV(Source.DNS, TsharkCsvParser::new),
  ZEEK_DNS(Source.DNS, ZeekDnsParser::new),
  BLUECOAT(Source.PROXY, W3cParser::bluecoat),
  SQUID(Source.PROXY, SquidParser::new),
  W3C(Source.PROXY, W3cParser::w3c),
  ZEEK_HTTP(Source.PROXY, ZeekHttpParser::new),
  PARQUET(null, null);

  private final Source source;
  private final Supplier<LineParser> parser;

  Format(Source source, Supplier<LineParser> parser) {
    this.source = source;
    this.parser = parser;
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

  /** A parser for the lines of one file. */
  LineParser newParser() {
    return parser.get();
  }
}
