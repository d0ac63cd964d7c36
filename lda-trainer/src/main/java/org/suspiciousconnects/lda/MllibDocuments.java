/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.mllib.clustering.LDA;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.rdd.RDD;
import scala.Tuple2;

/** Between our corpus and MLlib's types. */
final class MllibDocuments {
  private MllibDocuments() {}

  /** Documents as MLlib takes them: number and sparse counts. */
  static JavaPairRDD<Long, Vector> vectors(Corpus corpus) {
    int words = corpus.vocabulary().length;
    return corpus
        .documents()
        .mapToPair(d -> new Tuple2<>(d.id(), Vectors.sparse(words, d.words(), d.counts())));
  }

  /** The same, typed as Scala's primitive Long appears to Java. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static RDD<Tuple2<Object, Vector>> scala(JavaPairRDD<Long, Vector> vectors) {
    return (RDD) vectors.rdd();
  }

  /** MLlib's settings that both optimizers read. */
  static LDA settings(TrainingParameters parameters) {
    return new LDA()
        .setK(parameters.topics())
        .setDocConcentration(parameters.alpha())
        .setTopicConcentration(parameters.beta())
        .setSeed(parameters.seed());
  }

  /** Each document with MLlib's topic mix for it. */
  static JavaPairRDD<Document, double[]> withMixes(Corpus corpus, JavaPairRDD<Long, Vector> mixes) {
    return corpus
        .documents()
        .mapToPair(d -> new Tuple2<>(d.id(), d))
        .join(mixes.mapValues(Vector::toArray))
        .mapToPair(j -> new Tuple2<>(j._2()._1(), j._2()._2()));
  }

  /** A V x K matrix as V rows. */
  static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.numRows()][matrix.numCols()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = matrix.apply(i, j);
      }
    }
    return rows;
  }
}
