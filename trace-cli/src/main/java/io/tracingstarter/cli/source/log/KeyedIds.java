package io.tracingstarter.cli.source.log;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.source.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The ids and the service that a text line writes as {@code key=value} or
 * {@code key:value}, as logfmt and Sleuth's pattern do; of each the first that can be
 * one.
 */
final class KeyedIds {

	private static final Pattern PAIR = Pattern.compile(
			"(?<![\\w/@])(trace[_.-]?id|traceparent|span[_.-]?id"
					+ "|correlation[_.-]?id|service(?:[_.]?name)?)[=:]\"?+([^\\s\",;\\])}]{1,200}+)",
			Pattern.CASE_INSENSITIVE);

	// the number behind the name of a host is its port
	private static final Pattern SERVICE = Pattern.compile("[A-Za-z][\\w.-]{0,99}+");

	private @Nullable String traceId;

	private @Nullable String spanId;

	private @Nullable String correlationId;

	private @Nullable String service;

	private KeyedIds() {
	}

	/**
	 * Finds them.
	 * @param head the beginning of a line
	 */
	static KeyedIds of(String head) {
		KeyedIds ids = new KeyedIds();
		Matcher matcher = PAIR.matcher(head);
		while (matcher.find()) {
			boolean partOfName = matcher.start() > 0 && head.charAt(matcher.start() - 1) == '-';
			ids.take(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), partOfName);
		}
		return ids;
	}

	private void take(String key, String value, boolean partOfName) {
		if (key.startsWith("trace")) {
			this.traceId = (this.traceId != null) ? this.traceId : TraceIds.traceId(value);
		}
		else if (key.startsWith("span")) {
			this.spanId = (this.spanId != null) ? this.spanId : TraceIds.spanId(value);
		}
		else if (RequestId.isPlaceholder(value)) {
			return;
		}
		else if (key.startsWith("correlation")) {
			boolean first = this.correlationId == null && RequestId.parse(value).isPresent();
			this.correlationId = first ? value : this.correlationId;
		}
		else if (this.service == null && !partOfName && SERVICE.matcher(value).matches()) {
			this.service = value;
		}
	}

	@Nullable String traceId() {
		return this.traceId;
	}

	@Nullable String spanId() {
		return this.spanId;
	}

	@Nullable String correlationId() {
		return this.correlationId;
	}

	@Nullable String service() {
		return this.service;
	}

}
