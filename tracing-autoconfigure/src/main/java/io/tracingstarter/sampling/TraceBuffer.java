package io.tracingstarter.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * What one trace did in this process, until it is known whether to keep it: at once when
 * there is a reason, and no longer than until its last span has ended. Any thread.
 */
final class TraceBuffer {

	private final String traceId;

	private final long openedAt;

	private final KeptTraces kept;

	private final BufferLimits limits;

	/** Of all traces. */
	private final AtomicInteger buffered;

	private List<ReadableSpan> spans = new ArrayList<>();

	private int openSpans;

	private int openRoots;

	private @Nullable KeepReason reason;

	private boolean closed;

	TraceBuffer(String traceId, long openedAt, KeptTraces kept, BufferLimits limits, AtomicInteger buffered) {
		this.traceId = traceId;
		this.openedAt = openedAt;
		this.kept = kept;
		this.limits = limits;
		this.buffered = buffered;
	}

	/**
	 * A span of the trace starts.
	 * @return {@code false} if the buffer has just been closed
	 */
	synchronized boolean open(boolean root) {
		if (this.closed) {
			return false;
		}
		this.openSpans++;
		this.openRoots += root ? 1 : 0;
		return true;
	}

	/**
	 * A span of the trace has ended.
	 * @return {@code false} if the buffer was closed, and the span is not in it
	 */
	synchronized boolean end(ReadableSpan span, boolean root, @Nullable KeepReason why) {
		if (this.closed) {
			return false;
		}
		this.openSpans--;
		this.openRoots -= root ? 1 : 0;
		if (why != null) {
			keep(why);
		}
		if (this.reason != null) {
			this.kept.export(span, this.reason);
		}
		else if (isOpen()) {
			buffer(span);
		}
		if (!isOpen()) {
			close();
		}
		return true;
	}

	/** A span that started before the buffer was opened may have ended in it. */
	private boolean isOpen() {
		return this.openRoots > 0 || this.openSpans > 0;
	}

	private void buffer(ReadableSpan span) {
		if (this.spans.size() >= this.limits.spansPerTrace()) {
			this.kept.overflowed(BufferLimit.SPANS_PER_TRACE);
		}
		else if (this.buffered.get() >= this.limits.spans()) {
			this.kept.overflowed(BufferLimit.SPANS);
		}
		else {
			this.buffered.incrementAndGet();
			this.spans.add(span);
		}
	}

	private void keep(KeepReason why) {
		if (this.reason != null) {
			return;
		}
		this.reason = why;
		this.kept.add(this.traceId, why);
		List<ReadableSpan> waiting = take();
		for (ReadableSpan span : waiting) {
			this.kept.export(span, why);
		}
	}

	private List<ReadableSpan> take() {
		List<ReadableSpan> taken = this.spans;
		this.spans = List.of();
		this.buffered.addAndGet(-taken.size());
		return taken;
	}

	private void close() {
		this.closed = true;
		take();
	}

	/**
	 * Looks at a trace that has not ended: a request that is slow already is kept now,
	 * because it may never end, and what is too old goes.
	 * @return whether the buffer is closed
	 */
	synchronized boolean review(long now, KeepRules rules) {
		long age = now - this.openedAt;
		if (this.openRoots > 0 && rules.isSlow(age)) {
			keep(KeepReason.SLOW);
		}
		if (!this.closed && age > this.limits.age().toNanos()) {
			if (!this.spans.isEmpty()) {
				this.kept.overflowed(BufferLimit.AGE);
			}
			close();
		}
		return this.closed;
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

}
