package io.tracingstarter.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
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
 * suppressed; only {@link SpanExporter#shutdown()} may come from another thread, while an
 * export is under way that has to end. What fails for a time is tried again, see
 * {@link RetrySettings} and {@link ExportException}. Spans that are lost are counted, and
 * told in one warning a minute at most.
 */
public final class QueueSpanProcessor implements SpanProcessor {

	private final ExportTarget target;

	private final QueueSettings settings;

	private final ExportStatistics statistics;

	private final Circuit circuit;

	private final ExportListeners listeners;

	private final SpanQueue queue;

	private final ExportWorker worker;

	private final AtomicBoolean stopped = new AtomicBoolean();

	QueueSpanProcessor(ExportTarget target, SpanExporter exporter, QueueSettings settings, SpanSelection selection,
			LongSupplier logTime) {
		this.target = target;
		this.settings = settings;
		SpanRing ring = new SpanRing(settings.maxQueueSize());
		this.statistics = new ExportStatistics(ring);
		this.circuit = new Circuit(settings.retry(), () -> ThreadLocalRandom.current().nextDouble());
		this.listeners = new ExportListeners(target);
		DeliveryLog log = new DeliveryLog(target, logTime, this.statistics);
		this.queue = new SpanQueue(ring, settings.overflow(), selection, this.statistics, log);
		BatchExport export = new BatchExport(exporter, settings, this.circuit, this.statistics, log, this.listeners);
		this.worker = new ExportWorker(target.name(), this.queue, export, this.circuit, log, settings);
	}

	/**
	 * Creates the queue and starts its worker.
	 * @param target name and address of the exporter, for log lines
	 * @param exporter where the spans go; shut down together with the queue
	 * @param settings sizes and times
	 * @return the processor, to be added to the tracer provider
	 */
	public static QueueSpanProcessor start(ExportTarget target, SpanExporter exporter, QueueSettings settings) {
		return start(target, exporter, settings, (span) -> span);
	}

	/**
	 * Creates the queue and starts its worker.
	 * @param target name and address of the exporter, for log lines
	 * @param exporter where the spans go; shut down together with the queue
	 * @param settings sizes and times
	 * @param selection what of each span is exported
	 * @return the processor, to be added to the tracer provider
	 */
	public static QueueSpanProcessor start(ExportTarget target, SpanExporter exporter, QueueSettings settings,
			SpanSelection selection) {
		return start(target, exporter, settings, selection, System::nanoTime);
	}

	static QueueSpanProcessor start(ExportTarget target, SpanExporter exporter, QueueSettings settings,
			SpanSelection selection, LongSupplier logTime) {
		QueueSpanProcessor processor = new QueueSpanProcessor(target, exporter, settings, selection, logTime);
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
		return this.statistics.counts();
	}

	/**
	 * How the exporter gets on with its backend. Cheap; from any thread.
	 * @return the circuit's state, the last success and the last failure
	 */
	public ExportStatus getStatus() {
		return this.statistics.status(this.circuit.state());
	}

	/**
	 * Adds a listener, which is told of the exports that begin from now on.
	 * @param listener the listener
	 */
	public void addListener(ExportListener listener) {
		this.listeners.add(listener);
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
			this.queue.add(span);
			this.worker.wakeForFullBatch();
		}
	}

	@Override
	public boolean isEndRequired() {
		return true;
	}

	/**
	 * Exports what is queued now, also while the exporter waits for its backend.
	 * @return succeeds when all of it was delivered; fails when an export fails, or when
	 * the export time-out has passed
	 */
	@Override
	public CompletableResultCode forceFlush() {
		CompletableResultCode flush = this.worker.flush();
		after(this.settings.timeout().toNanos(), flush::fail);
		return flush;
	}

	/**
	 * Exports what is queued, shuts the exporter down and ends the worker's thread,
	 * within {@link QueueSettings#shutdownTimeout()}. Returns at once. What is left
	 * shortly before the limit is given up and counted as lost.
	 * @return succeeds when all of that is done; fails at the limit, where an exporter
	 * holds the thread; the same result each time it is called
	 */
	@Override
	public CompletableResultCode shutdown() {
		CompletableResultCode ended = this.worker.stop();
		if (this.stopped.compareAndSet(false, true) && !ended.isDone()) {
			long limit = this.settings.shutdownTimeout().toNanos();
			after(limit - limit / 10, this.worker::abort);
			after(limit, ended::fail);
		}
		return ended;
	}

	/**
	 * Shuts down, and waits for it. Where several processors are to be closed, shut them
	 * all down first, so that they share the time.
	 */
	@Override
	public void close() {
		shutdown().join(this.settings.shutdownTimeout().toNanos(), TimeUnit.NANOSECONDS);
	}

	private static void after(long nanos, Runnable action) {
		CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run).execute(action);
	}

	@Override
	public String toString() {
		return "QueueSpanProcessor " + this.target;
	}

}
