/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.BuildInfo;

/** {@code sc_version}: which build of the functions a cluster runs. */
@Description(
    name = "sc_version",
    value = "_FUNC_() - Returns the version and the Git commit of these functions",
    extended =
        "For instance 1.0.0 (commit 0123456789ab). Never NULL, never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_() LIKE '%.%.% (commit %)';\n"
            + "  true")
@UDFType(deterministic = true)
public class VersionUDF extends UDF {
  /**
   * The version and the commit.
   *
   * @return such as {@code 1.0.0 (commit 0123456789ab)}
   */
  public Text evaluate() {
    return new Text(BuildInfo.VERSION + " (commit " + BuildInfo.COMMIT + ")");
  }
}
