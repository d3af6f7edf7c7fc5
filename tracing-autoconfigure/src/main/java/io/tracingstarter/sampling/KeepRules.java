package io.tracingstarter.sampling;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a span that has ended whether its trace is to be kept. Any thread.
 */
public final class KeepRules {

	private static final AttributeKey<Long> STATUS_CODE = AttributeKey.longKey("http.response.status_code");

	// Spring writes it as text, under one name or the other
	private static final AttributeKey<String> STATUS_CODE_TEXT = AttributeKey.stringKey("http.response.status_code");

	private static final AttributeKey<String> STATUS = AttributeKey.stringKey("status");

	private static final long FAILED = 500;

	private final boolean errors;

	private final long slowNanos;

	/**
	 * Creates the rules.
	 * @param errors whether to keep a trace in which a span failed
	 * @param slowerThan how long a request may take without being kept; {@code null} for
	 * no limit
	 */
	public KeepRules(boolean errors, @Nullable Duration slowerThan) {
		this.errors = errors;
		this.slowNanos = (slowerThan != null) ? TimeUnit.NANOSECONDS.convert(slowerThan) : Long.MAX_VALUE;
	}

	/**
	 * Why the trace of a span is to be kept.
	 * @param span has ended
	 * @return the reason; {@code null} for none
	 */
	@Nullable KeepReason reasonOf(ReadableSpan span) {
		if (this.errors && isFailed(span)) {
			return KeepReason.ERROR;
		}
		if (LocalRoot.is(span) && span.getLatencyNanos() > this.slowNanos) {
			return KeepReason.SLOW;
		}
		return (span.getAttribute(SamplingAttributes.KEPT) != null) ? KeepReason.REQUESTED : null;
	}

	/**
	 * Whether a request that has not ended yet is slow.
	 */
	boolean isSlow(long nanos) {
		return nanos > this.slowNanos;
	}

	/** Of a client that does not throw, only the answer tells that the call failed. */
	private static boolean isFailed(ReadableSpan span) {
		// of an ended span it is a view, not a copy
		return span.toSpanData().getStatus().getStatusCode() == StatusCode.ERROR
				|| (span.getKind() == SpanKind.CLIENT && isServerError(span));
	}

	private static boolean isServerError(ReadableSpan span) {
		Long code = span.getAttribute(STATUS_CODE);
		return (code != null) ? code >= FAILED
				: isServerError(span.getAttribute(STATUS_CODE_TEXT)) || isServerError(span.getAttribute(STATUS));
	}

	private static boolean isServerError(@Nullable String status) {
		return status != null && status.length() == 3 && status.charAt(0) == '5';
	}

}
