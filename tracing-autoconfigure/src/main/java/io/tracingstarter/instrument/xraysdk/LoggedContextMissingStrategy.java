package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.strategy.ContextMissingStrategy;
import io.tracingstarter.guard.RateLimitedWarning;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs an error where the SDK is used outside of any trace, at most once a minute, and
 * lets the code go on.
 */
final class LoggedContextMissingStrategy implements ContextMissingStrategy {

	private final RateLimitedWarning error = new RateLimitedWarning(
			LoggerFactory.getLogger(LoggedContextMissingStrategy.class), Level.ERROR);

	@Override
	public void contextMissing(String message, Class<? extends RuntimeException> exceptionClass) {
		this.error.log(
				"AWS X-Ray context missing on thread {}: {} The code goes on without; repeated at most once a minute.",
				Thread.currentThread().getName(), message);
	}

}
