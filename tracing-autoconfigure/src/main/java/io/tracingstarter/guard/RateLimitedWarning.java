package io.tracingstarter.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Logs a warning at once the first time, then at most once a minute, so that a fault in
 * every request does not fill the log. Safe for use by several threads.
 */
public final class RateLimitedWarning {

	private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final Logger logger;

	private final Level level;

	private final LongSupplier nanoTime;

	private final AtomicLong due;

	/**
	 * Creates a warning.
	 * @param logger writes it
	 */
	public RateLimitedWarning(Logger logger) {
		this(logger, Level.WARN);
	}

	/**
	 * Creates a warning of a level of its own.
	 * @param logger writes it
	 * @param level {@code ERROR}, or anything else for {@code WARN}
	 */
	public RateLimitedWarning(Logger logger, Level level) {
		this(logger, level, System::nanoTime);
	}

	RateLimitedWarning(Logger logger, LongSupplier nanoTime) {
		this(logger, Level.WARN, nanoTime);
	}

	private RateLimitedWarning(Logger logger, Level level, LongSupplier nanoTime) {
		this.logger = logger;
		this.level = level;
		this.nanoTime = nanoTime;
		this.due = new AtomicLong(nanoTime.getAsLong());
	}

	/**
	 * Logs the warning, unless it was logged less than a minute ago.
	 * @param message the message, with a <code>{}</code> for each argument
	 * @param arguments the arguments; an exception at the end is logged with its stack
	 * trace
	 */
	public void log(String message, @Nullable Object... arguments) {
		long now = this.nanoTime.getAsLong();
		long dueAt = this.due.get();
		if (now - dueAt >= 0 && this.due.compareAndSet(dueAt, now + INTERVAL_NANOS)) {
			if (this.level == Level.ERROR) {
				this.logger.error(message, arguments);
			}
			else {
				this.logger.warn(message, arguments);
			}
		}
	}

}
