/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Which types of a column serve where another one is needed. */
final class Types {
  private static final List<DataType> INTEGERS =
      Arrays.asList(
          DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);
  private static final List<DataType> FLOATS =
      Arrays.asList(DataTypes.FloatType, DataTypes.DoubleType);

  private Types() {}

  /** The same type, or a wider integer or floating-point number. Spark takes VARCHAR for STRING. */
  static boolean serves(DataType found, DataType needed) {
    return found.equals(needed)
        || isWider(INTEGERS, found, needed)
        || isWider(FLOATS, found, needed);
  }

  private static boolean isWider(List<DataType> family, DataType found, DataType needed) {
    return family.contains(needed) && family.indexOf(found) > family.indexOf(needed);
  }

  /** Whether it is of the same kind, but can't hold all values. */
  static boolean isNarrower(DataType found, DataType needed) {
    return !found.equals(needed) && serves(needed, found);
  }

  /** As SQL writes it, such as {@code BIGINT}. */
  static String name(DataType type) {
    return type.sql().toUpperCase(Locale.ROOT);
  }
}
