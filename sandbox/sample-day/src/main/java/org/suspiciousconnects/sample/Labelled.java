/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** An event that was planted, and what it is called in the labels. */
record Labelled(Kind kind, Event event) {}
