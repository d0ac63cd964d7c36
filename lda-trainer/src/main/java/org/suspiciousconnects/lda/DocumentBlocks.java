/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * The corpus cut into blocks, each a partition and a task. How many there are and which document is
 * in which depends on the corpus and on K alone, so sums over blocks are the same on any number of
 * cores.
 */
final class DocumentBlocks {
  /** Ten milliseconds of work in a task, a few times what starting it costs. */
  private static final long PAIRS = 250_000;

  /** Then moving and summing a block's V x K numbers costs a small part of computing them. */
  private static final long PAIRS_PER_WORD = 20;

  /**
   * Bound on what the blocks' sums take together, in the memory of the executors and on the way to
   * the driver: a quarter of what {@code spark.driver.maxResultSize} lets pass.
   */
  private static final long SUMS_BYTES = 256L << 20;

  private DocumentBlocks() {}

  /**
   * How many blocks.
   *
   * @param pairs distinct (document, word) pairs
   * @param words V
   * @param topics K
   * @return at least 1
   */
  static int number(long pairs, long words, long topics) {
    long wanted = pairs / Math.max(PAIRS, PAIRS_PER_WORD * words);
    long bound = SUMS_BYTES / (Double.BYTES * words * topics);
    return (int) Math.max(1, Math.min(wanted, bound));
  }

  /** The corpus's documents in so many blocks by a hash of the IP; a block may be empty. */
  static JavaRDD<DocumentBlock> of(JavaRDD<Document> documents, int blocks) {
    return documents
        .mapToPair(d -> new Tuple2<>(blockOf(d.ip(), blocks), d))
        // An Integer's hash is its value: block b is partition b.
        .partitionBy(new HashPartitioner(blocks))
        .mapPartitions(
            keyed -> {
              List<Document> block = new ArrayList<>();
              keyed.forEachRemaining(d -> block.add(d._2()));
              return List.of(DocumentBlock.of(block)).iterator();
            });
  }

  /**
   * What there is for IPs, beside the blocks of their documents: partition b has that of the IPs of
   * block b, and of others that would be in it. Nothing is in an order.
   */
  static <T> JavaRDD<Tuple2<String, T>> beside(JavaPairRDD<String, T> byIp, int blocks) {
    return byIp.mapToPair(t -> new Tuple2<>(blockOf(t._1(), blocks), t))
        .partitionBy(new HashPartitioner(blocks))
        .values();
  }

  private static int blockOf(String ip, int blocks) {
    return (int) Long.remainderUnsigned(TextHash.of(0, ip), blocks);
  }
}
