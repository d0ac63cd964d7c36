/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A notebook as the file that Hue's import takes: a document of the editor for each script, in the
 * form of Django's dumpdata. Hue gives them to whoever imports them, in his home directory.
 */
final class HueDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HueDocuments() {}

  /**
   * The file.
   *
   * @param dialect hive or impala
   * @param session statements that come first in each document
   */
  static String of(Notebook notebook, String dialect, List<String> session)
      throws JsonProcessingException {
    ArrayNode documents = JSON.createArrayNode();
    for (Notebook.Script script : notebook.scripts()) {
      List<String> statements = new ArrayList<>(session);
      if (dialect.equals("impala")) {
        statements.addAll(script.refreshing());
      }
      statements.addAll(script.statements());
      documents.add(document(notebook, script, dialect, statements));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(documents) + "\n";
  }

  private static ObjectNode document(
      Notebook notebook, Notebook.Script script, String dialect, List<String> statements)
      throws JsonProcessingException {
    String title = script.path().replaceAll("^sql/|[.]sql$", "").replace('_', ' ');
    String name = notebook.title() + ": " + title + " (" + dialect + ")";
    String uuid = uuid(name);
    ObjectNode document = JSON.createObjectNode();
    document.putNull("pk");
    document.put("model", "desktop.document2");
    ObjectNode fields = document.putObject("fields");
    fields.putArray("owner").add("admin");
    fields.put("name", name);
    fields.put("description", description(script));
    fields.put("uuid", uuid);
    fields.put("type", "query-" + dialect);
    fields.put(
        "data",
        JSON.writeValueAsString(
            editor(dialect, name, uuid, description(script), withDefaults(notebook, statements))));
    fields.put("extra", "");
    fields.put("last_modified", "2016-07-08T00:00:00");
    fields.put("version", 1);
    fields.put("is_history", false);
    fields.putNull("parent_directory");
    fields.putArray("dependencies");
    return document;
  }

  private static ObjectNode editor(
      String dialect, String name, String uuid, String description, String statements) {
    ObjectNode editor = JSON.createObjectNode();
    editor.put("name", name);
    editor.put("description", description);
    editor.put("type", "query-" + dialect);
    editor.put("uuid", uuid);
    editor.put("isSaved", true);
    editor.put("showHistory", true);
    editor.put("selectedSnippet", dialect);
    ObjectNode session = editor.putArray("sessions").addObject();
    session.put("type", dialect);
    session.putArray("properties");
    session.putNull("id");
    ObjectNode snippet = editor.putArray("snippets").addObject();
    snippet.put("id", uuid(name + " snippet"));
    snippet.put("name", name);
    snippet.put("type", dialect);
    snippet.put("status", "ready");
    snippet.put("database", "default");
    snippet.put("statement_raw", statements);
    snippet.put("statement", statements);
    snippet.putArray("variables");
    snippet.putObject("result");
    ObjectNode properties = snippet.putObject("properties");
    properties.putArray("files");
    properties.putArray("functions");
    properties.putArray("settings");
    return editor;
  }

  /** With what an analyst has to know of its variables. */
  private static String description(Notebook.Script script) {
    String sql = String.join(";", script.statements());
    String description = script.about();
    if (sql.contains("${run_id}")) {
      description += " Give run_id another number each time.";
    }
    if (sql.contains("${anchor}")) {
      description +=
          " Hue puts anchor into the statements as it is: never one with ' ; \\ or --; search for its host.";
    }
    return description;
  }

  /** With the values to start from, as Hue's editor reads them: <code>${name=value}</code>. */
  private static String withDefaults(Notebook notebook, List<String> statements) {
    String text = String.join(";\n\n", statements) + ";";
    for (Map.Entry<String, String> variable : notebook.variables().entrySet()) {
      text =
          text.replace(
              "${" + variable.getKey() + "}",
              "${" + variable.getKey() + "=" + variable.getValue() + "}");
    }
    return text;
  }

  /** The same for the same text, so that a second import replaces what the first made. */
  private static String uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
