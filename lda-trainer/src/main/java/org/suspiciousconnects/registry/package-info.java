/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Which models stay in the warehouse: old ones, and what nothing uses any more, are dropped. */
package org.suspiciousconnects.registry;
