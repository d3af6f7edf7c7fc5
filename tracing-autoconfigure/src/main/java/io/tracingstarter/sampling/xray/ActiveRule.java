package io.tracingstarter.sampling.xray;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A rule at work: takes from its reservoir first, then the share of its rate. Holds no
 * lock. Any thread.
 */
final class ActiveRule {

	private final Rule rule;

	private final RuleStatistics statistics;

	private volatile Target target;

	/** The second in the upper half, and in the lower what was taken in it. */
	private final AtomicLong window = new AtomicLong();

	ActiveRule(Rule rule, Target target, RuleStatistics statistics) {
		this.rule = rule;
		this.target = target;
		this.statistics = statistics;
	}

	Rule rule() {
		return this.rule;
	}

	RuleStatistics statistics() {
		return this.statistics;
	}

	void assign(Target target) {
		this.target = target;
	}

	/**
	 * Decides about a trace.
	 * @param traceId its id
	 * @param now seconds since 1970
	 */
	boolean samples(String traceId, long now) {
		this.statistics.request();
		Target current = this.target;
		boolean assigned = now < current.until();
		if (assigned && take(now, current.quota())) {
			this.statistics.sampled();
			return true;
		}
		// so that each service shows something of each rule from its first second on
		if (!assigned && this.rule.reservoir() > 0 && take(now, 1)) {
			this.statistics.borrowed();
			return true;
		}
		if (current.hasInShare(traceId)) {
			this.statistics.sampled();
			return true;
		}
		return false;
	}

	private boolean take(long second, int limit) {
		while (true) {
			long seen = this.window.get();
			boolean current = (int) (seen >>> Integer.SIZE) == (int) second;
			long taken = current ? (int) seen : 0;
			if (taken >= limit) {
				return false;
			}
			if (this.window.compareAndSet(seen, second << Integer.SIZE | (taken + 1))) {
				return true;
			}
		}
	}

}
