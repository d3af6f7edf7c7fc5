package io.tracingstarter.autoconfigure.export;

import java.time.Duration;

/**
 * What every exporter can be told: its switch and its queue.
 */
public abstract class ExporterProperties {

	/**
	 * Whether finished spans go to this exporter.
	 */
	private boolean enabled;

	/**
	 * Longest time one export may take, from connecting to the answer's last byte. Spans
	 * of an export that takes longer are lost. Also the time that shutting down may take.
	 * Milliseconds where no unit is given.
	 */
	private Duration timeout = Duration.ofSeconds(10);

	/**
	 * Number of spans that may wait for this exporter. A span that finds the queue full
	 * is dropped and counted.
	 */
	private int maxQueueSize = 2048;

	/**
	 * Number of spans in one export. At most 'max-queue-size'.
	 */
	private int maxBatchSize = 512;

	/**
	 * Longest time a span waits for a batch to fill. Milliseconds where no unit is given.
	 */
	private Duration scheduleDelay;

	protected ExporterProperties(Duration scheduleDelay) {
		this.scheduleDelay = scheduleDelay;
	}

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public int getMaxQueueSize() {
		return this.maxQueueSize;
	}

	public void setMaxQueueSize(int maxQueueSize) {
		this.maxQueueSize = maxQueueSize;
	}

	public int getMaxBatchSize() {
		return this.maxBatchSize;
	}

	public void setMaxBatchSize(int maxBatchSize) {
		this.maxBatchSize = maxBatchSize;
	}

	public Duration getScheduleDelay() {
		return this.scheduleDelay;
	}

	public void setScheduleDelay(Duration scheduleDelay) {
		this.scheduleDelay = scheduleDelay;
	}

}
