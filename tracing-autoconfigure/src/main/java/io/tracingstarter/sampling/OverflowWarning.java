package io.tracingstarter.sampling;

import io.tracingstarter.guard.RateLimitedWarning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at most once a minute that the buffer is too small.
 */
public final class OverflowWarning implements SamplingListener {

	private static final Logger logger = LoggerFactory.getLogger("io.tracingstarter.sampling");

	private final RateLimitedWarning warning = new RateLimitedWarning(logger);

	@Override
	public void kept(KeepReason reason) {
	}

	@Override
	public void overflowed(BufferLimit limit) {
		this.warning.log(
				"A failed or slow request may be kept without all of its spans: "
						+ "tracing.sampling.buffer.max-{} was reached. Raise it, or look for requests that do not end.",
				limit.tag());
	}

}
