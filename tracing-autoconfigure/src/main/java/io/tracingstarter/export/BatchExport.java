package io.tracingstarter.export;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives batches to the exporter, keeps the one that has to be tried again, and keeps the
 * books. Whatever the exporter does costs one batch. Used by the worker only.
 * <p>
 * A batch is tried again after a failure that may pass: one that was not answered, or
 * answered with a code that says so. It may then arrive twice, which OTLP prefers to
 * losing it.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#duplicate-data">OTLP: duplicate
 * data</a>
 */
final class BatchExport {

	private static final Logger logger = LoggerFactory.getLogger(QueueSpanProcessor.class);

	private final SpanExporter exporter;

	private final QueueSettings settings;

	private final Circuit circuit;

	private final ExportStatistics statistics;

	private final DeliveryLog log;

	private final ExportListeners listeners;

	private @Nullable List<SpanData> retry;

	private long firstTried;

	private volatile boolean aborted;

	private final AtomicBoolean shutDown = new AtomicBoolean();

	BatchExport(SpanExporter exporter, QueueSettings settings, Circuit circuit, ExportStatistics statistics,
			DeliveryLog log, ExportListeners listeners) {
		this.exporter = exporter;
		this.settings = settings;
		this.circuit = circuit;
		this.statistics = statistics;
		this.log = log;
		this.listeners = listeners;
	}

	/**
	 * The batch that has to be tried again.
	 * @return the batch, or {@code null} where there is none
	 */
	@Nullable List<SpanData> toRetry() {
		return this.retry;
	}

	/**
	 * Ends the export that is under way, whose batch is then lost to the shutdown. From
	 * any thread.
	 */
	void abort() {
		this.aborted = true;
		shutDown(0);
	}

	boolean isAborted() {
		return this.aborted;
	}

	void shutDown(long waitNanos) {
		if (this.shutDown.compareAndSet(false, true)) {
			try {
				this.exporter.shutdown().join(Math.max(waitNanos, 0), TimeUnit.NANOSECONDS);
			}
			catch (Throwable ex) {
				logger.debug("Exporter did not shut down", ex);
			}
		}
	}

	void dropRetry() {
		if (this.retry != null) {
			this.statistics.lost(LossReason.SHUT_DOWN, this.retry.size());
			keep(null);
		}
	}

	/**
	 * Tries to export.
	 * @param batch the batch to try again, or a new one
	 * @return whether all of it was delivered
	 */
	boolean export(List<SpanData> batch) {
		if (batch.isEmpty()) {
			return true;
		}
		if (batch == this.retry) {
			this.statistics.retried();
		}
		else {
			this.firstTried = System.nanoTime();
		}
		this.statistics.inFlight(batch.size());
		this.circuit.trying();
		long start = System.nanoTime();
		Failure failure = attempt(batch);
		this.listeners.exported(batch.size(), System.nanoTime() - start, failure);
		if (failure == null) {
			this.statistics.exported(batch.size());
			this.statistics.succeeded();
			this.circuit.succeeded();
			this.log.delivered();
			keep(null);
		}
		else {
			failed(batch, failure);
		}
		return failure == null;
	}

	private @Nullable Failure attempt(List<SpanData> batch) {
		try {
			CompletableResultCode result = this.exporter.export(batch);
			result.join(this.settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
			// in this order: the answer may come between the two questions
			boolean done = result.isDone();
			if (result.isSuccess()) {
				return null;
			}
			return done ? Failure.of(result.getFailureThrowable(), batch)
					: Failure.timedOut("no answer in " + this.settings.timeout().toMillis() + " ms", batch);
		}
		catch (Throwable ex) {
			// also errors: a missing class in one exporter must not end its thread
			return Failure.of(ex, batch);
		}
	}

	private void failed(List<SpanData> batch, Failure failure) {
		int unsent = failure.unsent().size();
		int delivered = batch.size() - failure.rejected() - unsent;
		this.statistics.exported(delivered);
		this.statistics.lost(LossReason.REJECTED, failure.rejected());
		this.statistics.failed(failure.text());
		this.log.failed(failure.text());
		long now = System.nanoTime();
		if (delivered > 0 && !failure.temporary()) {
			// a backend that takes most spans is well
			this.statistics.succeeded();
			this.circuit.succeeded();
		}
		else {
			this.circuit.failed(failure.temporary(), failure.retryAfter(), now);
		}
		if (unsent > 0 && failure.temporary() && !this.aborted
				&& now - this.firstTried < this.settings.retry().maxElapsedTime().toNanos()) {
			keep(failure.unsent());
		}
		else {
			this.statistics.lost(this.aborted ? LossReason.SHUT_DOWN : failure.reason(), unsent);
			keep(null);
		}
	}

	private void keep(@Nullable List<SpanData> batch) {
		this.retry = batch;
		this.statistics.inFlight((batch != null) ? batch.size() : 0);
	}

}
