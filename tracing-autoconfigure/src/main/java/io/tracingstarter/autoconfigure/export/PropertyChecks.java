package io.tracingstarter.autoconfigure.export;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.UnresolvedPlaceholder;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.QueueSettings;
import io.tracingstarter.export.RetrySettings;
import io.tracingstarter.export.SafeText;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;

/**
 * Refuses values that cannot work, naming the property, the value without its secrets,
 * and what to write instead.
 */
final class PropertyChecks {

	private static final String EXPORTERS = "tracing.exporters.";

	private static final int MAX_QUEUE_SIZE = 1_000_000;

	private static final Duration MAX_DURATION = Duration.ofDays(1);

	// RFC 9110, section 5.6.2
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7E]+");

	private final String prefix;

	PropertyChecks(String exporter) {
		this.prefix = EXPORTERS + exporter + ".";
	}

	private PropertyChecks() {
		this.prefix = EXPORTERS;
	}

	/**
	 * Checks for what concerns all exporters.
	 */
	static PropertyChecks ofAll() {
		return new PropertyChecks();
	}

	QueueSettings queue(ExporterProperties properties) {
		int queueSize = properties.getMaxQueueSize();
		int batchSize = properties.getMaxBatchSize();
		if (queueSize < 1 || queueSize > MAX_QUEUE_SIZE) {
			throw wrong("max-queue-size", queueSize, "it is not between 1 and " + MAX_QUEUE_SIZE + ".",
					"Write the number of spans that may wait, for example 2048.");
		}
		if (batchSize < 1) {
			throw wrong("max-batch-size", batchSize, "it is less than 1.",
					"Write the number of spans in one export, for example 512.");
		}
		if (batchSize > queueSize) {
			throw wrong("max-batch-size", batchSize, "it is larger than max-queue-size (" + queueSize + ").",
					"Write at most " + queueSize + ", or a larger " + this.prefix + "max-queue-size.");
		}
		return new QueueSettings(queueSize, batchSize, duration("schedule-delay", properties.getScheduleDelay()),
				duration("timeout", properties.getTimeout()))
			.withOverflow(properties.getOverflow())
			.withRetry(retry(properties.getRetry()));
	}

	private RetrySettings retry(ExporterProperties.Retry retry) {
		Duration initial = duration("retry.initial-interval", retry.getInitialInterval());
		Duration longest = duration("retry.max-interval", retry.getMaxInterval());
		if (longest.compareTo(initial) < 0) {
			throw wrong("retry.max-interval", text(longest),
					"it is shorter than retry.initial-interval (" + text(initial) + ").",
					"Write at least " + text(initial) + ", or a shorter " + this.prefix + "retry.initial-interval.");
		}
		return new RetrySettings(initial, longest, retry.getMaxElapsedTime().isZero() ? Duration.ZERO
				: duration("retry.max-elapsed-time", retry.getMaxElapsedTime()));
	}

	Duration duration(String name, Duration value) {
		if (value.toMillis() < 1 || value.compareTo(MAX_DURATION) > 0) {
			throw wrong(name, text(value), "it is not between 1ms and 1d.",
					"Write a time with its unit, for example 10s.");
		}
		return value;
	}

	private static String text(Duration value) {
		return DurationStyle.SIMPLE.print(value, (value.toMillisPart() == 0) ? ChronoUnit.SECONDS : ChronoUnit.MILLIS);
	}

	ExportEndpoint endpoint(String url, String defaultPath, String example) {
		try {
			return ExportEndpoint.parse(url, defaultPath);
		}
		catch (IllegalArgumentException ex) {
			throw wrong("endpoint", ExportEndpoint.mask(url), ex.getMessage() + ".",
					"Write the full URL, for example " + example + ".");
		}
	}

	void headers(Map<String, String> headers) {
		headers.forEach((name, value) -> {
			String property = "headers." + SafeText.oneLine(name, 100);
			if (!TOKEN.matcher(name).matches()) {
				throw wrong(property, ExportEndpoint.MASK, "its name is not one of an HTTP header.",
						"Use letters, digits and hyphens in the name.");
			}
			refuseUnresolved(property, value);
			if (!isHeaderValue(value)) {
				throw wrong(property, ExportEndpoint.MASK,
						"the value is blank, or has a line break or another character that no HTTP header may carry.",
						"Write the value on one line, in ASCII.");
			}
		});
	}

	void refuseUnresolved(String name, String value) {
		UnresolvedPlaceholder.refuse(this.prefix + name, value);
	}

	static boolean isHeaderValue(String value) {
		return StringUtils.hasText(value) && HEADER_VALUE.matcher(value).matches();
	}

	InvalidTracingPropertyException wrong(String name, @Nullable Object value, String reason, String action) {
		return new InvalidTracingPropertyException(this.prefix + name,
				(value != null) ? SafeText.oneLine(value.toString(), 200) : null, reason, action);
	}

}
