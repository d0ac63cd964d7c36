/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

/**
 * A client met an item on a day.
 *
 * @param kind of the item: ip, port, domain, host, agent
 * @param item its text
 * @param ip the client
 */
public record Meeting(String kind, String item, String ip) {}
