package io.tracingstarter.cli.source.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * What Compose, Kubernetes or syslog put before a line of JSON.
 *
 * @param text all that stands before the first brace
 * @param name of whom the line is; empty where it does not say
 * @param wellKnown whether a tool wrote it that puts it before each line
 */
record JsonPrefix(String text, String name, boolean wellKnown) {

	private static final int MAX_LENGTH = 400;

	private static final String TIME = "(?:\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\S{0,40}+ )?+";

	private static final List<Pattern> WELL_KNOWN = List.of(
			// docker logs --timestamps, and no prefix at all
			Pattern.compile("()" + TIME),
			// docker compose logs
			Pattern.compile("([\\w.-]{1,200}+) {0,200}+\\| " + TIME),
			// kubectl logs --prefix
			Pattern.compile("\\[(pod/[^\\]\\s]{1,390}+)\\] " + TIME),
			// syslog, as RFC 3164 has it
			Pattern.compile("(?:<\\d{1,3}+>)?+[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S{1,255}+ "
					+ "([^\\s\\[\\]:]{1,100}+)(?:\\[\\d{1,10}+\\])?+: ?+(?:@cee: ?+)?+"),
			// rsyslog's files; without the number of the process it may be a sentence
			Pattern.compile("\\d{4}-\\S{15,40}+ \\S{1,255}+ ([^\\s\\[\\]:]{1,100}+)\\[\\d{1,10}+\\]: ?+"),
			// syslog, as RFC 5424 has it
			Pattern.compile("<\\d{1,3}+>1 \\S{1,40}+ \\S{1,255}+ (\\S{1,48}+) \\S{1,128}+ \\S{1,32}+ "
					+ "(?:-|\\[[^\\]]{0,300}+\\]) \\uFEFF?+"));

	static JsonPrefix of(String text) {
		if (text.length() <= MAX_LENGTH) {
			for (Pattern pattern : WELL_KNOWN) {
				Matcher matcher = pattern.matcher(text);
				if (matcher.matches() && LogLevel.of(matcher.group(1)) == LogLevel.UNKNOWN) {
					return new JsonPrefix(text, matcher.group(1), true);
				}
			}
		}
		return new JsonPrefix(text, "", false);
	}

	LogDecoder.Place place(LogDecoder.Place outer) {
		long nanos = TextLine.time(this.text);
		return new LogDecoder.Place((nanos != 0) ? nanos : outer.nanos(),
				outer.service().isEmpty() ? this.name : outer.service(), outer.origin());
	}

	/**
	 * Returns whether the JSON is the log line, and not a part of what a text line says:
	 * then a level stands before it, or none in it.
	 * @param line what the JSON is
	 */
	boolean isBefore(@Nullable LogLine line) {
		if (line == null || !line.structured() || this.text.length() > MAX_LENGTH) {
			return false;
		}
		return this.wellKnown || (line.level() != LogLevel.UNKNOWN && TextLine.level(this.text) == LogLevel.UNKNOWN);
	}

}
