/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

/** What is known of an address; null each for what is not. */
final class Place {
  private final String network;
  private final String location;
  private final Double latitude;
  private final Double longitude;

  Place(String network, String location, Double latitude, Double longitude) {
    this.network = network;
    this.location = location;
    this.latitude = latitude;
    this.longitude = longitude;
  }

  /** The name of the most specific network of network_context that holds it. */
  String network() {
    return network;
  }

  /** COUNTRY;CITY, or COUNTRY. */
  String location() {
    return location;
  }

  /** Whether there is a point for it on the globe. */
  boolean isOnTheGlobe() {
    return latitude != null && longitude != null;
  }

  /** Degrees north, WGS 84. */
  double latitude() {
    return latitude;
  }

  /** Degrees east, WGS 84. */
  double longitude() {
    return longitude;
  }
}
