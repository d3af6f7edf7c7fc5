package io.tracingstarter.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of {@code X-Amzn-Trace-Id}: fields with semicolons between them, in any
 * order, of which {@code Root=1-{8 digits}-{24 digits}}, {@code Parent={16 digits}} and
 * {@code Sampled=0|1|?} matter. Load balancers add {@code Self}, Lambda {@code Lineage},
 * and anyone else what he likes.
 * <p>
 * Digits are hexadecimal and in lower case: AWS writes no others, and its own SDK does
 * not believe them.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">X-Ray:
 * tracing header</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html">Application
 * Load Balancer: request tracing</a>
 */
final class XRayHeader {

	/** Far more than AWS writes, and no more than it is worth to read. */
	static final int LONGEST = 1024;

	private static final String ROOT = "Root=";

	private static final String PARENT = "Parent=";

	private static final String SAMPLED = "Sampled=";

	private static final int TIME = 8;

	private static final int ROOT_LENGTH = "1-".length() + TIME + "-".length() + 24;

	private static final int LENGTH = "Root=;Parent=;Sampled=0".length() + ROOT_LENGTH + SpanId.getLength();

	private XRayHeader() {
	}

	/**
	 * Reads a header.
	 * @param header any characters, any length
	 * @return what it says; {@code null} if it breaks a rule or names no trace
	 */
	static @Nullable IncomingTrace parse(String header) {
		if (header.length() > LONGEST) {
			return null;
		}
		String traceId = null;
		String spanId = null;
		char decision = 0;
		for (int start = 0; start < header.length();) {
			int semicolon = header.indexOf(';', start);
			int end = (semicolon >= 0) ? semicolon : header.length();
			int from = withoutBlanksBefore(header, start, end);
			int to = withoutBlanksAfter(header, from, end);
			start = end + 1;
			if (header.startsWith(ROOT, from)) {
				String id = traceId(header, from + ROOT.length(), to);
				if (id == null || traceId != null) {
					return null;
				}
				traceId = id;
			}
			else if (header.startsWith(PARENT, from)) {
				String id = header.substring(from + PARENT.length(), to);
				if (!SpanId.isValid(id) || spanId != null) {
					return null;
				}
				spanId = id;
			}
			else if (header.startsWith(SAMPLED, from)) {
				if (to != from + SAMPLED.length() + 1 || decision != 0) {
					return null;
				}
				decision = header.charAt(to - 1);
				if (decision != '0' && decision != '1' && decision != '?') {
					return null;
				}
			}
			else if (from < to && !hasEquals(header, from, to)) {
				return null;
			}
		}
		boolean decided = decision == '0' || decision == '1';
		return (traceId != null) ? new IncomingTrace(traceId, spanId, decided ? (decision == '1') : null) : null;
	}

	private static @Nullable String traceId(String header, int from, int to) {
		if (to - from != ROOT_LENGTH || !header.startsWith("1-", from) || header.charAt(from + 2 + TIME) != '-') {
			return null;
		}
		String id = header.substring(from + 2, from + 2 + TIME).concat(header.substring(from + 3 + TIME, to));
		return TraceId.isValid(id) ? id : null;
	}

	private static boolean hasEquals(String header, int from, int to) {
		int equals = header.indexOf('=', from);
		return equals > from && equals < to;
	}

	private static int withoutBlanksBefore(String header, int from, int to) {
		int start = from;
		while (start < to && isBlank(header.charAt(start))) {
			start++;
		}
		return start;
	}

	private static int withoutBlanksAfter(String header, int from, int to) {
		int end = to;
		while (end > from && isBlank(header.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

	/**
	 * The caller's span.
	 * @param trace what a header says; {@code null} for nothing
	 * @return the span; invalid where the header names none
	 */
	static SpanContext spanOf(@Nullable IncomingTrace trace) {
		if (trace == null || trace.spanId() == null) {
			return SpanContext.getInvalid();
		}
		return SpanContext.createFromRemoteParent(trace.traceId(), trace.spanId(),
				Boolean.TRUE.equals(trace.sampled()) ? TraceFlags.getSampled() : TraceFlags.getDefault(),
				TraceState.getDefault());
	}

	/**
	 * Writes a header.
	 * @param span a valid span
	 * @return the header's value
	 */
	static String format(SpanContext span) {
		String traceId = span.getTraceId();
		return new StringBuilder(LENGTH).append(ROOT)
			.append("1-")
			.append(traceId, 0, TIME)
			.append('-')
			.append(traceId, TIME, traceId.length())
			.append(';')
			.append(PARENT)
			.append(span.getSpanId())
			.append(';')
			.append(SAMPLED)
			.append(span.isSampled() ? '1' : '0')
			.toString();
	}

}
