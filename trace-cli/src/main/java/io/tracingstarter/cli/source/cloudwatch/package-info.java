/**
 * Asks CloudWatch Logs for the log lines of a request.
 */
@NullMarked
package io.tracingstarter.cli.source.cloudwatch;

import org.jspecify.annotations.NullMarked;
