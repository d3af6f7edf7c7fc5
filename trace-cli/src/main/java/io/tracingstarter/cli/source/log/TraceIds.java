package io.tracingstarter.cli.source.log;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.source.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a log line, wherever it has them, in the form that the model wants.
 */
final class TraceIds {

	private static final String[] CONTAINERS = { "", "mdc.", "MDC.", "contextMap.", "context.", "ctx.", "labels.",
			"attributes.", "Attributes.", "Properties.", "properties.", "fields.", "Fields.", "extra.", "State.",
			"data.", "contextData." };

	private static final String[] TRACE = { "traceId", "trace.id", "TraceId", "trace_id", "traceid", "traceID", "@tr",
			"otelTraceID", "X-B3-TraceId", "dd.trace_id", "dd.traceId", "xrayTraceId", "xray_trace_id", "XRAY-TRACE-ID",
			"AWS-XRAY-TRACE-ID", "X-Amzn-Trace-Id", "x-amzn-trace-id", "_X_AMZN_TRACE_ID", "traceparent", "_traceId",
			"_trace_id", "logging.googleapis.com/trace", "trace" };

	private static final String[] SPAN = { "spanId", "span.id", "SpanId", "span_id", "spanid", "spanID", "@sp",
			"otelSpanID", "X-B3-SpanId", "dd.span_id", "dd.spanId", "_spanId", "_span_id",
			"logging.googleapis.com/spanId" };

	private static final String[] CORRELATION = { "correlationId", "correlation_id", "correlation.id", "CorrelationId",
			"correlationID", "correlation-id", "correlationid", "X-Correlation-ID", "X-Correlation-Id",
			"x-correlation-id", "_correlationId", "_correlation_id" };

	private static final String[] XRAY_FORM = { "xrayTraceId", "Attributes.xrayTraceId" };

	private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

	private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}");

	private static final Pattern XRAY = Pattern.compile("(?:.*root=)?1-([0-9a-f]{8})-([0-9a-f]{24})(?:;.*)?");

	private static final Pattern TRACEPARENT = Pattern
		.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");

	private static final Pattern GOOGLE = Pattern.compile("projects/[^/]+/traces/([0-9a-f]{32})");

	private static final int TRACE_LENGTH = 32;

	private static final int SPAN_LENGTH = 16;

	private TraceIds() {
	}

	static @Nullable String takeTraceId(JsonTree tree) {
		String id = take(tree, TRACE, TRACE_LENGTH);
		if (id != null) {
			takeAgain(tree, id);
		}
		return id;
	}

	/** The library writes it in both forms while it exports to X-Ray. */
	private static void takeAgain(JsonTree tree, String id) {
		for (String name : XRAY_FORM) {
			String text = tree.text(name);
			if (text != null && id.equals(traceId(text))) {
				tree.takeText(name);
			}
		}
	}

	static @Nullable String takeSpanId(JsonTree tree) {
		return take(tree, SPAN, SPAN_LENGTH);
	}

	static @Nullable String takeCorrelationId(JsonTree tree) {
		for (String container : CONTAINERS) {
			for (String name : CORRELATION) {
				String value = tree.takeText(container + name);
				if (value != null && !RequestId.isPlaceholder(value)) {
					return value;
				}
			}
		}
		return null;
	}

	private static @Nullable String take(JsonTree tree, String[] names, int length) {
		for (String container : CONTAINERS) {
			for (String name : names) {
				String id = normalise(tree.text(container + name), length, name.startsWith("dd."));
				if (id != null) {
					tree.takeText(container + name);
					return id;
				}
			}
		}
		for (Object scope : tree.scopes()) {
			if (scope instanceof Map<?, ?> map
					&& map.get((length == TRACE_LENGTH) ? "TraceId" : "SpanId") instanceof String text) {
				return normalise(text, length, false);
			}
		}
		return null;
	}

	static @Nullable String traceId(@Nullable String text) {
		return normalise(text, TRACE_LENGTH, false);
	}

	static @Nullable String spanId(@Nullable String text) {
		return normalise(text, SPAN_LENGTH, false);
	}

	private static @Nullable String normalise(@Nullable String text, int length, boolean decimal) {
		if (text == null) {
			return null;
		}
		String id = text.strip().toLowerCase(Locale.ROOT);
		if (decimal && DECIMAL.matcher(id).matches() && id.length() != TRACE_LENGTH) {
			id = hexadecimal(id);
		}
		if (id.length() > length || !HEX.matcher(id).matches()) {
			return (length == TRACE_LENGTH) ? embedded(id) : null;
		}
		if (id.length() != length && id.length() != SPAN_LENGTH) {
			return null;
		}
		String zeros = "0".repeat(length);
		String padded = zeros.substring(id.length()) + id;
		return padded.equals(zeros) ? null : padded;
	}

	private static String hexadecimal(String decimal) {
		try {
			return String.format("%016x", Long.parseUnsignedLong(decimal));
		}
		catch (NumberFormatException ex) {
			return decimal;
		}
	}

	private static @Nullable String embedded(String text) {
		Matcher xray = XRAY.matcher(text);
		if (xray.matches()) {
			return xray.group(1) + xray.group(2);
		}
		for (Pattern pattern : List.of(TRACEPARENT, GOOGLE)) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.matches()) {
				return matcher.group(1);
			}
		}
		return null;
	}

}
