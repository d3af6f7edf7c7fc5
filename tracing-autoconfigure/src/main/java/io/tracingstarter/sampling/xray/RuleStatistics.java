package io.tracingstarter.sampling.xray;

import java.util.concurrent.atomic.LongAdder;

/**
 * What became of the traces that a rule was for, since X-Ray was last told. Any thread.
 */
final class RuleStatistics {

	private final LongAdder requests = new LongAdder();

	private final LongAdder sampled = new LongAdder();

	private final LongAdder borrowed = new LongAdder();

	/**
	 * Numbers of traces.
	 *
	 * @param requests all of them
	 * @param sampled those that were sampled
	 * @param borrowed those of the sampled for which there was no quota
	 */
	record Counts(long requests, long sampled, long borrowed) {

	}

	void request() {
		this.requests.increment();
	}

	void sampled() {
		this.sampled.increment();
	}

	void borrowed() {
		this.sampled.increment();
		this.borrowed.increment();
	}

	boolean isEmpty() {
		return this.requests.sum() == 0;
	}

	Counts take() {
		// in this order, for what is counted meanwhile: never more sampled than asked for
		long takenBorrowed = this.borrowed.sumThenReset();
		long takenSampled = this.sampled.sumThenReset();
		return new Counts(this.requests.sumThenReset(), takenSampled, takenBorrowed);
	}

	/** For what could not be told. */
	void putBack(Counts counts) {
		this.requests.add(counts.requests());
		this.sampled.add(counts.sampled());
		this.borrowed.add(counts.borrowed());
	}

}
