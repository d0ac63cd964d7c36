/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The one-machine warehouse behind {@code scripts/sandbox.sh}: Hive's own server and client, in our
 * settings.
 */
package org.suspiciousconnects.sandbox;
