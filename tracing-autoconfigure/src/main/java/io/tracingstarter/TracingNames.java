package io.tracingstarter;

/**
 * The names that stand on the wire, in log lines and on spans.
 * <p>
 * They are a public contract: dashboards, alerts and the operational command search for
 * them. A name never changes without a new major version.
 */
public final class TracingNames {

	/**
	 * Default HTTP header that carries the correlation id, in requests and responses.
	 */
	public static final String CORRELATION_ID_HEADER = "X-Correlation-ID";

	/**
	 * HTTP response header that carries the trace id as 32 lower-case hexadecimal digits.
	 */
	public static final String TRACE_ID_HEADER = "X-Trace-ID";

	/**
	 * MDC key of the correlation id.
	 */
	public static final String CORRELATION_ID_MDC_KEY = "correlationId";

	/**
	 * MDC key of the trace id. Micrometer's, so that Boot's own log patterns keep
	 * working.
	 */
	public static final String TRACE_ID_MDC_KEY = "traceId";

	/**
	 * MDC key of the span id.
	 */
	public static final String SPAN_ID_MDC_KEY = "spanId";

	/**
	 * Span attribute that carries the correlation id. An underscore: X-Ray rewrites dots,
	 * so that one key works in every backend.
	 */
	public static final String CORRELATION_ID_ATTRIBUTE = "correlation_id";

	/**
	 * Counter of incoming correlation ids that were refused, tagged with the
	 * {@code reason}.
	 */
	public static final String CORRELATION_REJECTED_METER = "tracing.correlation.rejected";

	/**
	 * Counter of incoming headers of a trace that were not believed, tagged with the
	 * {@code header}.
	 */
	public static final String PROPAGATION_REJECTED_METER = "tracing.propagation.rejected";

	/**
	 * Logger to which the {@code log} exporter writes one line for each finished span.
	 */
	public static final String SPAN_LOGGER = "io.tracingstarter.span";

	/**
	 * Logger to which the access log writes one line for each request.
	 */
	public static final String ACCESS_LOGGER = "io.tracingstarter.access";

	private TracingNames() {
	}

}
