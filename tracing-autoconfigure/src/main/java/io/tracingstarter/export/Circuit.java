package io.tracingstarter.export;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Keeps an exporter from hammering a backend that fails: says how long to wait after each
 * failure. The wait doubles from one failure to the next; what is waited is a random part
 * of it, at least the half, so that services that fail together do not return together. A
 * backend that asks for a longer wait gets it, within a limit.
 * <p>
 * After {@value #THRESHOLD} failures in a row the circuit is open. Until then only what
 * may succeed later is waited for; from then on every failure, so that a backend that
 * rejects all is asked once each wait, too. The first success closes it.
 * <p>
 * Used by the worker; the state may be read by any thread.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#failures">OTLP: failures,
 * "exponential backoff with jitter"</a>
 */
final class Circuit {

	static final int THRESHOLD = 5;

	private static final int MAX_DOUBLINGS = 20;

	private final RetrySettings settings;

	private final DoubleSupplier random;

	private volatile int failures;

	private volatile boolean trying;

	private long waitFrom;

	private long waitNanos;

	/**
	 * Creates a closed circuit.
	 * @param settings how long to wait
	 * @param random gives numbers from 0 to 1
	 */
	Circuit(RetrySettings settings, DoubleSupplier random) {
		this.settings = settings;
		this.random = random;
	}

	void trying() {
		this.trying = true;
	}

	void succeeded() {
		this.trying = false;
		this.failures = 0;
		this.waitNanos = 0;
	}

	/**
	 * Notes a failure.
	 * @param temporary whether the same export may succeed later
	 * @param retryAfter the wait that the backend asks for; zero where it does not
	 * @param now {@link System#nanoTime()}
	 */
	void failed(boolean temporary, Duration retryAfter, long now) {
		this.trying = false;
		int count = (this.failures < Integer.MAX_VALUE) ? this.failures + 1 : this.failures;
		this.failures = count;
		this.waitFrom = now;
		this.waitNanos = (temporary || count >= THRESHOLD) ? Math.max(backOff(count), asked(retryAfter)) : 0;
	}

	private long backOff(int count) {
		long initial = this.settings.initialInterval().toNanos();
		long longest = this.settings.maxInterval().toNanos();
		int doublings = Math.min(count - 1, MAX_DOUBLINGS);
		long interval = (initial > longest >> doublings) ? longest : initial << doublings;
		return (long) (interval * (0.5 + this.random.getAsDouble() / 2));
	}

	private long asked(Duration retryAfter) {
		Duration longest = this.settings.longestWait();
		return ((retryAfter.compareTo(longest) > 0) ? longest : retryAfter).toNanos();
	}

	/**
	 * How long to wait before the next export.
	 * @param now {@link System#nanoTime()}
	 * @return nanoseconds; zero or less where nothing is to be waited for
	 */
	long remaining(long now) {
		return (this.waitNanos == 0) ? 0 : this.waitNanos - (now - this.waitFrom);
	}

	int failures() {
		return this.failures;
	}

	CircuitState state() {
		if (this.failures < THRESHOLD) {
			return CircuitState.CLOSED;
		}
		return this.trying ? CircuitState.HALF_OPEN : CircuitState.OPEN;
	}

}
