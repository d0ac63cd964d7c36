/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.hive.ql.exec.TaskRunner;
import org.apache.hadoop.hive.ql.hooks.ExecuteWithHookContext;
import org.apache.hadoop.hive.ql.hooks.HookContext;
import org.apache.hadoop.hive.ql.metadata.HiveException;
import org.apache.hadoop.mapred.LocalJobRunner;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/**
 * Tells the client why a MapReduce job failed, such as the message of a function's exception.
 *
 * <p>Of itself a job inside the server's process writes the reason to the log and keeps nothing of
 * it, so that Beeline shows "return code 2" and no more. Here the reason is caught on its way to
 * the log, and becomes the query's error in Hive's hook for failed queries ({@code
 * hive.exec.failure.hooks}).
 */
public final class LocalJobFailure implements ExecuteWithHookContext {
  /** By the id of the job, which is what LocalJobRunner logs them with. */
  private static final Map<String, Throwable> FAILURES = new ConcurrentHashMap<>();

  /** Begins to catch. Once per process, before the first query. */
  static void listen() {
    AbstractAppender appender =
        new AbstractAppender("local-job-failures", null, null, true, Property.EMPTY_ARRAY) {
          @Override
          public void append(LogEvent event) {
            if (event.getThrown() != null) {
              FAILURES.put(event.getMessage().getFormattedMessage(), event.getThrown());
            }
          }
        };
    appender.start();
    ((Logger) LogManager.getLogger(LocalJobRunner.class)).addAppender(appender);
  }

  @Override
  public void run(HookContext context) throws HiveException {
    for (TaskRunner runner : context.getCompleteTaskList()) {
      String job = runner.getTask().getJobID();
      Throwable failure = job == null ? null : FAILURES.remove(job);
      if (failure != null) {
        throw new HiveException(rootCause(failure).toString());
      }
    }
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
