package io.tracingstarter.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches off the queue, gives them to the exporter, and keeps the books. Whatever
 * the exporter does costs one batch. Used by the worker only.
 */
final class BatchExport {

	private static final Logger logger = LoggerFactory.getLogger(QueueSpanProcessor.class);

	private final SpanExporter exporter;

	private final QueueSettings settings;

	private final SpanRing queue;

	private final ExportStatistics statistics;

	private final LossLog lossLog;

	BatchExport(SpanExporter exporter, QueueSettings settings, SpanRing queue, ExportStatistics statistics,
			LossLog lossLog) {
		this.exporter = exporter;
		this.settings = settings;
		this.queue = queue;
		this.statistics = statistics;
		this.lossLog = lossLog;
	}

	/**
	 * Exports what is queued now, and tells of losses after each batch.
	 * @param stopping ends the work before the next batch
	 * @return whether all of it was delivered
	 */
	boolean exportQueued(BooleanSupplier stopping) {
		boolean delivered = true;
		int remaining = this.queue.size();
		while (remaining > 0 && !stopping.getAsBoolean()) {
			int size = Math.min(remaining, this.settings.maxBatchSize());
			delivered &= export(takeBatch(size));
			report(false);
			remaining -= size;
		}
		report(false);
		return delivered && remaining <= 0;
	}

	/**
	 * Exports until the queue is empty or the time is up, drops the rest, and shuts the
	 * exporter down.
	 * @param since {@link System#nanoTime()} from which the time-out counts
	 */
	void end(long since) {
		while (this.queue.size() > 0 && System.nanoTime() - since < this.settings.timeout().toNanos()) {
			export(takeBatch(this.settings.maxBatchSize()));
		}
		drop();
		report(true);
		try {
			this.exporter.shutdown().join(this.settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Exporter did not shut down", ex);
		}
	}

	private void report(boolean last) {
		try {
			this.lossLog.report(this.statistics.counts(this.queue.size()), last);
		}
		catch (Throwable ex) {
			// an appender or filter of the application that fails; nobody is left to tell
		}
	}

	void drop() {
		int dropped = 0;
		while (this.queue.poll() != null) {
			dropped++;
		}
		this.statistics.lost(LossReason.SHUT_DOWN, dropped);
	}

	private List<SpanData> takeBatch(int limit) {
		List<SpanData> batch = new ArrayList<>(limit);
		for (int taken = 0; taken < limit; taken++) {
			ReadableSpan span = this.queue.poll();
			if (span == null) {
				break;
			}
			try {
				// safe here: an ended span no longer changes
				batch.add(span.toSpanData());
			}
			catch (Throwable ex) {
				// also errors: what one span holds must not end the exporter's thread
				lost(1, ex);
			}
		}
		return Collections.unmodifiableList(batch);
	}

	private boolean export(List<SpanData> batch) {
		if (batch.isEmpty()) {
			return true;
		}
		try {
			CompletableResultCode result = this.exporter.export(batch);
			result.join(this.settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
			// in this order: the answer may come between the two questions
			boolean done = result.isDone();
			if (result.isSuccess()) {
				this.statistics.exported(batch.size());
				this.lossLog.delivered();
				return true;
			}
			if (done) {
				lost(batch.size(), result.getFailureThrowable());
			}
			else {
				this.statistics.lost(LossReason.TIMED_OUT, batch.size());
				this.lossLog.failed("no answer in " + this.settings.timeout().toMillis() + " ms");
			}
		}
		catch (Throwable ex) {
			// also errors: a missing class in one exporter must not end its thread
			lost(batch.size(), ex);
		}
		return false;
	}

	private void lost(int batchSize, @Nullable Throwable failure) {
		int lost = (failure instanceof ExportException partial) ? Math.min(partial.getLostSpans(), batchSize)
				: batchSize;
		this.statistics.lost(LossReason.EXPORT_FAILED, lost);
		this.statistics.exported(batchSize - lost);
		this.lossLog.failed(FailureReason.of(failure));
	}

}
