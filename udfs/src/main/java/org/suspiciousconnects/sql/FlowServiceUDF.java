/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.FlowService;

/** {@code sc_flow_service}: the service of a flow and which side has it. */
@Description(
    name = "sc_flow_service",
    value =
        "_FUNC_(sport INT, dport INT, sport_clients BIGINT, dport_clients BIGINT)"
            + " - Returns the service of a flow and which side has it",
    extended =
        "to443 if the destination has the service on port 443, from443 if the source has it,"
            + " dyn if no port stands for a service. A port does if it is 1 to 1023, or one of those"
            + " registered for well-known services such as 3389 and 8080, or if 20 clients or more"
            + " met it as a peer's port; the first kind goes before the second, that before the"
            + " third. Of two ports of a kind it is the lower, of two equal ones the destination's.\n"
            + "sport_clients and dport_clients are numbers of clients; NULL counts as 0.\n"
            + "NULL if a port is NULL or not 0 to 65535; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(52100, 443, 0, 0);\n"
            + "  to443\n"
            + "  > SELECT _FUNC_(4711, 52100, 20, 3);\n"
            + "  from4711\n"
            + "  > SELECT _FUNC_(52101, 52100, 3, 3);\n"
            + "  dyn")
@UDFType(deterministic = true)
public class FlowServiceUDF extends UDF {
  /**
   * The service, or null if a port is null or out of range.
   *
   * @param sport source port, 0-65535
   * @param dport destination port, 0-65535
   * @param sportClients clients that met the source port; null is 0
   * @param dportClients clients that met the destination port; null is 0
   * @return such as {@code to443}; a new object for each call
   */
  public Text evaluate(Integer sport, Integer dport, Long sportClients, Long dportClients) {
    String service = FlowService.of(sport, dport, sportClients, dportClients);
    return service == null ? null : new Text(service);
  }
}
