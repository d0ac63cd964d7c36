/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The files that are made from the notebooks: as committed, and by the rules of their readers. */
class NotebookFilesTest {
  private static final Path REPOSITORY = Path.of("..", "..");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void areAsCommitted() throws IOException {
    Map<String, String> files = files();
    if (Boolean.getBoolean("generated.update")) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = REPOSITORY.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertEquals(
          file.getValue(),
          Files.readString(REPOSITORY.resolve(file.getKey())),
          file.getKey()
              + " is not what sql/ makes of it: run this test with -Dgenerated.update=true");
    }
    try (Stream<Path> hue = Files.list(REPOSITORY.resolve("scripts/hue"));
        Stream<Path> jupyter = Files.list(REPOSITORY.resolve("scripts/jupyter"))) {
      assertEquals(files.size(), hue.count() + jupyter.count());
    }
  }

  /** By its import: what it checks, and what it reads without checking. */
  @Test
  void hueTakesItsDocuments() throws IOException {
    Set<String> uuids = new HashSet<>();
    for (Map.Entry<String, String> file : files().entrySet()) {
      if (!file.getKey().startsWith("scripts/hue/")) {
        continue;
      }
      JsonNode documents = JSON.readTree(file.getValue());
      assertTrue(documents.isArray() && documents.size() > 3, file.getKey());
      for (JsonNode document : documents) {
        assertEquals(Set.of("pk", "model", "fields"), names(document));
        assertEquals("desktop.document2", document.get("model").asText());
        JsonNode fields = document.get("fields");
        assertTrue(
            names(fields)
                .containsAll(
                    List.of(
                        "uuid",
                        "owner",
                        "type",
                        "name",
                        "data",
                        "dependencies",
                        "parent_directory")));
        assertTrue(fields.get("owner").get(0).isTextual());
        assertTrue(fields.get("dependencies").isArray());
        assertFalse(fields.get("name").asText().contains("/"), "Hue renames it");
        assertTrue(fields.get("name").asText().length() <= 255);
        assertTrue(fields.get("uuid").asText().matches("[0-9a-f-]{36}"));
        assertTrue(uuids.add(fields.get("uuid").asText()), "Hue would take two for one");
        JsonNode editor = JSON.readTree(fields.get("data").asText());
        assertEquals(fields.get("uuid"), editor.get("uuid"));
        assertEquals(fields.get("type"), editor.get("type"));
        JsonNode snippet = editor.get("snippets").get(0);
        assertEquals("query-" + snippet.get("type").asText(), editor.get("type").asText());
        assertEquals(snippet.get("statement"), snippet.get("statement_raw"));
        // Else a requirement that does not hold would be a warning.
        assertEquals(
            file.getKey().endsWith("-impala.json"),
            snippet.get("statement").asText().startsWith("SET ABORT_JAVA_UDF_ON_EXCEPTION=true;"));
        // What its editor would not take for a variable.
        assertFalse(
            snippet.get("statement").asText().replaceAll("\\$\\{\\w+=[^{}]*}", "").contains("${"));
      }
    }
  }

  /** By the schema of nbformat 4.5. */
  @Test
  void jupyterTakesItsNotebooks() throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      if (!file.getKey().endsWith(".ipynb")) {
        continue;
      }
      JsonNode notebook = JSON.readTree(file.getValue());
      assertEquals(Set.of("cells", "metadata", "nbformat", "nbformat_minor"), names(notebook));
      assertEquals(4, notebook.get("nbformat").asInt());
      Set<String> ids = new HashSet<>();
      for (JsonNode cell : notebook.get("cells")) {
        assertTrue(cell.get("id").asText().matches("[a-zA-Z0-9_-]{1,64}"));
        assertTrue(ids.add(cell.get("id").asText()));
        Set<String> expected = new HashSet<>(Set.of("cell_type", "id", "metadata", "source"));
        if (cell.get("cell_type").asText().equals("code")) {
          expected.addAll(Set.of("execution_count", "outputs"));
          assertTrue(cell.get("execution_count").isNull());
        } else {
          assertEquals("markdown", cell.get("cell_type").asText());
        }
        assertEquals(expected, names(cell));
        List<String> lines = new ArrayList<>();
        cell.get("source").forEach(line -> lines.add(line.asText()));
        String text = String.join("", lines);
        assertEquals(text.lines().count(), lines.size());
        assertFalse(text.contains("${hivevar:"), file.getKey());
      }
    }
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<String> session = Notebook.impalaSession(REPOSITORY);
    for (Notebook notebook : Notebook.all(REPOSITORY)) {
      String name = notebook.source() + "-" + notebook.kind();
      for (String dialect : List.of("hive", "impala")) {
        files.put(
            "scripts/hue/" + name + "-" + dialect + ".json",
            HueDocuments.of(notebook, dialect, dialect.equals("impala") ? session : List.of()));
      }
      files.put("scripts/jupyter/" + name + ".ipynb", JupyterNotebook.of(notebook, session));
    }
    return files;
  }

  private static Set<String> names(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false)
        .collect(java.util.stream.Collectors.toSet());
  }
}
