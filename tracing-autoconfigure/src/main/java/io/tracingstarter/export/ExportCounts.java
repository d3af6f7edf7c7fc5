package io.tracingstarter.export;

import java.util.Map;

/**
 * What one exporter has done since it started. At rest, the spans that ended are those
 * exported, filtered, lost, queued and in flight.
 *
 * @param exported spans that the backend accepted
 * @param filtered spans that the application's filters kept back
 * @param lost spans that the backend did not get, for each reason; every reason has an
 * entry
 * @param failedExports exports that failed, whether or not they were tried again
 * @param retries exports that were a further try
 * @param inFlight spans that are being exported, or wait to be tried again
 * @param queueSize spans that wait in the queue
 * @param queueCapacity spans that may wait there
 */
public record ExportCounts(long exported, long filtered, Map<LossReason, Long> lost, long failedExports, long retries,
		int inFlight, int queueSize, int queueCapacity) {

	/**
	 * Spans lost for one reason.
	 * @param reason the reason
	 * @return how many, 0 or more
	 */
	public long lost(LossReason reason) {
		return this.lost.getOrDefault(reason, 0L);
	}

	/**
	 * Spans lost for whatever reason.
	 * @return how many, 0 or more
	 */
	public long totalLost() {
		return this.lost.values().stream().mapToLong(Long::longValue).sum();
	}

}
