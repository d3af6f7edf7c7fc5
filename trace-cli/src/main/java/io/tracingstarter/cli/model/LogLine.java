package io.tracingstarter.cli.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One log line that belongs to a request.
 *
 * @param nanos when it was logged, in nanoseconds since 1970; 0 where it does not say
 * @param level how serious it is
 * @param service who logged it; empty where it does not say
 * @param message what it says; the whole line where it is not structured
 * @param logger the name of the logger
 * @param thread the name of the thread
 * @param traceId the trace it belongs to, 32 lower-case hexadecimal digits
 * @param spanId the span it was logged in, 16 lower-case hexadecimal digits
 * @param correlationId the correlation id it carries
 * @param failure the exception it tells of
 * @param fields its other fields
 * @param structured whether it was understood; false for a text line that only contains
 * the id
 * @param origin where it was found, for a reader: a file with its line, a log group, an
 * index
 */
public record LogLine(long nanos, LogLevel level, String service, String message, @Nullable String logger,
		@Nullable String thread, @Nullable String traceId, @Nullable String spanId, @Nullable String correlationId,
		@Nullable Failure failure, Map<String, String> fields, boolean structured, String origin) {

	/** What stands before the message in Boot's pattern. */
	private static final String MESSAGE = " : ";

	public LogLine {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	/**
	 * Returns what the line says, without what stands beside it: of a text line the
	 * exception, and of one in Boot's pattern all that comes before its message.
	 */
	public String said() {
		if (this.structured) {
			return this.message;
		}
		int end = (this.failure != null) ? this.message.indexOf('\n') : -1;
		String line = (end < 0) ? this.message : this.message.substring(0, end);
		int name = (this.logger != null) ? line.indexOf(this.logger) : -1;
		int mark = (name < 0) ? -1 : line.indexOf(MESSAGE, name);
		return (mark < 0) ? line : line.substring(mark + MESSAGE.length());
	}

}
