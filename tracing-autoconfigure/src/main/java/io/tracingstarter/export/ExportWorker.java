package io.tracingstarter.export;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.opentelemetry.api.internal.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * The thread of one exporter: sleeps until a batch is full, the delay has passed, or
 * someone asks for a flush or the end; then exports what is queued. After a failure it
 * sleeps until the circuit lets it try again.
 */
final class ExportWorker implements Runnable {

	private final SpanQueue queue;

	private final BatchExport export;

	private final Circuit circuit;

	private final DeliveryLog log;

	private final QueueSettings settings;

	private final FlushRequests flushes = new FlushRequests();

	private final CompletableResultCode ended = new CompletableResultCode();

	private final AtomicBoolean asleep = new AtomicBoolean();

	private final Thread thread;

	private volatile long stopTime;

	private volatile boolean stopping;

	ExportWorker(String name, SpanQueue queue, BatchExport export, Circuit circuit, DeliveryLog log,
			QueueSettings settings) {
		this.queue = queue;
		this.export = export;
		this.circuit = circuit;
		this.log = log;
		this.settings = settings;
		this.thread = new ExportThread(this, name);
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Wakes the worker for a full batch. Called on the request's thread for each span.
	 */
	void wakeForFullBatch() {
		if (this.asleep.get() && this.queue.size() >= this.settings.maxBatchSize()
				&& this.asleep.compareAndSet(true, false)) {
			LockSupport.unpark(this.thread);
		}
	}

	CompletableResultCode flush() {
		CompletableResultCode flush = this.flushes.add();
		LockSupport.unpark(this.thread);
		if (this.ended.isDone()) {
			// the worker may not have seen the request, and nothing is left to flush
			FlushRequests.complete(this.flushes.take(), true);
		}
		return flush;
	}

	CompletableResultCode stop() {
		if (!this.stopping) {
			this.stopTime = System.nanoTime();
			this.queue.close();
			this.stopping = true;
		}
		LockSupport.unpark(this.thread);
		return this.ended;
	}

	/**
	 * Ends what is under way. The rest is lost.
	 */
	void abort() {
		if (!this.ended.isDone()) {
			this.export.abort();
			this.thread.interrupt();
		}
	}

	@Override
	public void run() {
		try {
			// instrumented clients see the mark, and do not trace the export itself
			InstrumentationUtil.suppressInstrumentation(this::work);
		}
		finally {
			this.stopping = true;
			this.export.dropRetry();
			this.queue.drop();
			this.ended.succeed();
			FlushRequests.complete(this.flushes.take(), true);
		}
	}

	private void work() {
		while (!this.stopping) {
			sleep();
			// requests first: what ended before them is then in the queue
			List<CompletableResultCode> requested = this.flushes.take();
			FlushRequests.complete(requested, exportQueued());
		}
		exportRest();
		this.export.dropRetry();
		this.queue.drop();
		this.log.report(true);
		this.export.shutDown(remaining());
	}

	private void sleep() {
		long due = System.nanoTime() + this.settings.scheduleDelay().toNanos();
		while (!this.stopping && this.flushes.isEmpty()) {
			long now = System.nanoTime();
			long wait = this.circuit.remaining(now);
			// while it waits for the backend, no request wakes it
			this.asleep.set(wait <= 0);
			if (wait <= 0) {
				wait = isDue() ? 0 : due - now;
			}
			if (wait <= 0 || this.stopping || !this.flushes.isEmpty()) {
				break;
			}
			// an exporter that leaves the thread interrupted would turn this into a busy
			// loop
			Thread.interrupted();
			LockSupport.parkNanos(this, wait);
		}
		this.asleep.set(false);
	}

	private boolean isDue() {
		return this.export.toRetry() != null || this.queue.size() >= this.settings.maxBatchSize();
	}

	/**
	 * Exports what is queued now, until it has to wait for the backend.
	 * @return whether all of it was delivered
	 */
	private boolean exportQueued() {
		boolean delivered = true;
		int remaining = this.queue.size();
		while (!this.stopping && (remaining > 0 || this.export.toRetry() != null)) {
			if (this.export.toRetry() == null) {
				remaining -= this.settings.maxBatchSize();
			}
			delivered &= exportNext();
			this.log.report(false);
			if (this.circuit.remaining(System.nanoTime()) > 0) {
				return false;
			}
		}
		this.log.report(false);
		return delivered && remaining <= 0;
	}

	/**
	 * Exports until the queue is empty or the time is up. A backend that fails is waited
	 * for only where it has not failed for long.
	 */
	private void exportRest() {
		while (this.queue.size() > 0 || this.export.toRetry() != null) {
			if (!exportNext() && this.circuit.state() != CircuitState.CLOSED) {
				return;
			}
			long wait = this.circuit.remaining(System.nanoTime());
			while (wait > 0 && wait < remaining() && !this.export.isAborted()) {
				LockSupport.parkNanos(this, wait);
				wait = this.circuit.remaining(System.nanoTime());
			}
			if (wait > 0 || remaining() <= 0 || this.export.isAborted()) {
				return;
			}
		}
	}

	private boolean exportNext() {
		List<SpanData> retry = this.export.toRetry();
		return this.export.export((retry != null) ? retry : this.queue.take(this.settings.maxBatchSize()));
	}

	private long remaining() {
		return this.settings.shutdownTimeout().toNanos() - (System.nanoTime() - this.stopTime);
	}

}
