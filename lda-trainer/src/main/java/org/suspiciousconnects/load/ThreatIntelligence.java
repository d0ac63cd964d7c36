/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The table {@code threat_intelligence} and the lines that could not be understood: the files of a
 * feed replace the feed's partitions as a whole. The rejected lines are put in use first; the
 * indicators complete the load.
 *
 * <p>A feed is read by one process: it has a few million indicators at most.
 */
final class ThreatIntelligence {
  /** A name that is a folder's and a partition's on every file system and engine. */
  static final Pattern FEED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  private static final String TABLE = "threat_intelligence";
  private static final String REJECTED = "threat_intelligence_rejected_lines";

  private final Warehouse warehouse;
  private final Configuration conf;

  ThreatIntelligence(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.conf = warehouse.spark().sparkContext().hadoopConfiguration();
  }

  /**
   * Replaces a feed.
   *
   * @param feed matches {@link #FEED}
   * @param names files on any Hadoop file system
   * @return a line for each file and one for all
   * @throws CommandFailure if one of them can't be read, or there is nothing to be loaded; the feed
   *     is then as it was
   */
  List<String> replace(String feed, List<String> names) {
    List<Path> files = new InputFiles(warehouse, true).paths(names);
    long now = System.currentTimeMillis();
    ReplacedPartition indicators = new ReplacedPartition(warehouse, TABLE, "feed", feed, now);
    ReplacedPartition rejected = new ReplacedPartition(warehouse, REJECTED, "feed", feed, now);
    List<FeedRows> staged;
    try {
      // Without a rejected line there is a folder all the same.
      rejected.makeFolder();
      staged = stage(files, indicators, rejected);
    } catch (RuntimeException e) {
      indicators.abandon();
      rejected.abandon();
      throw e;
    }
    rejected.commit();
    indicators.commit();
    rejected.removeEarlier();
    indicators.removeEarlier();
    return report(feed, staged);
  }

  private List<FeedRows> stage(
      List<Path> files, ReplacedPartition indicators, ReplacedPartition rejected) {
    Map<String, Instant> latest = new HashMap<>();
    for (Path file : files) {
      read(file, () -> new FeedFile(file.toString(), conf).versions(latest));
    }
    List<FeedRows> staged = new ArrayList<>();
    for (Path file : files) {
      int number = staged.size();
      read(
          file,
          () -> {
            try (FeedRows rows =
                new FeedRows(
                    file.toString(), indicators.file(number), rejected.file(number), conf)) {
              staged.add(rows);
              new FeedFile(file.toString(), conf).read(latest, rows);
            }
          });
    }
    // A feed whose indicators are all revoked is empty, and that is its content.
    if (staged.stream().allMatch(rows -> rows.loaded() + rows.revoked() == 0)) {
      throw failure(
          files.get(0),
          "has no indicators"
              + staged.stream()
                  .map(FeedRows::firstReason)
                  .filter(Objects::nonNull)
                  .findFirst()
                  .map(reason -> "; " + reason)
                  .orElse(""));
    }
    return staged;
  }

  private List<String> report(String feed, List<FeedRows> staged) {
    List<String> lines = new ArrayList<>();
    staged.forEach(rows -> lines.add(rows.toString()));
    long rejected = staged.stream().mapToLong(FeedRows::rejected).sum();
    lines.add(
        String.format(
            "feed %s: %d indicators loaded, %d rejected%s",
            feed,
            staged.stream().mapToLong(FeedRows::loaded).sum(),
            rejected,
            rejected > 0 ? ": see " + warehouse.database() + "." + REJECTED : ""));
    return lines;
  }

  /** What reads or writes files. */
  private interface Step {
    void run() throws IOException, UnreadableFile;
  }

  private static void read(Path file, Step step) {
    try {
      step.run();
    } catch (UnreadableFile e) {
      throw failure(file, e.getMessage());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE,
          "can't copy " + file + ": " + e.getMessage() + "; " + TABLE + " is as it was",
          e);
    }
  }

  private static CommandFailure failure(Path file, String what) {
    return new CommandFailure(
        ExitStatus.NO_DATA, file + ": " + what + "; " + TABLE + " is as it was");
  }
}
