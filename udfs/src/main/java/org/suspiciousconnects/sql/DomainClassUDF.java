/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.DomainClass;

/** {@code sc_domain_class}: the user's own domain, a popular one or any other. */
@Description(
    name = "sc_domain_class",
    value =
        "_FUNC_(domain STRING, is_top_domain BOOLEAN, user_domain STRING)"
            + " - Returns 2 for the user's own domain, else 1 for a top domain, else 0",
    extended =
        "Vocabulary spot: domain is sc_domain(name), is_top_domain whether it is the first label of"
            + " a top domain, user_domain one label such as intel.\n"
            + "Vocabulary psl: domain is sc_registered_domain(name), is_top_domain whether it is the"
            + " registered domain of a top domain, user_domain is sc_registered_domain of the user's"
            + " domain, such as intel.com.\n"
            + "domain and user_domain are compared as they are. A domain that is NULL is not the"
            + " user's own; a user_domain that is NULL or empty is nobody's.\n"
            + "NULL if is_top_domain is NULL; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('google', true, 'intel');\n"
            + "  1\n"
            + "  > SELECT _FUNC_('intel.com', true, 'intel.com');\n"
            + "  2\n"
            + "  > SELECT _FUNC_(sc_registered_domain('10.0.0.1'), false, 'intel.com');\n"
            + "  0")
@UDFType(deterministic = true)
public class DomainClassUDF extends UDF {
  /**
   * The class, or null if {@code isTopDomain} is null.
   *
   * @param domain the domain of a name; null if it has none
   * @param isTopDomain whether it is a popular one
   * @param userDomain the user's own domain; null or empty if there is none
   * @return 0, 1 or 2
   */
  public Integer evaluate(Text domain, Boolean isTopDomain, Text userDomain) {
    if (isTopDomain == null) {
      return null;
    }
    return DomainClass.of(
        domain == null ? null : domain.toString(),
        isTopDomain,
        userDomain == null ? null : userDomain.toString());
  }
}
