/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The tables and views of each engine, written from {@code ddl/templates/}. */
final class TableFiles {
  /** Where the templates are, seen from this module. */
  static final Path TEMPLATES = Path.of("..", "ddl", "templates");

  private static final String ENDING = ".sql.ftl";

  private final Configuration freeMarker = new Configuration(Configuration.VERSION_2_3_34);

  /** From the templates as they are. */
  TableFiles() {
    this(folder());
  }

  /** From templates with the names of those in the folder. */
  TableFiles(TemplateLoader templates) {
    freeMarker.setTemplateLoader(templates);
    freeMarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
    // Leaves ${hivevar:name} and <…> to the engines.
    freeMarker.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    freeMarker.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    freeMarker.setLocale(Locale.ROOT);
    freeMarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    freeMarker.setLogTemplateExceptions(false);
  }

  /** The loader of the templates as they are. */
  static TemplateLoader folder() {
    try {
      return new FileTemplateLoader(TEMPLATES.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Content by path below the project's root. */
  Map<String, String> all() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : names()) {
      files.put("ddl/" + name + ".sql", hive(name));
      files.put("ddl/impala/" + name + ".sql", impala(name));
    }
    return files;
  }

  /** What Hive and Spark SQL run, such as of {@code flow}. */
  String hive(String name) {
    return written(name, "hive");
  }

  /** What Impala runs. */
  String impala(String name) {
    return written(name, "impala");
  }

  /** The files without their ending, sorted. */
  static List<String> names() {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String written(String name, String engine) {
    StringWriter sql = new StringWriter();
    try {
      freeMarker.getTemplate(name + ENDING).process(Map.of("engine", engine), sql);
    } catch (TemplateException e) {
      throw new IllegalStateException("ddl/templates/" + name + ENDING + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("ddl/templates/" + name + ENDING + ": " + e.getMessage(), e);
    }
    return sql.toString();
  }
}
