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
	 * Field of JSON log lines with the trace id in X-Ray's form, by which the CloudWatch
	 * console links lines and traces.
	 */
	public static final String XRAY_TRACE_ID_FIELD = "xrayTraceId";

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
	 * Span attribute that says why a trace is kept that the sampler did not choose:
	 * {@code error}, {@code slow} or {@code requested}.
	 */
	public static final String SAMPLING_KEPT_ATTRIBUTE = "sampling.kept";

	/**
	 * Span attribute with the words in which an application asked to keep its trace.
	 */
	public static final String SAMPLING_REASON_ATTRIBUTE = "sampling.reason";

	/**
	 * Counter of traces that are kept though the sampler did not choose them, tagged with
	 * the {@code reason}.
	 */
	public static final String SAMPLING_KEPT_METER = "tracing.sampling.kept";

	/**
	 * Counter of times that a limit of the buffer was hit in which spans wait for what
	 * becomes of their trace, tagged with the {@code limit}.
	 */
	public static final String SAMPLING_OVERFLOW_METER = "tracing.sampling.overflow";

	/**
	 * Counter of spans that a backend accepted, tagged with the {@code exporter}.
	 */
	public static final String EXPORTER_EXPORTED_METER = "tracing.exporter.exported";

	/**
	 * Counter of spans that a backend did not get, tagged with the {@code exporter} and
	 * the {@code reason}.
	 */
	public static final String EXPORTER_DROPPED_METER = "tracing.exporter.dropped";

	/**
	 * Counter of exports that failed, whether or not they were tried again, tagged with
	 * the {@code exporter}.
	 */
	public static final String EXPORTER_FAILED_METER = "tracing.exporter.failed";

	/**
	 * Gauge of spans that wait for their export, tagged with the {@code exporter}.
	 */
	public static final String EXPORTER_QUEUE_SIZE_METER = "tracing.exporter.queue.size";

	/**
	 * Gauge of spans that may wait for their export, tagged with the {@code exporter}.
	 */
	public static final String EXPORTER_QUEUE_CAPACITY_METER = "tracing.exporter.queue.capacity";

	/**
	 * Timer of exports, tagged with the {@code exporter} and the {@code outcome}:
	 * {@code success} or why it failed.
	 */
	public static final String EXPORTER_DURATION_METER = "tracing.exporter.duration";

	/**
	 * Gauge of traces that wait for what becomes of them, because the sampler did not
	 * choose them.
	 */
	public static final String SAMPLING_BUFFERED_TRACES_METER = "tracing.sampling.buffer.traces";

	/**
	 * Gauge of spans of these traces.
	 */
	public static final String SAMPLING_BUFFERED_SPANS_METER = "tracing.sampling.buffer.spans";

	/**
	 * Counter of incoming headers of a trace that were not believed, tagged with the
	 * {@code header}.
	 */
	public static final String PROPAGATION_REJECTED_METER = "tracing.propagation.rejected";

	/**
	 * Span attribute that lists the attributes which are annotations in X-Ray. AWS's own
	 * exporters know it, too.
	 */
	public static final String XRAY_ANNOTATIONS_ATTRIBUTE = "aws.xray.annotations";

	/**
	 * Before the name of a namespace, the span attribute with X-Ray's metadata of that
	 * namespace, as a JSON object. AWS's own exporters know it, too.
	 */
	public static final String XRAY_METADATA_ATTRIBUTE_PREFIX = "aws.xray.metadata.";

	/**
	 * Span attribute with the namespace of a subsegment that was made through the X-Ray
	 * SDK: {@code aws} or {@code remote}.
	 */
	public static final String XRAY_NAMESPACE_ATTRIBUTE = "aws.xray.namespace";

	/**
	 * Span attribute that says that the X-Ray SDK was told of an error of the caller.
	 */
	public static final String XRAY_ERROR_ATTRIBUTE = "aws.xray.error";

	/**
	 * Span attribute that says that the X-Ray SDK was told of a caller who called too
	 * often.
	 */
	public static final String XRAY_THROTTLE_ATTRIBUTE = "aws.xray.throttle";

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
