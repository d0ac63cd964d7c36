/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.net.Cidr;

/** A story about a client or a name: what it asked for, or who asked for it. */
final class DnsStory {
  private final StoryDay day;
  private final Story story;
  private final int top;

  DnsStory(StoryDay day, Story story, int top) {
    this.day = day;
    this.story = story;
    this.top = top;
  }

  /** dns_threat_dendro has the anchor's most frequent pairs, then dns_storyboard the story. */
  void write() {
    String anchor = story.anchor();
    boolean client = Cidr.around(anchor, 0) != null;
    Column mine = col(client ? "ip_dst" : "dns_qry_name").equalTo(anchor);
    Dataset<Row> pairs =
        day.events(mine, story)
            .groupBy("dns_qry_name", "ip_dst")
            .agg(count(lit(1)).as("total"))
            .orderBy(
                col("total").desc(),
                col("dns_qry_name").asc_nulls_last(),
                col("ip_dst").asc_nulls_last())
            .limit(top)
            .select(lit(anchor).as("anchor"), col("total"), col("dns_qry_name"), col("ip_dst"));
    day.replace("threat_dendro", col("anchor").eqNullSafe(anchor), pairs);
    day.replace(
        "storyboard",
        col("ip_threat").eqNullSafe(anchor).or(col("dns_threat").eqNullSafe(anchor)),
        day.warehouse()
            .spark()
            .range(1)
            .select(
                lit(client ? anchor : "").as("ip_threat"),
                lit(client ? "" : anchor).as("dns_threat"),
                lit(story.title()).as("title"),
                lit(story.text()).as("text")));
  }
}
