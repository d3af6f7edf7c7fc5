package io.tracingstarter.correlation;

import io.tracingstarter.guard.RateLimitedWarning;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the application's generator so that its faults never reach a request.
 */
final class GuardedGenerator {

	private static final Logger logger = LoggerFactory.getLogger(CorrelationIdGenerator.class);

	private final CorrelationIdGenerator generator;

	private final RateLimitedWarning warning = new RateLimitedWarning(logger);

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
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			warn("it threw " + ex.getClass().getName(), ex);
		}
		return null;
	}

	private void warn(String problem, @Nullable Throwable exception) {
		this.warning.log("{} gave no usable correlation id, the trace id is used instead: {}",
				this.generator.getClass().getName(), problem, exception);
	}

}
