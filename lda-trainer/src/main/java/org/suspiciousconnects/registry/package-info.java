/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What stays in the warehouse: old models, and what nothing uses any more, are dropped. */
package org.suspiciousconnects.registry;
