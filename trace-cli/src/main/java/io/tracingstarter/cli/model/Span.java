package io.tracingstarter.cli.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One finished span, as a source told it. The halves of a Zipkin span that client and
 * server share are two of these, with the same id and different kinds.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 lower-case hexadecimal digits
 * @param parentSpanId the span it belongs to; null for the first of its trace
 * @param service who made it; empty where the store does not say
 * @param name what it did
 * @param kind its part between services
 * @param startNanos when it began, in nanoseconds since 1970, by the clock of its service
 * @param endNanos when it ended, never before it began
 * @param status how it ended
 * @param statusMessage why it failed, where the store says
 * @param attributes what is known of it, in the store's order
 * @param events what happened inside, in order of time
 */
public record Span(String traceId, String spanId, @Nullable String parentSpanId, String service, String name,
		SpanKind kind, long startNanos, long endNanos, SpanStatus status, @Nullable String statusMessage,
		Map<String, String> attributes, List<SpanEvent> events) {

	/** The attribute that holds the correlation id. */
	public static final String CORRELATION_ID = "correlation_id";

	public Span {
		endNanos = Math.max(startNanos, endNanos);
		attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
		events = List.copyOf(events);
	}

	public long durationNanos() {
		return this.endNanos - this.startNanos;
	}

	public boolean failed() {
		return this.status == SpanStatus.ERROR;
	}

	public @Nullable String correlationId() {
		return this.attributes.get(CORRELATION_ID);
	}

}
