/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A story about a URI: who requested it, when, and where one came from and went to. */
final class ProxyStory {
  /** Of requests and of URIs in the file, and of rows of the timeline. */
  private static final int MOST = 1000;

  private final StoryDay day;
  private final Story story;
  private final int top;

  ProxyStory(StoryDay day, Story story, int top) {
    this.day = day;
    this.story = story;
    this.top = top;
  }

  /** The file and proxy_timeline, then proxy_storyboard the story. */
  void write() {
    Dataset<Row> around =
        day.events(
                col("fulluri").equalTo(story.anchor()).or(col("referer").equalTo(story.anchor())),
                story)
            .cache();
    try {
      day.put("incident-progression-" + md5(story.anchor()) + ".json", progression(around));
      day.replace("timeline", col("p_threat").eqNullSafe(story.anchor()), timeline(around));
    } finally {
      around.unpersist();
    }
    day.replace(
        "storyboard",
        col("p_threat").eqNullSafe(story.anchor()),
        day.warehouse()
            .spark()
            .range(1)
            .select(
                lit(story.anchor()).as("p_threat"),
                lit(story.title()).as("title"),
                lit(story.text()).as("text")));
  }

  /** Each kind of request for the URI once, and each URI that it referred to. */
  private ObjectNode progression(Dataset<Row> around) {
    ObjectNode object = StoryDay.object();
    object.put("fulluri", story.anchor());
    ArrayNode requests = object.putArray("requests");
    String[] columns = {"clientip", "referer", "reqmethod", "resconttype"};
    for (Row row :
        around
            .where(col("fulluri").equalTo(story.anchor()))
            .select(columns[0], columns[1], columns[2], columns[3])
            .distinct()
            .orderBy(columns[0], columns[1], columns[2], columns[3])
            .limit(MOST)
            .collectAsList()) {
      ObjectNode request = requests.addObject();
      for (int i = 0; i < columns.length; i++) {
        request.put(columns[i], row.getString(i));
      }
    }
    ArrayNode referred = object.putArray("referer_for");
    around
        .where(col("fulluri").notEqual(story.anchor()))
        .select("fulluri")
        .distinct()
        .orderBy("fulluri")
        .limit(MOST)
        .collectAsList()
        .forEach(row -> referred.add(row.getString(0)));
    return object;
  }

  /** Of the clients with the most requests when they asked, by the status they got: the first. */
  private Dataset<Row> timeline(Dataset<Row> around) {
    Dataset<Row> requests = around.where(col("fulluri").equalTo(story.anchor()));
    Dataset<Row> clients =
        requests
            .groupBy("clientip")
            .agg(count(lit(1)).as("requests"))
            .orderBy(col("requests").desc(), col("clientip").asc_nulls_last())
            .limit(top)
            .select(col("clientip").as("client"));
    Dataset<Row> names =
        day.warehouse()
            .table("code_names")
            .where(col("kind").equalTo("http_status"))
            .select(col("code").cast("string").as("status"), col("name"));
    return requests
        .join(clients, col("clientip").eqNullSafe(col("client")))
        .groupBy(
            col("clientip"), concat_ws(" ", col("p_date"), col("p_time")).as("at"), col("respcode"))
        .agg(sum(coalesce(col("duration"), lit(0)).cast("bigint")).as("duration"))
        .orderBy("at", "clientip", "respcode")
        .limit(MOST)
        .join(names, col("respcode").equalTo(col("status")), "left")
        .select(
            lit(story.anchor()).as("p_threat"),
            col("at").as("tstart"),
            col("at").as("tend"),
            col("duration"),
            col("clientip"),
            col("respcode"),
            col("name").as("respcodename"));
  }

  /** As Apache Spot's front end names the file: of the URI's UTF-8, in hexadecimal. */
  static String md5(String text) {
    try {
      StringBuilder hex = new StringBuilder();
      for (byte b :
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8))) {
        hex.append(String.format("%02x", b));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
