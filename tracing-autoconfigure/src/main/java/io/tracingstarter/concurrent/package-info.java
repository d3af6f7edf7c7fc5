/**
 * Takes what a thread knows of its request along to the threads that work for it:
 * observation, OpenTelemetry context, correlation id, and with them the MDC.
 */
@NullMarked
package io.tracingstarter.concurrent;

import org.jspecify.annotations.NullMarked;
