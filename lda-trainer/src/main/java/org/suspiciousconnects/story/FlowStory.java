/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A story about an address: its peers by direction and network, on the globe, and its flows with
 * them in time. The files are in the form of Apache Spot's pages; an address in their names has _
 * for each dot and colon, and for what else a path could take for its own.
 */
final class FlowStory {
  /** Rows of the timeline, as in Apache Spot. */
  private static final int TIMELINE = 1000;

  private final StoryDay day;
  private final Story story;
  private final int top;

  FlowStory(StoryDay day, Story story, int top) {
    this.day = day;
    this.story = story;
    this.top = top;
  }

  /** The files and flow_timeline, then flow_storyboard the story. */
  void write() {
    String anchor = story.anchor();
    Dataset<Row> flows =
        day.events(col("sip").equalTo(anchor).or(col("dip").equalTo(anchor)), story).cache();
    try {
      Map<String, PeerKind> kinds = peers(flows);
      List<String> ips = new ArrayList<>(kinds.keySet());
      ips.add(anchor);
      Places places = new Places(day.warehouse(), ips);
      List<Peer> peers =
          kinds.entrySet().stream()
              .map(e -> new Peer(e.getKey(), e.getValue(), places.of(e.getKey())))
              .collect(Collectors.toList());
      String name = anchor.replaceAll("[^0-9A-Za-z-]", "_");
      day.put(name + "/stats-" + name + ".json", impact(peers));
      day.put(name + "/threat-dendro-" + name + ".json", progression(peers));
      day.put(name + "/globe-" + name + ".json", globe(peers, places.of(anchor)));
      day.replace("timeline", col("ip_threat").eqNullSafe(anchor), timeline(flows, kinds.keySet()));
    } finally {
      flows.unpersist();
    }
    day.replace(
        "storyboard",
        col("ip_threat").eqNullSafe(anchor),
        day.warehouse()
            .spark()
            .range(1)
            .select(
                lit(anchor).as("ip_threat"),
                lit(story.title()).as("title"),
                lit(story.text()).as("text")));
  }

  /** Of each kind those with the largest flow and those with the most flows, by address. */
  private Map<String, PeerKind> peers(Dataset<Row> flows) {
    Column sent = col("sip").equalTo(story.anchor());
    Dataset<Row> all =
        flows
            .select(
                when(sent, col("dip")).otherwise(col("sip")).as("peer"),
                sent.as("sent"),
                col("ibyt"))
            .where(col("peer").isNotNull().and(col("peer").notEqual(story.anchor())))
            .groupBy("peer")
            .agg(
                count(lit(1)).as("flows"),
                max("ibyt").as("bytes"),
                max("sent").as("any_sent"),
                min("sent").as("all_sent"))
            .cache();
    Map<String, PeerKind> peers = new TreeMap<>();
    try {
      for (PeerKind kind : PeerKind.values()) {
        Dataset<Row> ofKind = all.where(is(kind));
        for (String order : List.of("bytes", "flows")) {
          ofKind
              .orderBy(col(order).desc_nulls_last(), col("peer").asc())
              .limit(top)
              .collectAsList()
              .forEach(row -> peers.put(row.getString(0), kind));
        }
      }
    } finally {
      all.unpersist();
    }
    return peers;
  }

  private static Column is(PeerKind kind) {
    switch (kind) {
      case INBOUND:
        return col("all_sent");
      case OUTBOUND:
        return col("any_sent").equalTo(false);
      default:
        return col("any_sent").and(col("all_sent").equalTo(false));
    }
  }

  /** How many peers of each kind, and in which networks. */
  private ObjectNode impact(List<Peer> peers) {
    ObjectNode object = StoryDay.object();
    object.put("name", story.title());
    ArrayNode kinds = object.putArray("children");
    for (PeerKind kind : PeerKind.values()) {
      List<Peer> ofKind = of(kind, peers);
      ObjectNode child = kinds.addObject();
      child.put("name", kind.label());
      networks(
          child.putArray("children"),
          "size",
          ofKind,
          peer -> peer.place().network() == null ? "other" : peer.place().network());
      child.put("size", ofKind.size());
    }
    object.put("size", peers.size());
    return object;
  }

