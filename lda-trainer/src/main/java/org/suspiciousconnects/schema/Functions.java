/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;

/** The functions that a database has. */
final class Functions {
  private final SparkSession spark;
  private final String database;

  /**
   * @param database an existing database, an identifier
   */
  Functions(SparkSession spark, String database) {
    this.spark = spark;
    this.database = database;
  }

  /** A line for each that is missing. */
  List<String> differences(List<String> needed) {
    List<String> differences = new ArrayList<>();
    for (String function : needed) {
      if (!spark.catalog().functionExists(database, function)) {
        differences.add(
            database
                + "."
                + function
                + ": there is no such function: run scripts/setup.sh --database "
                + database);
      }
    }
    return differences;
  }

  /** A line if the functions are of another build than this jar; none if it can't be told. */
  Optional<String> otherBuild() {
    String ours = BuildInfo.VERSION + " (commit " + BuildInfo.COMMIT + ")";
    String theirs;
    try {
      theirs = spark.sql("SELECT " + database + ".sc_version()").first().get(0).toString();
    } catch (Exception e) {
      // Missing, which is a difference, or its jar can't be read, which the views will tell.
      return Optional.empty();
    }
    return theirs.equals(ours)
        ? Optional.empty()
        : Optional.of(
            String.format(
                "the functions of %s are %s, this jar is %s: run scripts/setup.sh --database %s, and restart the"
                    + " servers or give the functions' jar a new path",
                database, theirs, ours, database));
  }
}
