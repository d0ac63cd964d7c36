/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The Spark application that loads logs into the event tables, and what they are held against. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Loads logs into the table of a source, and lists. All files are loaded, or none.",
      "Lines that are no events go to <source>_rejected_lines.",
      "top-domains replaces the list of popular domains by a file of rank,domain, such as Tranco's.",
      "geoip replaces the networks of the kind of each MaxMind database: City, Country or ASN.",
      "threat-intelligence replaces a feed by files of CSV (columns ioc, type, severity, description, expires_on) or STIX 2.1"
          + " bundles; what can't be understood goes to threat_intelligence_rejected_lines."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.",
      "Examples: load flow --format zeek-conn conn.log",
      "          load top-domains tranco.csv",
      "          load geoip GeoLite2-City.mmdb GeoLite2-ASN.mmdb",
      "          load threat-intelligence --feed partner-cert bundle.json"
    })
public final class Load implements Callable<Integer> {
  /** What makes sense for events only. */
  private static final String[] EVENT_OPTIONS = {
    "--format", "--log-zone", "--date", "--replace", "--days-file"
  };

  /** After so many networks geoip tells how far it is. */
  private static final long NETWORKS_PER_LINE = 1_000_000;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      converter = TargetReader.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Target target;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Text files, gzipped or not; for parquet, files or folders; for geoip, .mmdb files.")
  private List<String> files;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "Needed for events: ${COMPLETION-CANDIDATES}.")
  private String format;

  @Option(
      names = "--feed",
      paramLabel = "NAME",
      description = "Needed for threat-intelligence: the name of the feed that is replaced.")
  private String feed;

  @Option(
      names = "--log-zone",
      paramLabel = "ZONE",
      description =
          "Time zone of logs in local time, such as Europe/Berlin, for nfdump-csv, bluecoat and"
              + " w3c (UTC).")
  private ZoneId zone;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      defaultValue = "spot",
      description = "The database (${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Load only the events of this UTC day.")
  private LocalDate date;

  @Option(
      names = "--replace",
      description =
          "Load files even if the same content was loaded before, and remove what it brought then.")
  private boolean replace;

  @Option(
      names = "--days-file",
      paramLabel = "FILE",
      description =
          "Write the UTC days that were loaded to this file, one a line; on the default file"
              + " system unless it begins with file:.")
  private String daysFile;

  /** Runs the application and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(Application.run(new Load(), args));
  }

  @Override
  public Integer call() {
    if (target != Target.THREAT_INTELLIGENCE) {
      refuse("--feed");
    }
    switch (target) {
      case TOP_DOMAINS:
        refuse(EVENT_OPTIONS);
        replaceTopDomains();
        break;
      case GEOIP:
        refuse(EVENT_OPTIONS);
        say(
            new GeoIp(warehouse(), NETWORKS_PER_LINE, spec.commandLine().getErr()::println)
                .replace(files));
        break;
      case THREAT_INTELLIGENCE:
        refuse(EVENT_OPTIONS);
        replaceFeed();
        break;
      default:
        loadEvents(Source.valueOf(target.name()));
    }
    return ExitStatus.DONE.code();
  }

  private void refuse(String... options) {
    for (String option : options) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw usage(option + " does not apply to " + target);
      }
    }
  }

  private void say(List<String> lines) {
    lines.forEach(spec.commandLine().getOut()::println);
  }

  private void replaceFeed() {
    if (feed == null) {
      throw usage("Missing required option: '--feed=NAME'");
    }
    if (!ThreatIntelligence.FEED.matcher(feed).matches()) {
      throw usage(
          "--feed '" + feed + "' is no name: it has to match " + ThreatIntelligence.FEED.pattern());
    }
    say(new ThreatIntelligence(warehouse()).replace(feed, files));
  }

  private void replaceTopDomains() {
    if (files.size() > 1) {
      throw usage(target + " takes one FILE, which replaces the list");
    }
    long domains = new TopDomains(warehouse()).replace(files.get(0));
    spec.commandLine().getOut().printf("%s: %d domains loaded%n", files.get(0), domains);
  }

  private void loadEvents(Source source) {
    if (format == null) {
      throw usage("Missing required option: '--format=FORMAT'");
    }
    Format known = Format.of(source, format);
    if (zone != null && !known.isLocal()) {
      throw usage("--log-zone does not apply to " + format + ", whose times are UTC");
    }
    ZoneId read = zone == null ? ZoneOffset.UTC : zone;
    Warehouse warehouse = warehouse();
    List<FileReport> reports =
        new Loading(warehouse, source, known, read, date, replace).load(files);
    Set<LocalDate> days = new TreeSet<>();
    for (FileReport report : reports) {
      spec.commandLine().getOut().println(report);
      days.addAll(report.days().keySet());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "in all: %d rows loaded, %d rejected, from %d files%n",
            reports.stream().mapToLong(FileReport::rows).sum(),
            reports.stream().mapToLong(report -> report.outcome().rejected()).sum(),
            reports.size());
    if (daysFile != null) {
      write(warehouse, days);
    }
  }

  private Warehouse warehouse() {
    SparkSession spark =
        SparkSession.builder().appName("load " + target).enableHiveSupport().getOrCreate();
    return new Warehouse(spark, database);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void write(Warehouse warehouse, Set<LocalDate> days) {
    Path path = new Path(daysFile);
    StringBuilder lines = new StringBuilder();
    days.forEach(day -> lines.append(day).append('\n'));
    try (OutputStream out = warehouse.fileSystem(path).create(path, true)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "the files are loaded, but " + daysFile + " can't be written", e);
    }
  }

  /**
   * What can be loaded: the events of a {@link Source}, by its name, or what they are held against.
   */
  private enum Target {
    FLOW,
    DNS,
    PROXY,
    TOP_DOMAINS,
    GEOIP,
    THREAT_INTELLIGENCE;

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Knows targets by the names they have on the command line, and tells no others. */
  private static final class TargetReader implements ITypeConverter<Target> {
    @Override
    public Target convert(String name) {
      return Arrays.stream(Target.values())
          .filter(target -> target.toString().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + Arrays.toString(Target.values())
                          + " but was '"
                          + name
                          + "'"));
    }
  }

  /** The formats of each source, for the help. */
  private static final class Formats extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Formats() {
      for (Source source : Source.values()) {
        add(source + " (" + Format.ids(source) + ")");
      }
    }
  }
}
