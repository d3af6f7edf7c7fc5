package io.tracingstarter.cli.source.cloudwatch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.log.LogDecoder;

/**
 * Takes the messages of log groups, cuts the ones that are too long, decodes them, and
 * says when it is enough. Threads may share one.
 */
final class LineCollector {

	private final LogDecoder decoder;

	private final Limits limits;

	private final Findings findings;

	private final Predicate<String> wanted;

	private final AtomicLong taken = new AtomicLong();

	private final AtomicLong cut = new AtomicLong();

	LineCollector(LogDecoder decoder, Limits limits, Findings findings, Predicate<String> wanted) {
		this.decoder = decoder;
		this.limits = limits;
		this.findings = findings;
		this.wanted = wanted;
	}

	/**
	 * Takes a message.
	 * @param millis when it was logged, in milliseconds since 1970
	 * @return whether more messages are of use
	 */
	boolean take(LogGroup group, String stream, long millis, String message) {
		if (!this.wanted.test(message)) {
			return true;
		}
		String line = message.stripTrailing();
		if (line.length() > this.limits.lineBytes()) {
			line = line.substring(0, this.limits.lineBytes());
			this.cut.incrementAndGet();
		}
		long nanos = (Math.abs(millis) > Long.MAX_VALUE / 1_000_000) ? 0 : millis * 1_000_000;
		String origin = stream.isEmpty() ? group.name() : group.name() + " " + stream;
		this.decoder.decode(line, new LogDecoder.Place(nanos, group.service(), origin), this.findings);
		return this.taken.incrementAndGet() < (long) this.limits.lines() + this.limits.spans();
	}

	/**
	 * Says what was left out.
	 */
	void conclude() {
		if (this.cut.get() > 0) {
			this.findings.note("cut " + this.cut.get() + " log lines after " + this.limits.lineBytes() + " characters");
		}
		if (this.taken.get() >= (long) this.limits.lines() + this.limits.spans()) {
			this.findings.note("stopped after " + this.taken.get() + " log events");
		}
	}

}
