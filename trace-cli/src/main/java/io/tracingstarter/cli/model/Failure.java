package io.tracingstarter.cli.model;

import org.jspecify.annotations.Nullable;

/**
 * An exception, as a log line or a span event tells it.
 *
 * @param type the class name of the exception
 * @param message its message
 * @param rootType the class name of its first cause; null where it is not known, or the
 * exception itself
 * @param rootMessage the message of its first cause
 * @param stackTrace the stack trace as text
 */
public record Failure(String type, @Nullable String message, @Nullable String rootType, @Nullable String rootMessage,
		@Nullable String stackTrace) {

}
