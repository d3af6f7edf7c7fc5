package io.tracingstarter.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

import io.opentelemetry.api.internal.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * The thread of one exporter: sleeps until a batch is full, the delay has passed, or
 * someone asks for a flush or the end; then exports what is queued.
 */
final class ExportWorker implements Runnable {

	private final QueueSettings settings;

	private final SpanRing queue;

	private final ExportStatistics statistics = new ExportStatistics();

	private final BatchExport export;

	private final Queue<CompletableResultCode> flushes = new ConcurrentLinkedQueue<>();

	private final CompletableResultCode ended = new CompletableResultCode();

	private final AtomicBoolean asleep = new AtomicBoolean();

	private final Thread thread;

	private volatile long stopTime;

	private volatile boolean stopping;

	ExportWorker(ExportTarget target, SpanExporter exporter, QueueSettings settings, LongSupplier logTime) {
		this.settings = settings;
		this.queue = new SpanRing(settings.maxQueueSize());
		this.export = new BatchExport(exporter, settings, this.queue, this.statistics,
				new LossLog(target, logTime, counts()));
		this.thread = new ExportThread(this, target.name());
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Queues a finished span. Called on the request's thread: takes no lock and wakes the
	 * worker only for a full batch.
	 */
	void enqueue(ReadableSpan span) {
		if (this.stopping) {
			this.statistics.lost(LossReason.SHUT_DOWN, 1);
		}
		else if (!this.queue.offer(span)) {
			this.statistics.lost(LossReason.QUEUE_FULL, 1);
		}
		else if (this.asleep.get() && this.queue.size() >= this.settings.maxBatchSize()) {
			wake();
		}
	}

	ExportCounts counts() {
		return this.statistics.counts(this.queue.size());
	}

	CompletableResultCode flush() {
		CompletableResultCode flush = new CompletableResultCode();
		this.flushes.add(flush);
		wake();
		if (this.ended.isDone()) {
			// the worker may not have seen the request, and nothing is left to flush
			complete(requestedFlushes(), true);
		}
		return flush;
	}

	CompletableResultCode stop() {
		if (!this.stopping) {
			this.stopTime = System.nanoTime();
			this.stopping = true;
		}
		wake();
		return this.ended;
	}

	void interrupt() {
		this.thread.interrupt();
	}

	@Override
	public void run() {
		try {
			// instrumented clients see the mark, and do not trace the export itself
			InstrumentationUtil.suppressInstrumentation(this::work);
		}
		finally {
			this.stopping = true;
			this.export.drop();
			this.ended.succeed();
			complete(requestedFlushes(), true);
		}
	}

	private void work() {
		while (!this.stopping) {
			sleep();
			// requests first: what ended before them is then in the queue
			List<CompletableResultCode> requested = requestedFlushes();
			complete(requested, this.export.exportQueued(() -> this.stopping));
		}
		this.export.end(this.stopTime);
	}

	private void sleep() {
		long wakeTime = System.nanoTime() + this.settings.scheduleDelay().toNanos();
		while (true) {
			this.asleep.set(true);
			long remaining = wakeTime - System.nanoTime();
			if (remaining <= 0 || this.stopping || !this.flushes.isEmpty()
					|| this.queue.size() >= this.settings.maxBatchSize()) {
				this.asleep.set(false);
				return;
			}
			// an exporter that leaves the thread interrupted would turn this into a busy
			// loop
			Thread.interrupted();
			LockSupport.parkNanos(this, remaining);
		}
	}

	private void wake() {
		if (this.asleep.compareAndSet(true, false) || this.stopping) {
			LockSupport.unpark(this.thread);
		}
	}

	private List<CompletableResultCode> requestedFlushes() {
		List<CompletableResultCode> requested = new ArrayList<>();
		CompletableResultCode flush = this.flushes.poll();
		while (flush != null) {
			requested.add(flush);
			flush = this.flushes.poll();
		}
		return requested;
	}

	private static void complete(List<CompletableResultCode> flushes, boolean delivered) {
		for (CompletableResultCode flush : flushes) {
			if (delivered) {
				flush.succeed();
			}
			else {
				flush.fail();
			}
		}
	}

}
