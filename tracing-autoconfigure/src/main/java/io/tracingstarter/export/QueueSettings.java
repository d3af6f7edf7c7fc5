package io.tracingstarter.export;

import java.time.Duration;

/**
 * Sizes and times of one exporter's queue. Names and defaults are those of the
 * OpenTelemetry SDK's batch processor, where it has them.
 *
 * @param maxQueueSize spans that may wait
 * @param maxBatchSize spans in one export, at most {@code maxQueueSize}
 * @param scheduleDelay longest time a span waits for a full batch
 * @param timeout longest time one export may take; also the limit of a flush
 * @param overflow which span is lost when the queue is full
 * @param retry how a failed export is tried again
 * @param shutdownTimeout longest time that exporting the rest may take at the end
 */
public record QueueSettings(int maxQueueSize, int maxBatchSize, Duration scheduleDelay, Duration timeout,
		Overflow overflow, RetrySettings retry, Duration shutdownTimeout) {

	/**
	 * Queue of 2048 spans that keeps the oldest, batches of 512, a delay of 5 seconds,
	 * time-outs of 10 seconds.
	 */
	public static final QueueSettings DEFAULTS = new QueueSettings(2048, 512, Duration.ofSeconds(5),
			Duration.ofSeconds(10));

	public QueueSettings {
		if (maxBatchSize < 1 || maxQueueSize < maxBatchSize) {
			throw new IllegalArgumentException("Sizes must satisfy 1 <= maxBatchSize <= maxQueueSize");
		}
		if (!isPositive(scheduleDelay) || !isPositive(timeout) || !isPositive(shutdownTimeout)) {
			throw new IllegalArgumentException("Times must be positive");
		}
	}

	/**
	 * Settings with the defaults for the rest.
	 * @param maxQueueSize spans that may wait
	 * @param maxBatchSize spans in one export, at most {@code maxQueueSize}
	 * @param scheduleDelay longest time a span waits for a full batch
	 * @param timeout longest time one export may take, and the end
	 */
	public QueueSettings(int maxQueueSize, int maxBatchSize, Duration scheduleDelay, Duration timeout) {
		this(maxQueueSize, maxBatchSize, scheduleDelay, timeout, Overflow.DROP_NEWEST, RetrySettings.DEFAULTS, timeout);
	}

	/**
	 * The same with another overflow.
	 * @param overflow which span is lost when the queue is full
	 * @return new settings
	 */
	public QueueSettings withOverflow(Overflow overflow) {
		return new QueueSettings(this.maxQueueSize, this.maxBatchSize, this.scheduleDelay, this.timeout, overflow,
				this.retry, this.shutdownTimeout);
	}

	/**
	 * The same with another retry.
	 * @param retry how a failed export is tried again
	 * @return new settings
	 */
	public QueueSettings withRetry(RetrySettings retry) {
		return new QueueSettings(this.maxQueueSize, this.maxBatchSize, this.scheduleDelay, this.timeout, this.overflow,
				retry, this.shutdownTimeout);
	}

	/**
	 * The same with another limit for the end.
	 * @param shutdownTimeout longest time that exporting the rest may take
	 * @return new settings
	 */
	public QueueSettings withShutdownTimeout(Duration shutdownTimeout) {
		return new QueueSettings(this.maxQueueSize, this.maxBatchSize, this.scheduleDelay, this.timeout, this.overflow,
				this.retry, shutdownTimeout);
	}

	private static boolean isPositive(Duration duration) {
		return !duration.isZero() && !duration.isNegative();
	}

}
