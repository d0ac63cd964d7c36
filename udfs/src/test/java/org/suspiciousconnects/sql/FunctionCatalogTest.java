/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

class FunctionCatalogTest {
  static List<Function> functions() {
    return FunctionCatalog.all();
  }

  @Test
  void findsAllFunctions() {
    assertEquals(
        List.of(
            "sc_background",
            "sc_best_topic",
            "sc_cidr",
            "sc_count_tail",
            "sc_dns_class",
            "sc_dns_event_word",
            "sc_dns_fan_word",
            "sc_dns_pair_word",
            "sc_dns_word",
            "sc_dns_word_psl",
            "sc_domain",
            "sc_domain_class",
            "sc_entropy",
            "sc_explain_word",
            "sc_float_at",
            "sc_float_position",
            "sc_flow_dst_word",
            "sc_flow_event_word",
            "sc_flow_fan_word",
            "sc_flow_pair_word",
            "sc_flow_service",
            "sc_flow_src_word",
            "sc_host_name",
            "sc_ip_in_cidr",
            "sc_ip_network",
            "sc_label_count",
            "sc_profile_probability",
            "sc_proxy_event_word",
            "sc_proxy_fan_word",
            "sc_proxy_pair_word",
            "sc_proxy_word",
            "sc_proxy_word_psl",
            "sc_registered_domain",
            "sc_require",
            "sc_score",
            "sc_subdomain",
            "sc_subdomain_length",
            "sc_surprisal_bits",
            "sc_utc_time",
            "sc_vector_to_array",
            "sc_version",
            "sc_word_field",
            "sc_word_position",
            "sc_word_prefix",
            "sc_word_view"),
        functions().stream().map(Function::name).toList());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void classIsNamedAfterTheFunction(Function function) {
    String name = function.name().replaceFirst("^sc_", "").replace("_", "") + "udf";
    assertTrue(name.equalsIgnoreCase(function.type().getSimpleName()), name);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void describedSignatureIsTheClasss(Function function) {
    assertEquals(1, function.evaluates().size());
    assertEquals(function.derivedSignature(), function.signature());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void descriptionStatesNullsAndErrors(Function function) {
    assertTrue(function.summary().startsWith("Returns "), function.summary());
    assertFalse(function.summary().endsWith("."), function.summary());
    assertTrue(function.details().contains("NULL"), function.details());
    assertTrue(function.details().toLowerCase().contains("error"), function.details());
    assertFalse(function.examples().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void examplesCallTheFunction(Function function) {
    function
        .examples()
        .forEach(
            example -> assertTrue(example.sql().startsWith("SELECT " + function.name() + "(")));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void saysWhetherItIsDeterministic(Function function) {
    UDFType udfType = function.type().getDeclaredAnnotation(UDFType.class);
    assertNotNull(udfType);
    assertEquals(!function.name().equals("sc_require"), udfType.deterministic());
    assertFalse(udfType.stateful());
  }
}
