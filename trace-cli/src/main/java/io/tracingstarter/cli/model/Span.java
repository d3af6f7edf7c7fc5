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

	private static final List<String> HTTP_STATUS = List.of("http.response.status_code", "http.status_code", "status");

	private static final List<String> GRPC_STATUS = List.of("rpc.grpc.status_code", "rpc.response.status_code",
			"grpc.status_code");

	private static final int MAX_GRPC_STATUS = 20;

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

	/**
	 * Returns the status of the HTTP response, under the names that OpenTelemetry gave it
	 * at one time or another, and that of Spring Boot's observations; 0 where there is
	 * none.
	 */
	public int httpStatus() {
		for (String name : HTTP_STATUS) {
			String value = this.attributes.get(name);
			if (value != null && value.matches("[1-5][0-9]{2}")) {
				return Integer.parseInt(value);
			}
		}
		return 0;
	}

	/**
	 * Returns what it answered or was answered, such as "502" or "gRPC 14"; null where
	 * that is not known.
	 */
	public @Nullable String answer() {
		int http = httpStatus();
		if (http > 0) {
			return Integer.toString(http);
		}
		for (String name : GRPC_STATUS) {
			String value = this.attributes.get(name);
			if (value != null && !value.isBlank() && !"none".equals(value) && !"UNKNOWN".equals(value)
					&& value.length() <= MAX_GRPC_STATUS) {
				return "gRPC " + value;
			}
		}
		return null;
	}

}
