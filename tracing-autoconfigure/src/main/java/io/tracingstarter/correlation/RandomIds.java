package io.tracingstarter.correlation;

import java.util.concurrent.ThreadLocalRandom;

import io.opentelemetry.api.trace.TraceId;

/**
 * Makes ids that look like a trace id, where there is no trace to take the id of.
 */
public final class RandomIds {

	private RandomIds() {
	}

	/**
	 * Makes a random id of 32 lower-case hexadecimal digits.
	 * @return the id; never all zeros
	 */
	public static String next() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		long low;
		do {
			low = random.nextLong();
		}
		while (low == 0);
		return TraceId.fromLongs(random.nextLong(), low);
	}

}
