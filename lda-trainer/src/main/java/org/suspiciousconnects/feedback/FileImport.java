/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.warehouse.RejectedLines;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * Imports files, each as a whole or not at all: its folder is written completely, one call to the
 * metastore adds it, and only then the partitions of the file's earlier contents are dropped. A
 * crash between the two leaves both, which is harmless, as the newest verdict counts.
 */
final class FileImport {
  private final Warehouse warehouse;
  private final JudgedSource source;
  private final Terms terms;
  private final Methods methods;
  private final boolean replace;
  private final boolean dryRun;
  private final ImportTables tables;
  private final LineSearch search;
  private final Summary summary = new Summary();

  /**
   * @param methods that are judged, where they can be
   * @param replace whether a file whose content is known is imported again
   * @param dryRun whether to say everything and write nothing
   * @throws CommandFailure if a table does not exist
   */
  FileImport(
      Warehouse warehouse,
      JudgedSource source,
      Terms terms,
      Methods methods,
      boolean replace,
      boolean dryRun) {
    this.warehouse = warehouse;
    this.source = source;
    this.terms = terms;
    this.methods = methods;
    this.replace = replace;
    this.dryRun = dryRun;
    this.tables = new ImportTables(warehouse, source.source());
    this.search = new LineSearch(warehouse, source, methods);
  }

  /** What was made of the files so far. */
  Summary summary() {
    return summary;
  }

  /** Ends the import of all files. */
  void end() {
    if (!dryRun) {
      tables.removeUnusedFolders();
      tables.refresh();
    }
  }

  /**
   * Imports a file, unless its content is known.
   *
   * @throws CommandFailure if it can't be read; the table is then as it was
   */
  void run(FeedbackFile file) {
    byte[] content = file.read();
    ImportId id = new ImportId(file.day(), Sha256.of(content), terms, search.methodsOn(file.day()));
    if (tables.isImported(id) && !replace) {
      summary.addUnchanged();
      System.err.printf("%s: the same as in its import %s%n", file.path(), id);
      if (!dryRun) {
        // What a crash left.
        tables.dropEarlier(file.day(), id);
      }
      return;
    }
    List<EarlierImport> earlier = tables.earlier(file.day());
    String folder = id.newFolder(Instant.now());
    boolean keepRejected = !dryRun && (replace || !tables.isRejected(id));
    Rejections rejections =
        new Rejections(keepRejected ? rejectedLines(file, tables.rejectedFolder(folder)) : null);
    FileRows said;
    FeedbackRows rows;
    try {
      said = FileRows.read(content, source.newParser(), rejections);
      rows = search.find(file, said.judgements(), earlier, rejections);
      rejections.close();
      if (!dryRun && rows.lines() > 0) {
        write(file, said.judgements(), earlier, rows, tables.feedbackFolder(folder));
      }
    } catch (RuntimeException e) {
      discard(folder);
      throw e;
    } catch (IOException e) {
      discard(folder);
      throw new UncheckedIOException(e);
    }
    // From here on partitions may point to what was written: nothing is discarded any more.
    if (!dryRun) {
      commit(file, id, folder, rows, rejections);
    }
    summary.add(rows.lines(), rejections.count(), said.notJudged());
    report(file, id, rows, said.notJudged(), rejections);
  }

  private void write(
      FeedbackFile file,
      List<Judgement> judgements,
      List<EarlierImport> earlier,
      FeedbackRows rows,
      Path folder)
      throws IOException {
    KnownLines known = new KnownLines();
    for (Judgement judgement : judgements) {
      Given before =
          earlier.stream()
              .map(one -> one.given(judgement))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      known.add(judgement, given(file, before));
    }
    rows.write(warehouse, known, folder);
    known.write(warehouse.fileSystem(folder), folder);
  }

  private void commit(
      FeedbackFile file, ImportId id, String folder, FeedbackRows rows, Rejections rejections) {
    if (rejections.areKept()) {
      tables.pointRejected(id, tables.rejectedFolder(folder));
    } else if (rejections.count() == 0) {
      tables.dropRejected(id);
    }
    if (rows.lines() > 0) {
      tables.pointFeedback(id, tables.feedbackFolder(folder));
      tables.dropEarlier(file.day(), id);
    } else {
      // Of the earlier content the verdicts stay, and what was rejected of it.
      tables.dropEarlierRejected(file.day(), id);
    }
  }

  /** A line that was there before was given then; --replace changes the terms, not that. */
  private Given given(FeedbackFile file, Given earlier) {
    if (earlier == null) {
      return terms.given(file.modifiedAt(), file.day());
    }
    return replace ? terms.given(earlier.at(), file.day()) : earlier;
  }

  private RejectedLines rejectedLines(FeedbackFile file, Path folder) {
    return new RejectedLines(
        file.path(),
        new Path(folder, "part-0.parquet"),
        warehouse.spark().sparkContext().hadoopConfiguration());
  }

  private void discard(String folder) {
    warehouse.deleteQuietly(tables.feedbackFolder(folder));
    warehouse.deleteQuietly(tables.rejectedFolder(folder));
  }

  private void report(
      FeedbackFile file, ImportId id, FeedbackRows rows, long notJudged, Rejections rejections) {
    System.err.printf(
        "%s: %d rows imported%s, %d rejected, %d not judged%s; %s%n",
        file.path(),
        rows.lines(),
        methods.include(ScoreMethod.PROFILE)
            ? ", " + rows.linesWithGroups() + " of them on groups of method profile"
            : "",
        rejections.count(),
        notJudged,
        rows.lines() == 0 ? "; the table stays as it is" : "",
        id);
    if (rejections.count() > 0) {
      System.err.printf(
          "  rejected: %s; all are in %s, load_id %s; the first:%n",
          rejections.byReason(), tables.rejectedTable(), id);
      rejections.first().forEach(System.err::println);
    }
  }
}
