/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** IP addresses and ranges, read from text alone: no name is ever looked up. */
package org.suspiciousconnects.net;
