package io.tracingstarter.autoconfigure.export;

import java.time.Duration;

import io.tracingstarter.export.Overflow;

/**
 * What every exporter can be told: its switch and its queue.
 */
public abstract class ExporterProperties {

	/**
	 * Whether finished spans go to this exporter.
	 */
	private boolean enabled;

	/**
	 * Longest time one export may take, from connecting to the answer's last byte.
	 * Milliseconds where no unit is given.
	 */
	private Duration timeout = Duration.ofSeconds(10);

	/**
	 * Number of spans that may wait for this exporter. What is too much is dropped and
	 * counted, see 'overflow'.
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

	/**
	 * Which span is lost when one ends and the queue is full.
	 */
	private Overflow overflow = Overflow.DROP_NEWEST;

	private final Retry retry = new Retry();

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

	public Overflow getOverflow() {
		return this.overflow;
	}

	public void setOverflow(Overflow overflow) {
		this.overflow = overflow;
	}

	public Retry getRetry() {
		return this.retry;
	}

	/**
	 * How an export that failed for a time is tried again.
	 */
	public static class Retry {

		/**
		 * Longest wait after the first failure; at least half of it is waited. Doubles
		 * with each further failure. Milliseconds where no unit is given.
		 */
		private Duration initialInterval = Duration.ofSeconds(1);

		/**
		 * Longest wait after any failure, unless the backend asks for a longer one.
		 * Milliseconds where no unit is given.
		 */
		private Duration maxInterval = Duration.ofSeconds(30);

		/**
		 * Time from its first export after which a batch that fails again is lost; 0 to
		 * try each batch once. Also the longest wait that a backend can ask for.
		 * Milliseconds where no unit is given.
		 */
		private Duration maxElapsedTime = Duration.ofMinutes(5);

		public Duration getInitialInterval() {
			return this.initialInterval;
		}

		public void setInitialInterval(Duration initialInterval) {
			this.initialInterval = initialInterval;
		}

		public Duration getMaxInterval() {
			return this.maxInterval;
		}

		public void setMaxInterval(Duration maxInterval) {
			this.maxInterval = maxInterval;
		}

		public Duration getMaxElapsedTime() {
			return this.maxElapsedTime;
		}

		public void setMaxElapsedTime(Duration maxElapsedTime) {
			this.maxElapsedTime = maxElapsedTime;
		}

	}

}
