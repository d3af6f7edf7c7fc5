package io.tracingstarter.sampling;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * The traces that run in this process and were not sampled, bounded in number. Any
 * thread.
 */
final class TraceBuffers {

	private final ConcurrentMap<String, TraceBuffer> traces = new ConcurrentHashMap<>();

	private final AtomicInteger bufferedSpans = new AtomicInteger();

	private final KeptTraces kept;

	private final BufferLimits limits;

	private final LongSupplier nanoTime;

	TraceBuffers(KeptTraces kept, BufferLimits limits, LongSupplier nanoTime) {
		this.kept = kept;
		this.limits = limits;
		this.nanoTime = nanoTime;
	}

	/**
	 * A span starts. Only the first of a request opens a buffer: where there was no room
	 * for one, its other spans do not ask again.
	 */
	void open(String traceId, boolean root) {
		TraceBuffer trace = this.traces.get(traceId);
		while (trace == null || !trace.open(root)) {
			if (trace != null) {
				this.traces.remove(traceId, trace);
			}
			if (!root) {
				return;
			}
			if (this.traces.size() >= this.limits.traces()) {
				this.kept.overflowed(BufferLimit.TRACES);
				return;
			}
			trace = this.traces.computeIfAbsent(traceId, this::newBuffer);
		}
	}

	private TraceBuffer newBuffer(String traceId) {
		return new TraceBuffer(traceId, this.nanoTime.getAsLong(), this.kept, this.limits, this.bufferedSpans);
	}

	/**
	 * A span has ended.
	 * @return {@code false} if its trace is not buffered
	 */
	boolean end(ReadableSpan span, @Nullable KeepReason reason) {
		String traceId = span.getSpanContext().getTraceId();
		TraceBuffer trace = this.traces.get(traceId);
		if (trace == null) {
			return false;
		}
		boolean taken = trace.end(span, LocalRoot.is(span), reason);
		if (trace.isClosed()) {
			this.traces.remove(traceId, trace);
		}
		return taken;
	}

	/**
	 * Looks at every trace that has not ended.
	 */
	void review(KeepRules rules) {
		long now = this.nanoTime.getAsLong();
		this.traces.forEach((traceId, trace) -> {
			if (trace.review(now, rules)) {
				this.traces.remove(traceId, trace);
			}
		});
	}

	int size() {
		return this.traces.size();
	}

	int bufferedSpans() {
		return this.bufferedSpans.get();
	}

}
