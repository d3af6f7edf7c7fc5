package io.tracingstarter.soak;

import org.jspecify.annotations.Nullable;

/**
 * One request of the soak. Its ids follow from its number, so that every log line and
 * every answer can be checked by itself.
 *
 * @param number number of the request; 0 for one that sends no ids
 */
record SoakRequest(long number) {

	private static final String PREFIX = "soak-";

	String correlationId() {
		return PREFIX + this.number;
	}

	String traceId() {
		return "%032x".formatted(this.number);
	}

	String headers() {
		return (this.number == 0) ? "" : "X-Correlation-ID: " + correlationId() + "\r\ntraceparent: 00-" + traceId()
				+ "-b7ad6b7169203331-01\r\n";
	}

	/**
	 * Whether two ids belong to this request.
	 */
	boolean owns(@Nullable String correlationId, @Nullable String traceId) {
		return (this.number == 0) ? correlationId != null && correlationId.equals(traceId)
				: correlationId().equals(correlationId) && traceId().equals(traceId);
	}

	/**
	 * The request that an id stands for.
	 */
	static SoakRequest of(String correlationId) {
		return new SoakRequest(
				correlationId.startsWith(PREFIX) ? Long.parseLong(correlationId.substring(PREFIX.length())) : 0);
	}

}
