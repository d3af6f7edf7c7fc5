package io.tracingstarter.export.otlp;

import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * How large a span can be when it is encoded: a sum over the lengths of its texts, which
 * costs next to nothing, and tells almost every span from one that is too large.
 */
final class SpanSize {

	/** Of a character in UTF-8. */
	private static final int CHARACTER = 3;

	/** Of what stands around a text, and of a number. */
	private static final int FIELD = 32;

	/** Of ids and times. */
	private static final int HEAD = 256;

	/** Of one entry of a trace state, by its specification. */
	private static final int STATE = 600;

	/** Of a character of a nested value written as JSON. */
	private static final int NESTED = 8;

	private SpanSize() {
	}

	/**
	 * A size that the span does not exceed.
	 * @param span the span
	 * @return bytes
	 */
	static long atMost(SpanData span) {
		long bytes = HEAD + text(span.getName()) + text(span.getStatus().getDescription())
				+ context(span.getSpanContext()) + attributes(span.getAttributes());
		for (EventData event : span.getEvents()) {
			bytes += HEAD + text(event.getName()) + attributes(event.getAttributes());
		}
		for (LinkData link : span.getLinks()) {
			bytes += HEAD + context(link.getSpanContext()) + attributes(link.getAttributes());
		}
		return bytes;
	}

	private static long context(SpanContext context) {
		return (long) STATE * context.getTraceState().size();
	}

	private static long attributes(Attributes attributes) {
		long bytes = 0;
		for (Map.Entry<AttributeKey<?>, Object> entry : attributes.asMap().entrySet()) {
			bytes += text(entry.getKey().getKey()) + value(entry.getValue());
		}
		return bytes;
	}

	private static long value(Object value) {
		if (value instanceof String text) {
			return text(text);
		}
		if (value instanceof List<?> list) {
			long bytes = FIELD;
			for (Object element : list) {
				bytes += value(element);
			}
			return bytes;
		}
		return (value instanceof Value<?> nested) ? FIELD + (long) NESTED * nested.asString().length() : FIELD;
	}

	private static long text(String text) {
		return FIELD + (long) CHARACTER * text.length();
	}

}
