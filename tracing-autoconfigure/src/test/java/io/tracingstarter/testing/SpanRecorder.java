package io.tracingstarter.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Keeps finished spans; a bean of it is all that an application needs.
 */
public final class SpanRecorder implements SpanProcessor {

	private static final AttributeKey<String> CORRELATION_ID = AttributeKey.stringKey("correlation_id");

	private final List<SpanData> spans = new CopyOnWriteArrayList<>();

	@Override
	public void onStart(Context parent, ReadWriteSpan span) {
	}

	@Override
	public boolean isStartRequired() {
		return false;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		this.spans.add(span.toSpanData());
	}

	@Override
	public boolean isEndRequired() {
		return true;
	}

	/**
	 * Waits for the spans of a trace: a server span ends after its response.
	 * @param traceId the trace
	 * @param count how many there must be
	 * @return the spans
	 */
	public List<SpanData> spansOf(String traceId, int count) {
		List<SpanData> found = spansOfAtLeast(traceId, count);
		if (found.size() != count) {
			throw new AssertionError("Expected " + count + " spans of trace " + traceId + " but found " + found);
		}
		return found;
	}

	public List<SpanData> spansOfAtLeast(String traceId, int count) {
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		List<SpanData> found = List.of();
		while (System.nanoTime() < end) {
			found = this.spans.stream().filter((span) -> span.getTraceId().equals(traceId)).toList();
			if (found.size() >= count) {
				break;
			}
			LockSupport.parkNanos(1_000_000);
		}
		return found;
	}

	public List<SpanData> spans() {
		return List.copyOf(this.spans);
	}

	public static String correlationId(SpanData span) {
		return span.getAttributes().get(CORRELATION_ID);
	}

}
