/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A notebook in Jupyter's format, nbformat 4.5: a cell that connects with impyla, to HiveServer2 or
 * to Impala, one with the variables, and one for each statement.
 */
final class JupyterNotebook {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CONNECT =
      """
      # pip install impyla. HiveServer2 as it is installed; of an Impala daemon port=21050, auth_mechanism="NOSASL";
      # either with Kerberos auth_mechanism="GSSAPI".
      from impala.dbapi import connect

      connection = connect(host="localhost", port=10000, auth_mechanism="PLAIN", user="analyst")
      cursor = connection.cursor()
      IMPALA = False  # True for an Impala daemon""";

  private static final String RUN =
      """
      import re


      def run(sql):
          \"""Runs a statement with VARIABLES in place of ${name}; returns its columns and rows, if it has any.\"""
          for name, value in VARIABLES.items():
              if not re.fullmatch(r"[A-Za-z0-9_./:@+,=%~?&-]*", value) or "--" in value:
                  raise ValueError(f"{name}: {value!r} has characters that SQL could take for its own")
          cursor.execute(re.sub(r"\\$\\{(\\w+)\\}", lambda match: VARIABLES[match.group(1)], sql))
          if cursor.description:
              return [column[0] for column in cursor.description], cursor.fetchall()


      def on_impala(sql):
          \"""Runs what only Impala needs, and nothing on Hive.\"""
          if IMPALA:
              run(sql)""";

  private JupyterNotebook() {}

  /** The file. */
  static String of(Notebook notebook, List<String> impalaSession) throws JsonProcessingException {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode cells = file.putArray("cells");
    markdown(
        cells,
        "# "
            + notebook.title()
            + "\n\nRun the first three cells, then what you need. Months and days have two digits.");
    code(cells, CONNECT);
    List<String> variables = new ArrayList<>();
    if (notebook.variables().containsKey("run_id")) {
      variables.add("import time\n");
    }
    variables.add("VARIABLES = {");
    for (Map.Entry<String, String> variable : notebook.variables().entrySet()) {
      variables.add(
          variable.getKey().equals("run_id")
              ? "    \"run_id\": str(int(time.time() * 1000)),  # another one for each verdict: run this cell again"
              : "    \"%s\": \"%s\",".formatted(variable.getKey(), variable.getValue()));
    }
    variables.add("}");
    code(cells, String.join("\n", variables));
    code(cells, RUN + "\n\n\n" + calls("on_impala", impalaSession));
    for (Notebook.Script script : notebook.scripts()) {
      markdown(cells, "## " + script.path() + "\n\n" + script.about());
      if (!script.refreshing().isEmpty()) {
        code(cells, calls("on_impala", script.refreshing()));
      }
      for (String statement : script.statements()) {
        code(cells, "run(r\"\"\"\n" + statement + "\n\"\"\")");
      }
    }
    ObjectNode metadata = file.putObject("metadata");
    ObjectNode kernel = metadata.putObject("kernelspec");
    kernel.put("display_name", "Python 3");
    kernel.put("language", "python");
    kernel.put("name", "python3");
    metadata.putObject("language_info").put("name", "python");
    file.put("nbformat", 4);
    file.put("nbformat_minor", 5);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  private static String calls(String function, List<String> statements) {
    return statements.stream()
        .map(statement -> function + "(\"" + statement + "\")")
        .collect(Collectors.joining("\n"));
  }

  private static void markdown(ArrayNode cells, String text) {
    cell(cells, "markdown", text);
  }

  private static void code(ArrayNode cells, String text) {
    ObjectNode cell = cell(cells, "code", text);
    cell.putNull("execution_count");
    cell.putArray("outputs");
  }

  private static ObjectNode cell(ArrayNode cells, String type, String text) {
    ObjectNode cell = cells.addObject();
    cell.put("cell_type", type);
    cell.put("id", "cell-" + cells.size());
    cell.putObject("metadata");
    ArrayNode source = cell.putArray("source");
    // Each line with its end, but for the last.
    for (String line : text.split("(?<=\n)")) {
      source.add(line);
    }
    return cell;
  }
}
