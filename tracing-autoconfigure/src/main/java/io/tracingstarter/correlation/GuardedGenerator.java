package io.tracingstarter.correlation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the application's generator so that its faults never reach a request.
 */
final class GuardedGenerator {

	private static final Logger logger = LoggerFactory.getLogger(CorrelationIdGenerator.class);

	private static final long WARN_INTERVAL = TimeUnit.MINUTES.toNanos(1);

	private final CorrelationIdGenerator generator;

	private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());

	GuardedGenerator(CorrelationIdGenerator generator) {
		this.generator = generator;
	}

	/** Returns a valid id, or {@code null} where the generator gave none. */
	@Nullable String generate() {
		try {
			String id = this.generator.generate();
			CorrelationIdRejection rejection = CorrelationId.check(id);
			if (rejection == null) {
				return id;
			}
			warn("its id was refused: " + rejection.description(), null);
		}
		catch (Exception ex) {
			warn("it threw " + ex.getClass().getName(), ex);
		}
		return null;
	}

	private void warn(String problem, @Nullable Exception exception) {
		long now = System.nanoTime();
		long due = this.nextWarning.get();
		if (now - due >= 0 && this.nextWarning.compareAndSet(due, now + WARN_INTERVAL)) {
			logger.warn("{} gave no usable correlation id, the trace id is used instead: {}",
					this.generator.getClass().getName(), problem, exception);
		}
	}

}
