package io.tracingstarter.sampling;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.guard.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Keeps traces that the sampler did not choose, because of what happens in them. Their
 * spans are recorded ({@link KeepingSampler}) and wait in memory until a span fails, the
 * request turns out to be slow, or the application asks; then they are exported as if
 * they were sampled. Otherwise they are dropped when the last span of the request ends.
 * <p>
 * {@link #onStart} and {@link #onEnd} run on the request's thread; for a sampled span
 * they do nothing. A span without a buffer, because a limit was hit or the request has
 * long ended, is judged alone.
 */
public final class KeepingSpanProcessor implements SpanProcessor {

	private static final long REVIEW_MILLIS = 500;

	private final KeepRules rules;

	private final KeptTraces kept;

	private final TraceBuffers buffers;

	private final ScheduledExecutorService reviews = new ScheduledThreadPoolExecutor(1,
			KeepingSpanProcessor::reviewThread);

	private final Fault reviewFault = new Fault(this);

	KeepingSpanProcessor(KeepRules rules, BufferLimits limits, Supplier<List<SpanProcessor>> exporters,
			List<SamplingListener> listeners, LongSupplier nanoTime) {
		this.rules = rules;
		this.kept = new KeptTraces(exporters, listeners);
		this.buffers = new TraceBuffers(this.kept, limits, nanoTime);
	}

	/**
	 * Creates a processor.
	 * @param rules what is kept
	 * @param limits how much may wait
	 * @param exporters take what is kept; asked for each span
	 * @param listeners hear of what is kept
	 */
	public KeepingSpanProcessor(KeepRules rules, BufferLimits limits, Supplier<List<SpanProcessor>> exporters,
			List<SamplingListener> listeners) {
		this(rules, limits, exporters, listeners, System::nanoTime);
	}

	/**
	 * Starts the review of requests that do not end.
	 */
	public void start() {
		this.reviews.scheduleWithFixedDelay(this::review, REVIEW_MILLIS, REVIEW_MILLIS, TimeUnit.MILLISECONDS);
	}

	private static Thread reviewThread(Runnable task) {
		Thread thread = new Thread(task, "tracing-sampling");
		thread.setDaemon(true);
		return thread;
	}

	void review() {
		try {
			this.buffers.review(this.rules);
		}
		catch (Throwable ex) {
			this.reviewFault.warn(ex);
		}
	}

	@Override
	public void onStart(Context parent, ReadWriteSpan span) {
		if (!span.getSpanContext().isSampled()) {
			this.buffers.open(span.getSpanContext().getTraceId(), LocalRoot.is(span));
		}
	}

	@Override
	public boolean isStartRequired() {
		return true;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		if (!span.getSpanContext().isSampled()) {
			KeepReason reason = this.rules.reasonOf(span);
			if (!this.buffers.end(span, reason)) {
				endAlone(span, reason);
			}
		}
	}

	private void endAlone(ReadableSpan span, @Nullable KeepReason reason) {
		String traceId = span.getSpanContext().getTraceId();
		KeepReason why = (reason != null) ? reason : this.kept.reasonOf(traceId);
		if (why != null) {
			this.kept.add(traceId, why);
			this.kept.export(span, why);
		}
	}

	@Override
	public boolean isEndRequired() {
		return true;
	}

	/**
	 * How many traces wait for what becomes of them.
	 * @return 0 or more
	 */
	public int bufferedTraces() {
		return this.buffers.size();
	}

	/**
	 * How many spans wait for what becomes of their traces.
	 * @return 0 or more
	 */
	public int bufferedSpans() {
		return this.buffers.bufferedSpans();
	}

	@Override
	public CompletableResultCode shutdown() {
		this.reviews.shutdownNow();
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public String toString() {
		return "KeepingSpanProcessor";
	}

}
