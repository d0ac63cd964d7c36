/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.suspiciousconnects.warehouse.Source;

/**
 * The figures as JSON, for programs: an object with one object per method. Shares are rounded to
 * six decimals; what is undefined is null.
 */
final class FiguresJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  private final Source source;
  private final LocalDate date;
  private final List<Integer> at;

  /**
   * @param at numbers of entries and rows to look at, ascending
   */
  FiguresJson(Source source, LocalDate date, List<Integer> at) {
    this.source = source;
    this.date = date;
    this.at = at;
  }

  /** One line, with its line feed. */
  String of(List<Figures> methods) {
    ObjectNode all = JSON.createObjectNode();
    methods.forEach(figures -> put(figures, all.putObject(figures.method())));
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(Figures figures, ObjectNode object) {
    LabelledEvents labelled = figures.labelled();
    object.put("source", source.id());
    object.put("date", date.toString());
    put(figures::recall, object.putObject("recall"));
    put(figures::recallOfRows, object.putObject("recall_rows"));
    put(figures::precision, object.putObject("precision"));
    put(figures::precisionOfRows, object.putObject("precision_rows"));
    object.put("auc", figures.area().decimal());
    ObjectNode kinds = object.putObject("kinds");
    figures
        .kinds()
        .forEach(
            (kind, of) -> {
              ObjectNode node = kinds.putObject(kind);
              node.put("rows", of.rows());
              put(of::recall, node.putObject("recall"));
              node.put("median_rank", of.medianRank());
            });
    object.put("labels", labelled.labels());
    object.put("unmatched", labelled.unmatched().size());
    object.put("several", labelled.several().size());
    object.put("invalid", labelled.invalid().size());
    object.put("attacks", labelled.attacks());
    object.put("attacks_invalid", labelled.invalidAttacks());
    object.put("attacks_allow_listed", figures.allowListedAttacks());
    object.put("listed", figures.listedRows());
    object.put("entries", figures.entries());
    object.put("allow_listed", figures.allowListed());
    object.put("scored", figures.scored());
    putLines("unmatched_lines", labelled.unmatched(), object);
    putLines("several_lines", labelled.several(), object);
    putLines("invalid_lines", labelled.invalid(), object);
  }

  private void put(IntFunction<Share> share, ObjectNode byN) {
    at.forEach(n -> byN.put(n.toString(), share.apply(n).decimal()));
  }

  private static void putLines(String name, List<Long> lines, ObjectNode object) {
    lines.forEach(object.putArray(name)::add);
  }
}
