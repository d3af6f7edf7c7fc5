package io.tracingstarter.logging;

import java.util.Map;

import io.tracingstarter.masking.SecretMasker;
import org.jspecify.annotations.Nullable;

/**
 * What a log line looks like.
 *
 * @param layout the field names
 * @param service who writes the lines
 * @param fields further fields with a fixed value, written into each line
 * @param stackTraceLength most characters of a stack trace; at least 1
 * @param masker what hides secrets
 * @param xrayTraceId whether lines also have the trace id in X-Ray's form
 */
public record JsonLogSettings(LogLayout layout, Service service, Map<String, String> fields, int stackTraceLength,
		SecretMasker masker, boolean xrayTraceId) {

	/**
	 * Default for the most characters of a stack trace: the root cause with its frames
	 * and several wrapping exceptions, and small enough for any log store's limit on a
	 * line.
	 */
	public static final int DEFAULT_STACK_TRACE_LENGTH = 8192;

	public JsonLogSettings {
		if (stackTraceLength < 1) {
			throw new IllegalArgumentException("stackTraceLength must be at least 1 but is " + stackTraceLength);
		}
		fields = Map.copyOf(fields);
	}

	/**
	 * Who writes the lines. What is {@code null} is left out of them.
	 *
	 * @param name name of the service
	 * @param version version of the service
	 * @param environment where it runs, for example {@code production}
	 */
	public record Service(@Nullable String name, @Nullable String version, @Nullable String environment) {

	}

}
