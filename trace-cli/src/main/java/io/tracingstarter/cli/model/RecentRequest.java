package io.tracingstarter.cli.model;

import org.jspecify.annotations.Nullable;

/**
 * A request that happened lately.
 *
 * @param id its correlation id, or its trace id where it has no other
 * @param startNanos when it began, in nanoseconds since 1970
 * @param durationNanos how long its first span took; -1 where there is none
 * @param service who served it; empty where unknown
 * @param name what was asked for; the message where there is nothing but a log line
 * @param status what was answered, such as "502"; null where unknown
 * @param failed whether a span failed or an error was logged
 * @param error the first error's message; null where there is none
 */
public record RecentRequest(String id, long startNanos, long durationNanos, String service, String name,
		@Nullable String status, boolean failed, @Nullable String error) {

}
