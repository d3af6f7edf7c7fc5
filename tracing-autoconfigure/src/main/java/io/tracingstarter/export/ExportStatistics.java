package io.tracingstarter.export;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * The books of one exporter. Request threads count what finds no room while the worker
 * counts the rest, hence adders.
 */
final class ExportStatistics {

	private final SpanRing queue;

	private final LongAdder exported = new LongAdder();

	private final LongAdder filtered = new LongAdder();

	private final LongAdder failedExports = new LongAdder();

	private final LongAdder retries = new LongAdder();

	private final Map<LossReason, LongAdder> lost = new EnumMap<>(LossReason.class);

	private volatile int inFlight;

	private volatile @Nullable Instant lastSuccess;

	private volatile @Nullable LastFailure lastFailure;

	ExportStatistics(SpanRing queue) {
		this.queue = queue;
		for (LossReason reason : LossReason.values()) {
			this.lost.put(reason, new LongAdder());
		}
	}

	void exported(int spans) {
		this.exported.add(spans);
	}

	void filtered() {
		this.filtered.increment();
	}

	void retried() {
		this.retries.increment();
	}

	void inFlight(int spans) {
		this.inFlight = spans;
	}

	void lost(LossReason reason, int spans) {
		LongAdder adder = this.lost.get(reason);
		if (adder != null) {
			adder.add(spans);
		}
	}

	void succeeded() {
		this.lastSuccess = Instant.now();
	}

	void failed(String reason) {
		this.failedExports.increment();
		this.lastFailure = new LastFailure(Instant.now(), reason);
	}

	ExportCounts counts() {
		Map<LossReason, Long> sums = new EnumMap<>(LossReason.class);
		this.lost.forEach((reason, adder) -> sums.put(reason, adder.sum()));
		return new ExportCounts(this.exported.sum(), this.filtered.sum(), Map.copyOf(sums), this.failedExports.sum(),
				this.retries.sum(), this.inFlight, this.queue.size(), this.queue.capacity());
	}

	ExportStatus status(CircuitState circuit) {
		LastFailure failure = this.lastFailure;
		return new ExportStatus(circuit, this.lastSuccess, (failure != null) ? failure.time() : null,
				(failure != null) ? failure.reason() : null);
	}

	private record LastFailure(Instant time, String reason) {

	}

}
