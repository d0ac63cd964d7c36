/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

/** What is written from the functions' descriptions: registration scripts and documentation. */
final class FunctionFiles {
  private static final String LICENCE =
      """
      -- Copyright the Suspicious Connects authors.
      -- SPDX-License-Identifier: Apache-2.0
      """;
  private static final String GENERATED =
      "Generated from the descriptions in udfs/: change those, not this file.";
  private static final String JAR = "hdfs:///user/spot/jars/suspicious-connects-udfs.jar";
  private static final String READS =
      """
      -- Reads: the jar at udfs_jar, a path that every node of the cluster can read.
      """;
  private static final String DBNAME =
      """
      -- Variables: dbname (an existing database), udfs_jar (the jar).
      """;
  private static final String NO_DBNAME = "-- Variables: udfs_jar (the jar).\n";

  private FunctionFiles() {}

  /** Content by path below the project's root. */
  static Map<String, String> all() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("ddl/functions/hive.sql", hive());
    files.put("ddl/functions/hive-temporary.sql", hiveTemporary());
    files.put("ddl/functions/impala.sql", impala());
    files.put("ddl/functions/spark.sql", spark());
    files.put("docs/functions.md", documentation());
    return files;
  }

  private static String hive() {
    return permanent("Hive", "beeline -f ddl/functions/hive.sql");
  }

  /** Not for the session only: the views name the functions with their database. */
  private static String spark() {
    return permanent("Spark SQL, with Hive support,", "spark-sql -f ddl/functions/spark.sql");
  }

  private static String permanent(String engine, String command) {
    return LICENCE
        + "-- Registers the functions on "
        + engine
        + " for all sessions. Run it again after a new jar.\n"
        + READS
        + "-- Writes: functions of the database, in the metastore: what shares that has them too.\n"
        + DBNAME
        + "-- Example: "
        + command
        + " --hivevar dbname=spot --hivevar udfs_jar="
        + JAR
        + "\n-- "
        + GENERATED
        + "\n"
        + statements(
            FunctionCatalog.all(),
            """
            DROP FUNCTION IF EXISTS ${hivevar:dbname}.%1$s;
            CREATE FUNCTION ${hivevar:dbname}.%1$s AS '%2$s' USING JAR '${hivevar:udfs_jar}';
            """);
  }

  private static String hiveTemporary() {
    return LICENCE
        + "-- Registers the functions on Hive for this session only.\n"
        + READS
        + "-- Writes: nothing that outlives the session.\n"
        + NO_DBNAME
        + "-- Example: beeline -i ddl/functions/hive-temporary.sql --hivevar udfs_jar="
        + JAR
        + "\n-- "
        + GENERATED
        + "\n\nADD JAR ${hivevar:udfs_jar};\n"
        + statements(
            FunctionCatalog.all(),
            """
            DROP TEMPORARY FUNCTION IF EXISTS %1$s;
            CREATE TEMPORARY FUNCTION %1$s AS '%2$s';
            """);
  }

  private static String impala() {
    return LICENCE
        + "-- Registers the functions on Impala for all sessions. Run it again after a new jar.\n"
        + READS
        + "-- Writes: functions of the database, in the metastore: what shares that has them too. Where Hive or Spark\n"
        + "-- registered them there, REFRESH FUNCTIONS shows them to Impala and this file is not needed.\n"
        + DBNAME
        + "-- Example: impala-shell -f ddl/functions/impala.sql --var=dbname=spot --var=udfs_jar="
        + JAR
        + "\n-- Not on Impala: "
        + FunctionCatalog.NOT_ON_IMPALA.stream().sorted().collect(Collectors.joining(", "))
        + ".\n-- "
        + GENERATED
        + "\n"
        + statements(
            FunctionCatalog.onImpala(),
            """
            DROP FUNCTION IF EXISTS ${hivevar:dbname}.%1$s;
            CREATE FUNCTION IF NOT EXISTS ${hivevar:dbname}.%1$s
              LOCATION '${hivevar:udfs_jar}' SYMBOL='%2$s';
            """);
  }

  private static String documentation() {
    StringBuilder text =
        new StringBuilder(
            """
            # SQL functions

            The scripts in `ddl/functions/` register them: `hive.sql`, `hive-temporary.sql`, `spark.sql`, `impala.sql`.
            On Impala an error is NULL and a warning, unless `ABORT_JAVA_UDF_ON_EXCEPTION` is set.
            The build runs every example below.

            | function | returns | what |
            |---|---|---|
            """);
    for (Function function : FunctionCatalog.all()) {
      text.append(
          "| [`%1$s`](#%1$s) | `%2$s` | %3$s |\n"
              .formatted(function.name(), function.returnType(), sentence(function.summary())));
    }
    FunctionCatalog.all().forEach(function -> text.append(section(function)));
    return text + "\n<!-- " + GENERATED + " -->\n";
  }

  private static String section(Function function) {
    StringBuilder text =
        new StringBuilder(
            """

            ## %s
            `%s` returns `%s`

            %s. %s
            """
                .formatted(
                    function.name(),
                    function.signature(),
                    function.returnType(),
                    function.summary(),
                    function.details().replace("\n", "\n\n")));
    function
        .examples()
        .forEach(
            example ->
                text.append(
                    """

                    ```sql
                    %s;
                    ```
                    ```text
                    %s
                    ```
                    """
                        .formatted(example.sql(), example.result())));
    return text.toString();
  }

  private static String sentence(String summary) {
    return summary.replaceFirst("^Returns (.)", "$1");
  }

  private static String statements(List<Function> functions, String template) {
    return functions.stream()
        .map(f -> "\n" + template.formatted(f.name(), f.type().getName()))
        .collect(Collectors.joining());
  }
}
