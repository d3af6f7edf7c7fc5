package io.tracingstarter.export;

import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator that spans are not delivered: at once when the first are lost or an
 * export fails twice in a row, then at most once a minute with the number lost since, and
 * once more when the backend accepts spans again. Used by the worker only.
 */
final class DeliveryLog {

	private static final Logger logger = LoggerFactory.getLogger(QueueSpanProcessor.class);

	private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

	private static final String END = ". Requests are not affected; repeated at most once a minute.";

	private final ExportTarget target;

	private final LongSupplier nanoTime;

	private final ExportStatistics statistics;

	private ExportCounts reported;

	private long lastWarning;

	private boolean warned;

	private String reason = "";

	private int failures;

	private boolean warnedOfFailure;

	private boolean recoveryDue;

	DeliveryLog(ExportTarget target, LongSupplier nanoTime, ExportStatistics statistics) {
		this.target = target;
		this.nanoTime = nanoTime;
		this.statistics = statistics;
		this.reported = statistics.counts();
	}

	void failed(String reason) {
		this.reason = reason;
		this.failures++;
	}

	void delivered() {
		this.recoveryDue |= this.failures > 0 && this.warnedOfFailure;
		this.failures = 0;
	}

	/**
	 * Logs what is due.
	 * @param last whether the worker ends, and nothing may be left untold
	 */
	void report(boolean last) {
		try {
			report(this.statistics.counts(), last);
		}
		catch (Throwable ex) {
			// an appender or filter of the application that fails; nobody is left to tell
		}
	}

	private void report(ExportCounts counts, boolean last) {
		long lost = counts.totalLost() - this.reported.totalLost();
		long now = this.nanoTime.getAsLong();
		if (this.recoveryDue) {
			this.recoveryDue = false;
			this.warnedOfFailure = false;
			this.reported = counts;
			logger.info("Exporter {}: delivers again; {} lost since the start.", this.target,
					spans(counts.totalLost()));
		}
		else if ((lost > 0 || this.failures > 1)
				&& (!this.warned || (last && lost > 0) || now - this.lastWarning >= INTERVAL_NANOS)) {
			warn(counts, lost, now);
			this.reported = counts;
			this.lastWarning = now;
			this.warned = true;
			this.warnedOfFailure |= this.failures > 0;
		}
	}

	private void warn(ExportCounts counts, long lost, long now) {
		if (lost > 0) {
			logger.warn("Exporter {}: {} lost{}: {}" + END, this.target, spans(lost), since(now), reasons(counts));
		}
		else {
			logger.warn("Exporter {}: {}; none lost yet, {} until it works again" + END, this.target, this.reason,
					waiting(counts.inFlight() + counts.queueSize()));
		}
	}

	private static String waiting(int count) {
		return (count == 1) ? "1 span waits" : count + " spans wait";
	}

	private String since(long now) {
		return this.warned ? " in the last " + TimeUnit.NANOSECONDS.toSeconds(now - this.lastWarning) + " s" : "";
	}

	private String reasons(ExportCounts counts) {
		StringJoiner reasons = new StringJoiner("; ");
		long full = since(counts, LossReason.QUEUE_FULL);
		long late = since(counts, LossReason.SHUT_DOWN);
		if (counts.totalLost() - this.reported.totalLost() > full + late || this.failures > 0) {
			reasons.add(this.reason);
		}
		if (full > 0) {
			reasons.add(full + " because the queue was full");
		}
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
