/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.ql.exec.ExprNodeEvaluator;
import org.apache.hadoop.hive.ql.exec.ExprNodeEvaluatorFactory;
import org.apache.hadoop.hive.ql.exec.FunctionRegistry;
import org.apache.hadoop.hive.ql.metadata.HiveException;
import org.apache.hadoop.hive.ql.parse.ASTNode;
import org.apache.hadoop.hive.ql.parse.HiveParser;
import org.apache.hadoop.hive.ql.parse.ParseDriver;
import org.apache.hadoop.hive.ql.parse.ParseException;
import org.apache.hadoop.hive.ql.parse.SemanticException;
import org.apache.hadoop.hive.ql.parse.UnparseTranslator;
import org.apache.hadoop.hive.ql.parse.type.ExprNodeTypeCheck;
import org.apache.hadoop.hive.ql.parse.type.TypeCheckCtx;
import org.apache.hadoop.hive.ql.plan.ExprNodeDesc;
import org.apache.hadoop.hive.ql.session.SessionState;
import org.apache.hadoop.hive.serde2.objectinspector.ObjectInspector;
import org.apache.hadoop.hive.serde2.objectinspector.ObjectInspectorFactory;
import org.apache.hadoop.hive.serde2.objectinspector.ObjectInspectorUtils;

/** Hive's own parser, type checker and evaluator, without a server or a metastore. */
final class HiveExpressions {
  private HiveExpressions() {}

  /** Starts a session of this thread that knows all our functions. */
  static void start() {
    HiveConf conf = new HiveConf();
    conf.setVar(HiveConf.ConfVars.DOWNLOADED_RESOURCES_DIR, "target/hive-resources");
    SessionState.setCurrentSessionState(new SessionState(conf));
    FunctionCatalog.all().forEach(f -> FunctionRegistry.registerTemporaryUDF(f.name(), f.type()));
  }

  /** Evaluates {@code SELECT <expression>} and writes the value as Beeline does. */
  static String evaluate(String select) throws ParseException, HiveException {
    return evaluate(compile(select));
  }

  /** Evaluates what {@link #compile} returned. */
  static String evaluate(ExprNodeDesc expression) throws HiveException {
    ExprNodeEvaluator<?> evaluator = ExprNodeEvaluatorFactory.get(expression);
    ObjectInspector noRow =
        ObjectInspectorFactory.getStandardStructObjectInspector(List.of(), List.of());
    ObjectInspector result = evaluator.initialize(noRow);
    return text(ObjectInspectorUtils.copyToStandardJavaObject(evaluator.evaluate(null), result));
  }

  /** What Hive would run: constants are folded where Hive folds them. */
  static ExprNodeDesc compile(String select) throws ParseException, SemanticException {
    ASTNode expression = (ASTNode) find(new ParseDriver().parse(select).getTree()).getChild(0);
    TypeCheckCtx context = new TypeCheckCtx(null);
    context.setUnparseTranslator(new UnparseTranslator(SessionState.getSessionConf()));
    return Objects.requireNonNull(
        ExprNodeTypeCheck.genExprNode(expression, context).get(expression), context::getError);
  }

  private static ASTNode find(ASTNode node) {
    if (node.getType() == HiveParser.TOK_SELEXPR) {
      return node;
    }
    if (node.getChildren() != null) {
      for (var child : node.getChildren()) {
        ASTNode found = find((ASTNode) child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static String text(Object value) {
    if (value == null) {
      return "NULL";
    }
    return value instanceof List<?> list
        ? list.stream().map(HiveExpressions::text).collect(Collectors.joining(",", "[", "]"))
        : value.toString();
  }
}
