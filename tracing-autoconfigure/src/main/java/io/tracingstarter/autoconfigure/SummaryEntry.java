package io.tracingstarter.autoconfigure;

import org.springframework.core.Ordered;

/**
 * One part of the line that says at start-up what is on. A feature publishes it as a
 * bean.
 *
 * @param order position in the line, lowest first
 * @param text for example {@code exporters zipkin (http://127.0.0.1:9411/api/v2/spans)};
 * never a secret
 */
public record SummaryEntry(int order, String text) implements Ordered {

	/**
	 * Position of the exporters.
	 */
	public static final int EXPORTERS = 0;

	/**
	 * Position of the sampling.
	 */
	public static final int SAMPLING = 100;

	/**
	 * Position of the propagation formats.
	 */
	public static final int PROPAGATION = 200;

	/**
	 * Position of the correlation header.
	 */
	public static final int CORRELATION = 300;

	/**
	 * Position of the log layout.
	 */
	public static final int LOGGING = 400;

	/**
	 * Position of the place where the service runs.
	 */
	public static final int RESOURCE = 500;

	@Override
	public int getOrder() {
		return this.order;
	}

}
