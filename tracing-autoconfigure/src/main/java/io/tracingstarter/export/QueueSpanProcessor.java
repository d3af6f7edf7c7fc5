package io.tracingstarter.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Puts one exporter behind a bounded queue and a worker of its own. One instance for each
 * exporter, so that a slow or dead backend delays no other.
 * <p>
 * {@link #onEnd} runs on the request's thread; it never blocks and never throws. The
 * exporter is called on the worker only, one batch at a time, and with instrumentation
 * suppressed. What it throws costs that batch. Spans that are lost are counted, and told
 * in one warning a minute at most.
 */
public final class QueueSpanProcessor implements SpanProcessor {

	private final ExportTarget target;

	private final QueueSettings settings;

	private final ExportWorker worker;

	private final AtomicBoolean stopped = new AtomicBoolean();

	QueueSpanProcessor(ExportTarget target, SpanExporter exporter, QueueSettings settings, LongSupplier logTime) {
		this.target = target;
		this.settings = settings;
		this.worker = new ExportWorker(target, exporter, settings, logTime);
	}

	/**
	 * Creates the queue and starts its worker.
	 * @param target name and address of the exporter, for log lines
	 * @param exporter where the spans go; shut down together with the queue
	 * @param settings sizes and times
	 * @return the processor, to be added to the tracer provider
	 */
	public static QueueSpanProcessor start(ExportTarget target, SpanExporter exporter, QueueSettings settings) {
		return start(target, exporter, settings, System::nanoTime);
	}

	static QueueSpanProcessor start(ExportTarget target, SpanExporter exporter, QueueSettings settings,
			LongSupplier logTime) {
		QueueSpanProcessor processor = new QueueSpanProcessor(target, exporter, settings, logTime);
		processor.worker.start();
		return processor;
	}

	public ExportTarget getTarget() {
		return this.target;
	}

	public QueueSettings getSettings() {
		return this.settings;
	}

	/**
	 * What the exporter has done since it started. Cheap; from any thread.
	 * @return the counters and the queue's size at this moment
	 */
	public ExportCounts getCounts() {
		return this.worker.counts();
	}

	@Override
	public void onStart(Context parentContext, ReadWriteSpan span) {
	}

	@Override
	public boolean isStartRequired() {
		return false;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		// a span of an export, if queued, would bring forth another export
		if (span.getSpanContext().isSampled() && !ExportThread.isCurrent()) {
			this.worker.enqueue(span);
		}
	}

	@Override
	public boolean isEndRequired() {
		return true;
	}

	/**
	 * Exports what is queued now.
	 * @return succeeds when all of it was delivered; fails when a part was lost, or when
	 * the export time-out has passed
	 */
	@Override
	public CompletableResultCode forceFlush() {
		CompletableResultCode flush = this.worker.flush();
		afterTimeout(flush::fail);
		return flush;
	}

	/**
	 * Exports what is queued, shuts the exporter down and ends the worker's thread,
	 * within the export time-out. What is left then is counted as lost.
	 * @return succeeds when the thread ends; the same way each time it is called
	 */
	@Override
	public CompletableResultCode shutdown() {
		CompletableResultCode ended = this.worker.stop();
		if (this.stopped.compareAndSet(false, true) && !ended.isDone()) {
			afterTimeout(() -> {
				if (!ended.isDone()) {
					this.worker.interrupt();
				}
			});
		}
		return ended;
	}

	private void afterTimeout(Runnable action) {
		CompletableFuture.delayedExecutor(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
			.execute(action);
	}

	@Override
	public String toString() {
		return "QueueSpanProcessor " + this.target;
	}

}
