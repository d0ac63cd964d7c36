/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** Word counts of a test, as rows of a table and as a corpus. */
final class WordCounts {
  private final TreeMap<String, Map<String, Long>> counts = new TreeMap<>();

  /** Adds occurrences of a word in an IP's document. */
  WordCounts add(String ip, String word, long count) {
    counts.computeIfAbsent(ip, x -> new TreeMap<>()).merge(word, count, Long::sum);
    return this;
  }

  /** Some documents of a seeded generator, each with a part of the words. */
  static WordCounts random(int documents, int words, long seed) {
    Random random = new Random(seed);
    WordCounts counts = new WordCounts();
    for (int d = 0; d < documents; d++) {
      counts.add("10.0.0." + d, "w" + random.nextInt(words), 1 + random.nextInt(3));
      for (int w = 0; w < words; w++) {
        if (random.nextInt(3) == 0) {
          counts.add("10.0.0." + d, "w" + w, 1 + random.nextInt(9));
        }
      }
    }
    return counts;
  }

  /** For each IP its words and their counts. */
  TreeMap<String, Map<String, Long>> counts() {
    return counts;
  }

  /** The corpus; the caller closes it. */
  Corpus corpus() {
    return corpus(0, 2);
  }

  /** The corpus of the same rows, shuffled and cut into so many partitions. */
  Corpus corpus(long shuffle, int partitions) {
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (ip, words) ->
            words.forEach((word, count) -> rows.add(RowFactory.create(ip, word, count))));
    Collections.shuffle(rows, new Random(shuffle));
    return Corpus.of(
        TestWarehouse.session()
            .createDataFrame(rows, StructType.fromDDL("ip STRING, word STRING, word_count BIGINT"))
            .repartition(partitions),
        "word_counts",
        "a test",
        "count them");
  }
}
