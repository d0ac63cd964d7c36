/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The SQL files of this project, read as statements and tokens, without an engine. */
package org.suspiciousconnects.dialect;
