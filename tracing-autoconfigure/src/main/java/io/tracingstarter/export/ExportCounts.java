package io.tracingstarter.export;

import java.util.Map;

/**
 * What one exporter has done since it started.
 *
 * @param exported spans that the backend accepted
 * @param lost spans that it did not get, for each reason; every reason has an entry
 * @param queueSize spans that wait now
 */
public record ExportCounts(long exported, Map<LossReason, Long> lost, int queueSize) {

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
