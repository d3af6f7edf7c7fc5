package io.tracingstarter.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

import io.opentelemetry.api.internal.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

/**
 * Takes spans from the queue of one exporter and exports them in batches, on a thread of
 * its own. Whatever the exporter does costs one batch and never the thread.
 */
final class ExportWorker implements Runnable {

	private final SpanExporter exporter;

	private final QueueSettings settings;

	private final SpanRing queue;

	private final ExportStatistics statistics = new ExportStatistics();

	private final LossLog lossLog;

	private final Queue<CompletableResultCode> flushes = new ConcurrentLinkedQueue<>();

	private final CompletableResultCode ended = new CompletableResultCode();

	private final AtomicBoolean asleep = new AtomicBoolean();

	private final Thread thread;

	private volatile boolean stopping;

	ExportWorker(ExportTarget target, SpanExporter exporter, QueueSettings settings, LongSupplier logTime) {
		this.exporter = exporter;
		this.settings = settings;
		this.queue = new SpanRing(settings.maxQueueSize());
		this.lossLog = new LossLog(target, logTime, counts());
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
		this.stopping = true;
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
			drop();
			this.ended.succeed();
			complete(requestedFlushes(), true);
		}
	}

	private void work() {
		while (!this.stopping) {
			sleep();
			// requests first: what ended before them is then in the queue
			List<CompletableResultCode> requested = requestedFlushes();
			boolean delivered = export(this.queue.size(), Long.MAX_VALUE);
			this.lossLog.report(counts(), false);
			complete(requested, delivered);
		}
		export(Integer.MAX_VALUE, System.nanoTime() + this.settings.timeout().toNanos());
		this.lossLog.report(counts(), true);
		try {
			this.exporter.shutdown().join(this.settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RuntimeException | LinkageError ex) {
			this.lossLog.failed(FailureReason.of(ex));
		}
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

	private boolean export(int spans, long deadline) {
		boolean delivered = true;
		int remaining = spans;
		while (remaining > 0 && this.queue.size() > 0) {
			if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0) {
				drop();
				return false;
			}
			List<SpanData> batch = takeBatch(Math.min(remaining, this.settings.maxBatchSize()));
			remaining -= Math.max(batch.size(), 1);
			delivered &= batch.isEmpty() || exportBatch(Collections.unmodifiableList(batch));
		}
		return delivered;
	}

	private List<SpanData> takeBatch(int limit) {
		List<SpanData> batch = new ArrayList<>(Math.min(limit, this.queue.size()));
		while (batch.size() < limit) {
			ReadableSpan span = this.queue.poll();
			if (span == null) {
				break;
			}
			try {
				// safe here: an ended span no longer changes
				batch.add(span.toSpanData());
			}
			catch (RuntimeException ex) {
				lost(LossReason.EXPORT_FAILED, 1, ex);
			}
		}
		return batch;
	}

	private boolean exportBatch(List<SpanData> batch) {
		try {
			CompletableResultCode result = this.exporter.export(batch);
			result.join(this.settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
			boolean done = result.isDone();
			if (result.isSuccess()) {
				this.statistics.exported(batch.size());
				this.lossLog.delivered();
				return true;
			}
			if (done) {
				lost(LossReason.EXPORT_FAILED, batch.size(), result.getFailureThrowable());
			}
			else {
				this.statistics.lost(LossReason.TIMED_OUT, batch.size());
				this.lossLog.failed("no answer in " + this.settings.timeout().toMillis() + " ms");
			}
		}
		catch (Throwable ex) {
			// also errors: a missing class in one exporter must not end its thread
			lost(LossReason.EXPORT_FAILED, batch.size(), ex);
		}
		return false;
	}

	private void lost(LossReason reason, int batchSize, @Nullable Throwable failure) {
		int lost = (failure instanceof ExportException partial) ? Math.min(partial.getLostSpans(), batchSize)
				: batchSize;
		this.statistics.lost(reason, lost);
		this.statistics.exported(batchSize - lost);
		this.lossLog.failed(FailureReason.of(failure));
	}

	private void drop() {
		int dropped = 0;
		while (this.queue.poll() != null) {
			dropped++;
		}
		this.statistics.lost(LossReason.SHUT_DOWN, dropped);
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
