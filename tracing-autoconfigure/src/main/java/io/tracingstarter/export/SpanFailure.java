package io.tracingstarter.export;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * The exception that a span recorded, read from its event.
 *
 * @param type class name, {@code null} where unknown
 * @param message message, {@code null} where it has none
 * @param stackTrace stack trace as printed, {@code null} where not recorded
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-spans/"> Semantic
 * conventions for exceptions on spans</a>
 */
public record SpanFailure(@Nullable String type, @Nullable String message, @Nullable String stackTrace) {

	private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

	private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

	private static final AttributeKey<String> STACK_TRACE = AttributeKey.stringKey("exception.stacktrace");

	/**
	 * Reads an exception event.
	 * @param event any event of a span
	 * @return the exception, or {@code null} where the event is about something else
	 */
	public static @Nullable SpanFailure of(EventData event) {
		Attributes attributes = event.getAttributes();
		SpanFailure failure = new SpanFailure(attributes.get(TYPE), attributes.get(MESSAGE),
				attributes.get(STACK_TRACE));
		boolean exception = event.getName().equals("exception") && (failure.type != null || failure.message != null);
		return exception ? failure : null;
	}

	/**
	 * Finds the exception that a span recorded last.
	 * @param span the span
	 * @return the exception, or {@code null} where there is none
	 */
	public static @Nullable SpanFailure lastOf(SpanData span) {
		List<EventData> events = span.getEvents();
		for (int i = events.size() - 1; i >= 0; i--) {
			SpanFailure failure = of(events.get(i));
			if (failure != null) {
				return failure;
			}
		}
		return null;
	}

	/**
	 * Says in words why a span has failed: its status' description, else its exception.
	 * @param span the span
	 * @return the reason, empty where it gave none, {@code null} where it has not failed
	 */
	public static @Nullable String reasonOf(SpanData span) {
		if (span.getStatus().getStatusCode() != StatusCode.ERROR) {
			return null;
		}
		String description = span.getStatus().getDescription();
		SpanFailure failure = description.isEmpty() ? lastOf(span) : null;
		return (failure != null) ? failure.summary() : description;
	}

	/**
	 * Type and message in one line's worth of text.
	 * @return for example {@code java.io.IOException: broken pipe}
	 */
	public String summary() {
		if (this.type == null) {
			return String.valueOf(this.message);
		}
		return (this.message != null) ? this.type + ": " + this.message : this.type;
	}

}
