package io.tracingstarter.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many traces in a second, and no more; what was not used in the last second may come
 * at once. A token bucket that holds nothing but one time (the generic cell rate
 * algorithm of ITU-T I.371), so it needs no lock. Any thread.
 */
public final class TraceRate {

	private final double perSecond;

	private final long intervalNanos;

	private final long burstNanos;

	private final LongSupplier nanoTime;

	/** When the next trace would be due, were they evenly spread. */
	private final AtomicLong due;

	/**
	 * Creates a limit.
	 * @param perSecond traces in a second, more than 0; 0.1 is one in ten seconds
	 */
	public TraceRate(double perSecond) {
		this(perSecond, System::nanoTime);
	}

	TraceRate(double perSecond, LongSupplier nanoTime) {
		if (!(perSecond > 0)) {
			throw new IllegalArgumentException("A rate must be more than 0");
		}
		this.perSecond = perSecond;
		this.intervalNanos = Math.max(1, (long) (TimeUnit.SECONDS.toNanos(1) / perSecond));
		this.burstNanos = Math.max(TimeUnit.SECONDS.toNanos(1), this.intervalNanos) - this.intervalNanos;
		this.nanoTime = nanoTime;
		this.due = new AtomicLong(nanoTime.getAsLong() - this.burstNanos);
	}

	boolean tryAcquire() {
		long now = this.nanoTime.getAsLong();
		while (true) {
			long dueAt = this.due.get();
			if (dueAt - now > this.burstNanos) {
				return false;
			}
			long from = (dueAt - now > 0) ? dueAt : now;
			if (this.due.compareAndSet(dueAt, from + this.intervalNanos)) {
				return true;
			}
		}
	}

	@Override
	public String toString() {
		return this.perSecond + "/s";
	}

}
