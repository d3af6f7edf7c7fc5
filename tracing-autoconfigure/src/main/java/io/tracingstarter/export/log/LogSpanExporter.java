package io.tracingstarter.export.log;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.TracingNames;
import io.tracingstarter.export.SafeText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes one log event at level {@code INFO} for each finished span, complete enough to
 * rebuild a trace from logs alone.
 * <p>
 * Logger: {@value TracingNames#SPAN_LOGGER}. MDC during the call:
 * {@value TracingNames#TRACE_ID_MDC_KEY} (32 hexadecimal digits),
 * {@value TracingNames#SPAN_ID_MDC_KEY} (16 hexadecimal digits) and, where the span has
 * the attribute {@value TracingNames#CORRELATION_ID_ATTRIBUTE},
 * {@value TracingNames#CORRELATION_ID_MDC_KEY}. Message: name, kind, duration and
 * {@code ERROR} or {@code OK}, for example {@code GET /mysfits SERVER 12.345 ms OK};
 * where log lines show nothing but their message, a {@link SelfContainedMessage}. One
 * key-value pair, {@code span}, whose value is a map that JSON encoders write as an
 * object:
 * <table>
 * <caption>Fields of <code>span</code></caption>
 * <tr>
 * <th>field</th>
 * <th>type</th>
 * <th>content</th>
 * </tr>
 * <tr>
 * <td>name</td>
 * <td>string</td>
 * <td>the span's name</td>
 * </tr>
 * <tr>
 * <td>kind</td>
 * <td>string</td>
 * <td>SERVER, CLIENT, PRODUCER, CONSUMER or INTERNAL</td>
 * </tr>
 * <tr>
 * <td>parentSpanId, parentRemote</td>
 * <td>string, boolean</td>
 * <td>the parent, and whether it ran in another process; absent for roots</td>
 * </tr>
 * <tr>
 * <td>start</td>
 * <td>string</td>
 * <td>UTC, ISO-8601 with nine decimals</td>
 * </tr>
 * <tr>
 * <td>startEpochNanos</td>
 * <td>string</td>
 * <td>the same as nanoseconds since 1970; a string, because such numbers are larger than
 * what JSON parsers keep exactly</td>
 * </tr>
 * <tr>
 * <td>durationNanos</td>
 * <td>number</td>
 * <td>nanoseconds from start to end</td>
 * </tr>
 * <tr>
 * <td>status, statusDescription</td>
 * <td>string</td>
 * <td>UNSET, OK or ERROR; the description is absent where empty</td>
 * </tr>
 * <tr>
 * <td>service, scope</td>
 * <td>string</td>
 * <td>resource {@code service.name}; name of the instrumentation scope</td>
 * </tr>
 * <tr>
 * <td>attributes</td>
 * <td>object</td>
 * <td>attributes by name, with their types; absent where there are none</td>
 * </tr>
 * <tr>
 * <td>events</td>
 * <td>array</td>
 * <td>objects of {@code name}, {@code time} (as {@code start}) and {@code attributes};
 * absent where there are none</td>
 * </tr>
 * <tr>
 * <td>links</td>
 * <td>array</td>
 * <td>objects of {@code traceId}, {@code spanId} and {@code attributes}; absent where
 * there are none</td>
 * </tr>
 * <tr>
 * <td>droppedAttributes, droppedEvents, droppedLinks</td>
 * <td>number</td>
 * <td>what the SDK's limits cut off; absent where nothing</td>
 * </tr>
 * </table>
 */
public final class LogSpanExporter implements SpanExporter {

	private static final AttributeKey<String> CORRELATION_ID = AttributeKey
		.stringKey(TracingNames.CORRELATION_ID_ATTRIBUTE);

	private static final int MAX_NAME_LENGTH = 200;

	private final Logger logger = LoggerFactory.getLogger(TracingNames.SPAN_LOGGER);

	private final Function<SpanData, String> message;

	/**
	 * Creates an exporter for log lines that show key-value pairs.
	 */
	public LogSpanExporter() {
		this(LogSpanExporter::readable);
	}

	/**
	 * Creates an exporter.
	 * @param message makes the message of a span's log line
	 */
	public LogSpanExporter(Function<SpanData, String> message) {
		this.message = message;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		if (this.logger.isInfoEnabled()) {
			Map<String, String> before = MDC.getCopyOfContextMap();
			try {
				spans.forEach(this::log);
			}
			finally {
				restore(before);
			}
		}
		return CompletableResultCode.ofSuccess();
	}

	private void log(SpanData span) {
		MDC.put(TracingNames.TRACE_ID_MDC_KEY, span.getTraceId());
		MDC.put(TracingNames.SPAN_ID_MDC_KEY, span.getSpanId());
		String correlationId = span.getAttributes().get(CORRELATION_ID);
		if (correlationId != null) {
			MDC.put(TracingNames.CORRELATION_ID_MDC_KEY, correlationId);
		}
		else {
			MDC.remove(TracingNames.CORRELATION_ID_MDC_KEY);
		}
		this.logger.atInfo().addKeyValue("span", SpanDocument.of(span)).log(this.message.apply(span));
	}

	private static String readable(SpanData span) {
		double millis = (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6;
		return String.format(Locale.ROOT, "%s %s %.3f ms %s", SafeText.oneLine(span.getName(), MAX_NAME_LENGTH),
				span.getKind(), millis, (span.getStatus().getStatusCode() == StatusCode.ERROR) ? "ERROR" : "OK");
	}

	private static void restore(@Nullable Map<String, String> before) {
		if (before != null) {
			MDC.setContextMap(before);
		}
		else {
			MDC.clear();
		}
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public String toString() {
		return "LogSpanExporter";
	}

}
