/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

/** What a client has to do with: of a pair its peer, of a fan its service or agent. */
public record Item(String ip, String item) {}
