package io.tracingstarter.export;

import java.time.Duration;

/**
 * Sizes and times of one exporter's queue. Names and defaults are those of the
 * OpenTelemetry SDK's batch processor.
 *
 * @param maxQueueSize spans that may wait; a span that finds the queue full is dropped
 * and counted
 * @param maxBatchSize spans in one export, at most {@code maxQueueSize}
 * @param scheduleDelay longest time a span waits for a full batch
 * @param timeout longest time one export may take; also the limit of a flush
 */
public record QueueSettings(int maxQueueSize, int maxBatchSize, Duration scheduleDelay, Duration timeout) {

	/**
	 * Queue of 2048 spans, batches of 512, a delay of 5 seconds and a time-out of 10
	 * seconds.
	 */
	public static final QueueSettings DEFAULTS = new QueueSettings(2048, 512, Duration.ofSeconds(5),
			Duration.ofSeconds(10));

	public QueueSettings {
		if (maxBatchSize < 1 || maxQueueSize < maxBatchSize) {
			throw new IllegalArgumentException("Sizes must satisfy 1 <= maxBatchSize <= maxQueueSize");
		}
		if (scheduleDelay.isZero() || scheduleDelay.isNegative() || timeout.isZero() || timeout.isNegative()) {
			throw new IllegalArgumentException("Times must be positive");
		}
	}

}
