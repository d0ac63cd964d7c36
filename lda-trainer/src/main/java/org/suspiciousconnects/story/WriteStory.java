/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the story of a threat. */
@Command(
    name = "storyboard",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description = {
      "Puts a threat of a day on the story board of Apache Spot's front end: title and text into <source>_storyboard, and"
          + " what happened around it into its tables and files. A story of the same anchor and day is replaced.",
      "flow: flow_timeline, and three files of JSON below HUSER/flow/oa/storyboard; dns: dns_threat_dendro; proxy:"
          + " proxy_timeline, and one file below HUSER/proxy/oa/storyboard."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 usage, 2 configuration, 3 the day has no event of the anchor, 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.story.WriteStory lda-trainer.jar"
          + " --source flow --date 2016-07-08 --anchor 10.0.0.3 --title 'A beacon' --text 'Every minute to one address.'"
    })
public final class WriteStory implements Callable<Integer> {
  @Option(
      names = "--source",
      required = true,
      description = "What the threat was found in: ${COMPLETION-CANDIDATES}.")
  private Source source;

  @Option(
      names = "--database",
      defaultValue = "spot",
      description = "Database (default: ${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "yyyy-MM-dd",
      description = "The day (UTC).")
  private LocalDate date;

  @Option(
      names = "--anchor",
      required = true,
      paramLabel = "ADDRESS|NAME|URI",
      description =
          "What the story is about, as it stands in the events: of flow an address, of dns a client's address or a name,"
              + " of proxy a URI.")
  private String anchor;

  @Option(names = "--title", required = true, description = "A line.")
  private String title;

  @Option(names = "--text", required = true, description = "The story.")
  private String text;

  @Option(
      names = "--top",
      defaultValue = "20",
      paramLabel = "N",
      description =
          "How many peers of each kind (flow), names or clients (dns), or clients (proxy) to show, 1 to 1000 (default:"
              + " ${DEFAULT-VALUE}).")
  private int top;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new WriteStory(), args));
  }

  @Override
  public Integer call() {
    if (anchor.isEmpty() || title.isEmpty()) {
      throw new CommandFailure(ExitStatus.USAGE, "--anchor and --title must not be empty");
    }
    if (top < 1 || top > 1000) {
      throw new CommandFailure(ExitStatus.USAGE, "--top " + top + " is not from 1 to 1000");
    }
    story();
    SparkSession spark =
        SparkSession.builder()
            .appName("Suspicious Connects: story of " + source + " on " + date)
            .enableHiveSupport()
            .getOrCreate();
    try {
      write(spark);
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  /** Writes in a session with Hive support, which stays open. */
  void write(SparkSession spark) {
    StoryDay day = new StoryDay(new Warehouse(spark, database), source, date);
    Story story = story();
    switch (source) {
      case FLOW:
        new FlowStory(day, story, top).write();
        break;
      case DNS:
        new DnsStory(day, story, top).write();
        break;
      case PROXY:
        new ProxyStory(day, story, top).write();
        break;
      default:
        throw new IllegalArgumentException("no stories of " + source);
    }
  }

  /**
   * The story, in characters that can do no harm: Apache Spot's API reads the stories of a day and
   * puts them back in SQL text, as they are, when somebody saves one in its front end.
   */
  private Story story() {
    for (String given : new String[] {anchor, title, text}) {
      if (given.indexOf('\\') >= 0) {
        throw new CommandFailure(
            ExitStatus.USAGE,
            "'" + given + "' has a \\, which Apache Spot's API would put into SQL: leave it out");
      }
    }
    if (anchor.indexOf('\'') >= 0) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--anchor "
              + anchor
              + " has a ', which Apache Spot's API would put into SQL: tell of another event of the threat");
    }
    return new Story(anchor, title.replace('\'', '\u2019'), text.replace('\'', '\u2019'));
  }
}
