package io.tracingstarter.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.tracingstarter.TracingNames;
import io.tracingstarter.correlation.CorrelationContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line of the access log: a request and what it got.
 *
 * @param method HTTP method
 * @param route template of the path, such as <code>/orders/{id}</code>; never the path
 * itself, which may name a person; {@code null} where nothing was mapped
 * @param status HTTP status
 * @param nanos nanoseconds from the request's arrival to the end of its response
 * @param bytes size of the response's body, before it is compressed
 * @param client address of the client
 * @param userAgent what the client says that it is
 */
public record AccessLogEntry(String method, @Nullable String route, int status, long nanos, long bytes,
		@Nullable String client, @Nullable String userAgent) {

	private static final Logger logger = LoggerFactory.getLogger(TracingNames.ACCESS_LOGGER);

	/**
	 * Creates an entry. What answers a {@code HEAD} is made and counted, but not sent.
	 */
	public AccessLogEntry {
		bytes = "HEAD".equals(method) ? 0 : bytes;
	}

	/**
	 * Writes the line, unless the request is noise.
	 * @param context holds the ids of the request
	 */
	public void write(Context context) {
		if (CorrelationContext.isUntraced(context) || !logger.isInfoEnabled()) {
			return;
		}
		try (Scope scope = CorrelationContext.attach(context)) {
			BigDecimal duration = BigDecimal.valueOf(this.nanos, 6).setScale(3, RoundingMode.HALF_UP);
			LoggingEventBuilder line = logger.atInfo()
				.addKeyValue("method", this.method)
				.addKeyValue("status", this.status)
				.addKeyValue("durationMs", duration)
				.addKeyValue("bytes", this.bytes);
			add(line, "route", this.route);
			add(line, "client", this.client);
			add(line, "userAgent", this.userAgent);
			line.log("{} {} {} in {} ms", this.method, (this.route != null) ? this.route : "-", this.status, duration);
		}
	}

	private static void add(LoggingEventBuilder line, String key, @Nullable String value) {
		if (value != null) {
			line.addKeyValue(key, value);
		}
	}

}
