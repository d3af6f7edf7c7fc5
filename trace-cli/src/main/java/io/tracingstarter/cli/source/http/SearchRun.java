package io.tracingstarter.cli.source.http;

import java.time.Duration;

import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;

/**
 * One question on its way through a backend's pages: takes what is found, and knows when
 * its time is up. Threads may share one.
 */
public final class SearchRun {

	private final Limits limits;

	private final Findings findings;

	private final long end;

	/**
	 * @param limits how much to bring, and the time for all calls together, which begins
	 * now
	 */
	public SearchRun(Limits limits) {
		this.limits = limits;
		this.findings = new Findings(limits);
		this.end = System.nanoTime() + limits.timeout().toNanos();
	}

	public Limits limits() {
		return this.limits;
	}

	public Findings findings() {
		return this.findings;
	}

	/**
	 * Returns how much time is left; zero or less when it is up.
	 */
	public Duration remaining() {
		return Duration.ofNanos(this.end - System.nanoTime());
	}

}
