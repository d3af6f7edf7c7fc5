package io.tracingstarter.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters of one exporter. Request threads count drops while the worker counts exports,
 * hence adders.
 */
final class ExportStatistics {

	private final LongAdder exported = new LongAdder();

	private final Map<LossReason, LongAdder> lost = new EnumMap<>(LossReason.class);

	ExportStatistics() {
		for (LossReason reason : LossReason.values()) {
			this.lost.put(reason, new LongAdder());
		}
	}

	void exported(int spans) {
		this.exported.add(spans);
	}

	void lost(LossReason reason, int spans) {
		LongAdder adder = this.lost.get(reason);
		if (adder != null) {
			adder.add(spans);
		}
	}

	ExportCounts counts(int queueSize) {
		Map<LossReason, Long> sums = new EnumMap<>(LossReason.class);
		this.lost.forEach((reason, adder) -> sums.put(reason, adder.sum()));
		return new ExportCounts(this.exported.sum(), Map.copyOf(sums), queueSize);
	}

}
