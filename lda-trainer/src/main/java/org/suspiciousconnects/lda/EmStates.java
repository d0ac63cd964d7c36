/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * The states that the passes of a training go through. The last is kept, in memory and on disk,
 * where it was computed; what it came from is forgotten.
 *
 * <p>Where executors may be lost, and their part of the state with them, it is forgotten only every
 * so many passes, when the state has been written to the checkpoint folder: that part is then
 * computed again from there. The passes being exact functions, it is the same to the last bit.
 */
final class EmStates {
  /** What a lost executor costs at most, and what keeping the topics of so many passes costs. */
  private static final int PASSES_TO_REPEAT = 20;

  private final boolean executorsMayBeLost;
  private final List<Broadcast<?>> read = new ArrayList<>();
  private JavaRDD<EmBlock> last;
  private Path checkpoint;
  private int passes;

  /**
   * @param executorsMayBeLost whether there are executors besides the driver; the context then
   *     needs a checkpoint folder
   */
  EmStates(boolean executorsMayBeLost) {
    this.executorsMayBeLost = executorsMayBeLost;
  }

  /** The last state. */
  JavaRDD<EmBlock> last() {
    return last;
  }

  /**
   * Computes the next state, in one job, and lets go of the one before.
   *
   * @param state the next state, not computed yet
   * @param reads what its function reads; destroyed here when nothing needs it any more
   * @return what its documents add to the topics
   */
  EmSums advance(JavaRDD<EmBlock> state, Broadcast<?> reads) {
    state.persist(StorageLevel.MEMORY_AND_DISK());
    boolean cut = !executorsMayBeLost || (passes + 1) % PASSES_TO_REPEAT == 0;
    if (!executorsMayBeLost) {
      state.rdd().localCheckpoint();
    } else if (cut) {
      state.checkpoint();
    }
    EmSums sums = sum(state);
    if (last != null) {
      last.unpersist(false);
    }
    if (cut) {
      forget(state);
    }
    // Spark ships a state's function along with it: what that reads has to live as long.
    read.add(reads);
    last = state;
    passes++;
    return sums;
  }

  /** All that came before a state whose lineage was cut. */
  private void forget(JavaRDD<EmBlock> state) {
    read.forEach(Broadcast::destroy);
    read.clear();
    if (!executorsMayBeLost) {
      return;
    }
    Path before = checkpoint;
    checkpoint = new Path(state.getCheckpointFile().get());
    if (before != null) {
      try {
        before.getFileSystem(state.context().hadoopConfiguration()).delete(before, true);
      } catch (IOException e) {
        throw new UncheckedIOException("can't delete the checkpoint " + before, e);
      }
    }
  }

  /**
   * One job; the sums of the blocks are added as they arrive, in an order that is always the same.
   */
  private static EmSums sum(JavaRDD<EmBlock> state) {
    FixedTreeSum tree = new FixedTreeSum(state.getNumPartitions());
    Function1<Iterator<EmBlock>, EmSums> ofBlock =
        (Function1<Iterator<EmBlock>, EmSums> & Serializable) block -> block.next().sums();
    Function2<Object, EmSums, BoxedUnit> add =
        (block, sums) -> {
          tree.add((Integer) block, sums);
          return BoxedUnit.UNIT;
        };
    SparkContext context = state.rdd().sparkContext();
    context.runJob(state.rdd(), ofBlock, add, ClassTag$.MODULE$.apply(EmSums.class));
    return tree.total();
  }
}
