package io.tracingstarter.cli.source.log;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * A text line: kept as it is, with what is obvious of it. Of Boot's pattern,
 * {@code 2026-11-20T18:24:34.697Z  INFO 42 --- [orders] [main] [trace-span-correlation] logger : message},
 * that is all but the message.
 */
final class TextLine {

	private static final int HEAD = 400;

	// in small letters only in brackets, as web servers write it: they are words, too
	private static final Pattern LEVEL = Pattern.compile(
			"\\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL)\\b|\\b(?:level|lvl|severity)=\"?(\\w+)"
					+ "|\\[(?:\\w{0,40}+:)?+(trace|debug|info|notice|warn|warning|error|crit|alert|emerg|fatal)\\]");

	private static final Pattern BOOT = Pattern
		.compile("^\\S+ ?\\S*\\s+[A-Z]+ \\d+ --- ((?:\\[[^\\]]*\\] ?)+)\\s*(\\S+)\\s+: ");

	private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");

	private static final Pattern IDS = Pattern.compile("([0-9a-f]{32})-([0-9a-f]{16})(?:-(.+))?");

	private TextLine() {
	}

	static LogLine read(String line, LogDecoder.Place place) {
		String head = (line.length() > HEAD) ? line.substring(0, HEAD) : line;
		long nanos = time(head);
		Boot boot = Boot.of(head);
		KeyedIds ids = KeyedIds.of(head);
		return new LogLine((nanos != 0) ? nanos : place.nanos(), level(head),
				first(boot.service, first(place.service(), (ids.service() != null) ? ids.service() : "")), line,
				boot.logger, boot.thread, (boot.traceId != null) ? boot.traceId : ids.traceId(),
				(boot.spanId != null) ? boot.spanId : ids.spanId(),
				(boot.correlationId != null) ? boot.correlationId : ids.correlationId(), failure(line), Map.of(), false,
				place.origin());
	}

	private static String first(String name, String otherwise) {
		return name.isEmpty() ? otherwise : name;
	}

	/**
	 * Returns when a line was logged; 0 where it does not say.
	 */
	static long time(String line) {
		String head = (line.length() > HEAD) ? line.substring(0, HEAD) : line;
		return TextTimes.find(head);
	}

	static LogLevel level(String head) {
		Matcher matcher = LEVEL.matcher(head);
		if (!matcher.find()) {
			return LogLevel.UNKNOWN;
		}
		String name = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
		return LogLevel.of((name != null) ? name : matcher.group(3));
	}

	private static @Nullable Failure failure(String text) {
		int end = text.indexOf('\n');
		if (end < 0 || !text.contains("\tat ") && !text.contains("  at ") && !text.contains("Traceback (")) {
			return null;
		}
		return StackTrace.failure(null, null, text.substring(end + 1));
	}

	private static final class Boot {

		private String service = "";

		private @Nullable String thread;

		private @Nullable String logger;

		private @Nullable String traceId;

		private @Nullable String spanId;

		private @Nullable String correlationId;

		private static Boot of(String head) {
			Boot boot = new Boot();
			Matcher matcher = BOOT.matcher(head);
			if (!matcher.find()) {
				return boot;
			}
			boot.logger = matcher.group(2);
			Matcher brackets = BRACKETS.matcher(matcher.group(1));
			while (brackets.find()) {
				boot.take(brackets.group(1).strip());
			}
			return boot;
		}

		private void take(String bracket) {
			Matcher ids = IDS.matcher(bracket);
			if (ids.matches()) {
				this.traceId = TraceIds.traceId(ids.group(1));
				this.spanId = TraceIds.spanId(ids.group(2));
				this.correlationId = (ids.group(3) != null) ? ids.group(3).strip() : null;
				return;
			}
			if (this.thread != null) {
				this.service = this.thread;
			}
			this.thread = bracket;
		}

	}

}
