package io.tracingstarter.export;

import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator that spans are lost: at once the first time, then at most once a
 * minute with the number lost since, and once more when the backend accepts spans again.
 * Used by the worker only.
 */
final class LossLog {

	private static final Logger logger = LoggerFactory.getLogger(QueueSpanProcessor.class);

	private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final ExportTarget target;

	private final LongSupplier nanoTime;

	private ExportCounts reported;

	private long lastWarning;

	private boolean warned;

	private String reason = "";

	private boolean failing;

	private boolean warnedOfFailure;

	private boolean recoveryDue;

	LossLog(ExportTarget target, LongSupplier nanoTime, ExportCounts nothing) {
		this.target = target;
		this.nanoTime = nanoTime;
		this.reported = nothing;
	}

	void failed(String reason) {
		this.reason = reason;
		this.failing = true;
	}

	void delivered() {
		this.recoveryDue |= this.failing && this.warnedOfFailure;
		this.failing = false;
	}

	/**
	 * Logs what is due.
	 * @param counts the counters now
	 * @param last whether the worker ends, and nothing may be left untold
	 */
	void report(ExportCounts counts, boolean last) {
		long lost = counts.totalLost() - this.reported.totalLost();
		long now = this.nanoTime.getAsLong();
		if (this.recoveryDue) {
			this.recoveryDue = false;
			this.warnedOfFailure = false;
			this.reported = counts;
			logger.info("Exporter {}: delivers again; {} lost since the start.", this.target,
					spans(counts.totalLost()));
		}
		else if (lost > 0 && (!this.warned || last || now - this.lastWarning >= INTERVAL_NANOS)) {
			logger.warn("Exporter {}: {} lost{}: {}. Requests are not affected; repeated at most once a minute.",
					this.target, spans(lost), since(now), reasons(counts));
			this.reported = counts;
			this.lastWarning = now;
			this.warned = true;
			this.warnedOfFailure |= this.failing;
		}
	}

	private String since(long now) {
		return this.warned ? " in the last " + TimeUnit.NANOSECONDS.toSeconds(now - this.lastWarning) + " s" : "";
	}

	private String reasons(ExportCounts counts) {
		StringJoiner reasons = new StringJoiner("; ");
		if (since(counts, LossReason.EXPORT_FAILED) + since(counts, LossReason.TIMED_OUT) > 0) {
			reasons.add(this.reason);
		}
		long full = since(counts, LossReason.QUEUE_FULL);
		if (full > 0) {
			reasons.add(full + " found the queue full");
		}
		long late = since(counts, LossReason.SHUT_DOWN);
		if (late > 0) {
			reasons.add(late + " left over at the shutdown");
		}
		return reasons.toString();
	}

	private long since(ExportCounts counts, LossReason lossReason) {
		return counts.lost(lossReason) - this.reported.lost(lossReason);
	}

	private static String spans(long count) {
		return (count == 1) ? "1 span" : count + " spans";
	}

}
