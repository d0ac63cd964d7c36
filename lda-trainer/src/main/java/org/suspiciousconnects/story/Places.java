/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.net.Cidr;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * Where addresses are and whose, by network_context and geoip_networks; the longest prefix counts.
 */
final class Places {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Row> located = new HashMap<>();
  private final Set<Integer> lengths = new TreeSet<>();

  /**
   * @param ips as text; what is no address lies nowhere
   */
  Places(Warehouse warehouse, Collection<String> ips) {
    for (Row row : warehouse.table("own_networks").select("network", "name").collectAsList()) {
      if (!row.isNullAt(0)) {
        names.put(row.getString(0), row.getString(1));
        lengths.add(length(row.getString(0)));
      }
    }
    List<Integer> ofPlaces = new ArrayList<>();
    for (Row row :
        warehouse
            .table("geoip_networks")
            .where(col("database_kind").equalTo("city"))
            .select("prefix_length")
            .distinct()
            .collectAsList()) {
      ofPlaces.add(row.getInt(0));
    }
    lengths.addAll(ofPlaces);
    Set<String> candidates = new HashSet<>();
    for (String ip : ips) {
      for (int length : ofPlaces) {
        Cidr network = Cidr.around(ip, length);
        if (network != null) {
          candidates.add(network.toString());
        }
      }
    }
    if (candidates.isEmpty()) {
      return;
    }
    for (Row row :
        warehouse
            .table("geoip_networks")
            .where(col("database_kind").equalTo("city"))
            .where(col("network").isin(candidates.toArray()))
            .select(
                col("network"),
                coalesce(col("country"), col("country_code")),
                col("city"),
                col("latitude"),
                col("longitude"))
            .collectAsList()) {
      located.put(row.getString(0), row);
    }
  }

  /** Of one of the addresses. */
  Place of(String ip) {
    String name = null;
    Row found = null;
    // From the shortest prefix to the longest: the last that holds it counts.
    for (int length : lengths) {
      Cidr network = Cidr.around(ip, length);
      if (network != null) {
        name = names.getOrDefault(network.toString(), name);
        found = located.getOrDefault(network.toString(), found);
      }
    }
    return found == null
        ? new Place(name, null, null, null)
        : new Place(name, location(found), degrees(found, 3), degrees(found, 4));
  }

  private static String location(Row row) {
    return row.isNullAt(2) ? row.getString(1) : row.getString(1) + ";" + row.getString(2);
  }

  private static Double degrees(Row row, int column) {
    return row.isNullAt(column) ? null : Double.valueOf(row.getDouble(column));
  }

  private static int length(String network) {
    return Integer.parseInt(network.substring(network.indexOf('/') + 1));
  }
}
