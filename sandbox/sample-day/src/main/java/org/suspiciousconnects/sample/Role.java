/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** What a host is there for. {@link Network} knows how many there are and where. */
enum Role {
  WORKSTATION,
  PRINTER,
  /** Domain controllers: DNS, Kerberos, LDAP, time. */
  DIRECTORY,
  MAIL_SERVER,
  FILE_SERVER,
  /** Intranet applications. */
  APPLICATION,
  DATABASE,
  BACKUP,
  /** Polls all others. */
  MONITOR,
  /** Public web servers in the DMZ. */
  WEB_SERVER,
  /** Anything on the internet. */
  INTERNET
}