  /** The networks with a name that peers of each kind are in. */
  private ObjectNode progression(List<Peer> peers) {
    ObjectNode object = StoryDay.object();
    object.put("name", story.anchor());
    ArrayNode kinds = object.putArray("children");
    for (PeerKind kind : PeerKind.values()) {
      ObjectNode child = kinds.addObject();
      child.put("name", kind.label());
      networks(
          child.putArray("children"), "impact", of(kind, peers), peer -> peer.place().network());
      child.put("impact", 0);
    }
    object.put("time", "");
    return object;
  }

  private static void networks(
      ArrayNode into, String figure, List<Peer> peers, Function<Peer, String> network) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Peer peer : peers) {
      String name = network.apply(peer);
      if (name != null) {
        counts.merge(name, 1, Integer::sum);
      }
    }
    counts.forEach((name, count) -> into.addObject().put("name", name).put(figure, count));
  }

  /**
   * GeoJSON features: what is not on the globe is left out. Spot's page draws a line from each
   * source to the destination at the same place of its list, so that what has no line comes last.
   */
  private ObjectNode globe(List<Peer> peers, Place anchor) {
    ObjectNode object = StoryDay.object();
    object.put("type", "FeatureCollection");
    ArrayNode sources = object.putArray("sourceips");
    ArrayNode destinations = object.putArray("destips");
    List<Peer> points = new ArrayList<>();
    for (Peer peer : peers) {
      if (peer.kind() != PeerKind.TWO_WAY && peer.place().isOnTheGlobe() && anchor.isOnTheGlobe()) {
        feature(sources, peer.ip(), peer.kind(), peer.place());
        feature(destinations, story.anchor(), peer.kind(), anchor);
      } else {
        points.add(peer);
      }
    }
    points.forEach(peer -> feature(destinations, peer.ip(), peer.kind(), peer.place()));
    return object;
  }

  private static void feature(ArrayNode into, String ip, PeerKind kind, Place place) {
    if (!place.isOnTheGlobe()) {
      return;
    }
    ObjectNode feature = into.addObject();
    feature.put("type", "Feature");
    ObjectNode properties = feature.putObject("properties");
    properties.put("location", place.location());
    properties.put("ip", ip);
    properties.put("type", kind.number());
    ObjectNode geometry = feature.putObject("geometry");
    geometry.put("type", "Point");
    geometry.putArray("coordinates").add(place.longitude()).add(place.latitude());
  }

  /** The flows with these peers, the earliest first. */
  private Dataset<Row> timeline(Dataset<Row> flows, Iterable<String> peers) {
    TreeSet<String> ips = new TreeSet<>();
    peers.forEach(ips::add);
    Object[] shown = ips.toArray();
    return flows
        .where(col("sip").isin(shown).or(col("dip").isin(shown)))
        .groupBy("sip", "dip", "proto", "sport", "dport", "ipkt", "ibyt")
        .agg(min("treceived").as("tstart"), max("treceived").as("tend"))
        .orderBy("tstart", "tend", "sip", "dip", "proto", "sport", "dport", "ipkt", "ibyt")
        .limit(TIMELINE)
        .select(
            lit(story.anchor()).as("ip_threat"),
            col("tstart"),
            col("tend"),
            col("sip").as("srcip"),
            col("dip").as("dstip"),
            col("proto"),
            col("sport"),
            col("dport"),
            col("ipkt"),
            col("ibyt"));
  }

  private static List<Peer> of(PeerKind kind, List<Peer> peers) {
    return peers.stream().filter(peer -> peer.kind() == kind).collect(Collectors.toList());
  }
}
