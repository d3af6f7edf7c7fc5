package mysfits.demo.evidence;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON line of a log file.
 */
public record LogLine(String timestamp, String level, String logger, String service, String message,
		@Nullable String traceId, @Nullable String spanId, @Nullable String correlationId) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Returns the line, or nothing when the text is no JSON object.
	 */
	public static Optional<LogLine> parse(String text) {
		try {
			JsonNode json = JSON.readTree(text);
			return json.isObject() ? Optional.of(of(json)) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns whether a sample service itself, and no library, logged the line.
	 */
	public boolean isOfTheSamples() {
		return this.logger.startsWith("mysfits.");
	}

	/**
	 * Returns whether it is one that the log exporter wrote: a span.
	 */
	public boolean isSpan() {
		return "io.tracingstarter.span".equals(this.logger);
	}

	/**
	 * Returns whether it is the line with which Spring Boot ends the start of a service.
	 * What the samples log up to it belongs to no request; what they log after it does.
	 */
	public boolean endsTheStart() {
		return this.logger.endsWith("Application") && this.message.startsWith("Started ");
	}

	private static LogLine of(JsonNode json) {
		return new LogLine(text(json, "@timestamp"), text(json, "level"), text(json, "logger"), text(json, "service"),
				text(json, "message"), optional(json, "traceId"), optional(json, "spanId"),
				optional(json, "correlationId"));
	}

	private static String text(JsonNode json, String field) {
		return json.path(field).asString("");
	}

	private static @Nullable String optional(JsonNode json, String field) {
		String text = text(json, field);
		return text.isEmpty() ? null : text;
	}

}
