/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.HostName;

/** {@code sc_registered_domain}: the registered domain of a name by the public suffix list. */
@Description(
    name = "sc_registered_domain",
    value =
        "_FUNC_(name STRING)"
            + " - Returns the registered domain of a name by the public suffix list",
    extended =
        "A public suffix (publicsuffix.org, with its private section; a last label that is not"
            + " listed is one) and one label more, in ASCII, lower case, letters of other scripts"
            + " in Punycode. A dot at the end and a port do not count. The list is part of the"
            + " jar.\n"
            + "NULL if the argument is NULL or has no registered domain: a single label, a public"
            + " suffix, an IP address, a name below in-addr.arpa or ip6.arpa, a name with an empty"
            + " label or a colon that is not before a port. Never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('WWW.BBC.co.uk.');\n"
            + "  bbc.co.uk\n"
            + "  > SELECT _FUNC_('tunnel.evil.info:8080');\n"
            + "  evil.info\n"
            + "  > SELECT _FUNC_('alice.github.io');\n"
            + "  alice.github.io\n"
            + "  > SELECT _FUNC_('[2001:db8::1]:443');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class RegisteredDomainUDF extends UDF {
  /**
   * The registered domain, or null if the argument is null or has none.
   *
   * @param name a name, a name and a port, or any other text
   * @return ASCII in lower case where the name has such a form; a new object for each call
   */
  public Text evaluate(Text name) {
    if (name == null) {
      return null;
    }
    String domain = HostName.of(name.toString()).registeredDomain();
    return domain == null ? null : new Text(domain);
  }
}
