package io.tracingstarter.cli.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the trouble began: the earliest and deepest failure.
 *
 * @param service where
 * @param span the index of its span in the story; -1 where it is a log line outside of
 * all spans
 * @param what what was being done: the span's name or the logger
 * @param nanos when, in nanoseconds since 1970, corrected
 * @param type the class name or code of the error
 * @param message what it says
 * @param failure the exception, where one is known
 */
public record FirstError(String service, int span, String what, long nanos, @Nullable String type,
		@Nullable String message, @Nullable Failure failure) {

}
