/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ParquetRows;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The table {@code geoip_networks}: the networks of MaxMind databases, each of which replaces the
 * partition of its kind as a whole. All of a command are written before the first is put in use.
 *
 * <p>A database is read by one process, network by network; it has a few million.
 */
final class GeoIp {
  private static final String TABLE = "geoip_networks";

  private final Warehouse warehouse;
  private final Configuration conf;
  private final long step;
  private final Consumer<String> progress;

  /**
   * @param step after so many networks of a file it tells how far it is
   * @param progress told lines for a person
   */
  GeoIp(Warehouse warehouse, long step, Consumer<String> progress) {
    this.warehouse = warehouse;
    this.conf = warehouse.spark().sparkContext().hadoopConfiguration();
    this.step = step;
    this.progress = progress;
  }

  /**
   * Replaces the partitions of the databases' kinds.
   *
   * @param names files on any Hadoop file system
   * @return a line for each file
   * @throws CommandFailure if one of them can't be read, is damaged, of an unknown kind or of the
   *     same kind as another; the table is then as it was
   */
  List<String> replace(List<String> names) {
    List<Path> files = new InputFiles(warehouse, true).paths(names);
    long now = System.currentTimeMillis();
    Map<GeoIpKind, ReplacedPartition> staged = new EnumMap<>(GeoIpKind.class);
    List<String> reports = new ArrayList<>();
    try {
      for (Path file : files) {
        reports.add(stage(file, now, staged));
      }
    } catch (RuntimeException e) {
      staged.values().forEach(ReplacedPartition::abandon);
      throw e;
    }
    staged.values().forEach(ReplacedPartition::commit);
    staged.values().forEach(ReplacedPartition::removeEarlier);
    return reports;
  }

  /** Writes a database beside the partition of its kind. */
  private String stage(Path file, long now, Map<GeoIpKind, ReplacedPartition> staged) {
    try (GeoIpDatabase database = new GeoIpDatabase(file, conf)) {
      GeoIpKind kind = GeoIpKind.of(database.type());
      if (kind == null) {
        throw failure(
            file,
            "is a database of type '"
                + database.type()
                + "': give one of City, Country or ASN, such as GeoLite2-City.mmdb");
      }
      if (staged.containsKey(kind)) {
        throw failure(file, "is of kind " + kind + " as another of the files: leave one away");
      }
      ReplacedPartition partition =
          new ReplacedPartition(warehouse, TABLE, "database_kind", kind.toString(), now);
      staged.put(kind, partition);
      long networks = copy(file, database, partition.file(0));
      if (networks == 0) {
        throw failure(file, "has no networks: fetch it again");
      }
      return String.format("%s: %d networks loaded as %s", file, networks, kind);
    } catch (UnreadableFile e) {
      throw failure(file, e.getMessage());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE,
          "can't read " + file + ": " + e.getMessage() + "; " + TABLE + " is as it was",
          e);
    }
  }

  /** Writes the networks as Parquet; gives their number. */
  private long copy(Path file, GeoIpDatabase database, Path target) throws UnreadableFile {
    try (ParquetRows rows = new ParquetRows(target, GeoIpNetwork.COLUMNS, conf)) {
      long networks = 0;
      for (GeoIpNetwork next; (next = database.next()) != null; ) {
        rows.write(next.row());
        if (++networks % step == 0) {
          progress.accept(file + ": " + networks + " networks read");
        }
      }
      return networks;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "can't copy " + file + " to " + target + ": " + e.getMessage(), e);
    }
  }

  private static CommandFailure failure(Path file, String what) {
    return new CommandFailure(
        ExitStatus.NO_DATA, file + ": " + what + "; " + TABLE + " is as it was");
  }
}
