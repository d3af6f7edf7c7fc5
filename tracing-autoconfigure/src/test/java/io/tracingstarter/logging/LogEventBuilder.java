package io.tracingstarter.logging;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.tracingstarter.masking.SecretMasker;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;

/**
 * Builds an event as an application's call would, and encodes it.
 */
final class LogEventBuilder {

	static final Instant TIME = Instant.parse("2026-11-20T10:15:30.123456789Z");

	private static final LoggerContext CONTEXT = new LoggerContext();

	private final LoggingEvent event;

	private final Map<String, String> mdc = new HashMap<>();

	private LogEventBuilder(LoggingEvent event) {
		this.event = event;
		event.setInstant(TIME);
		event.setThreadName("worker-1");
	}

	static LogEventBuilder event(String message, Object... arguments) {
		return event("com.example.Orders", null, message, arguments);
	}

	static LogEventBuilder event(String logger, Throwable throwable, String message, Object... arguments) {
		return new LogEventBuilder(new LoggingEvent(LogEventBuilder.class.getName(), CONTEXT.getLogger(logger),
				Level.INFO, message, throwable, arguments));
	}

	LogEventBuilder thread(String name) {
		LoggingEvent copy = this.event;
		return new LogEventBuilder(copy, name);
	}

	private LogEventBuilder(LoggingEvent event, String thread) {
		this.event = new LoggingEvent(LogEventBuilder.class.getName(), CONTEXT.getLogger(event.getLoggerName()),
				event.getLevel(), event.getMessage(), null, event.getArgumentArray());
		this.event.setInstant(TIME);
		this.event.setThreadName(thread);
	}

	LogEventBuilder mdc(String key, String value) {
		this.mdc.put(key, value);
		return this;
	}

	LogEventBuilder pair(String key, Object value) {
		this.event.addKeyValuePair(new KeyValuePair(key, value));
		return this;
	}

	LogEventBuilder marker(Marker marker) {
		this.event.addMarker(marker);
		return this;
	}

	LoggingEvent build() {
		this.event.setMDCPropertyMap(this.mdc);
		return this.event;
	}

	JsonNode encode() {
		return encode(LogLayout.LOGSTASH);
	}

	JsonNode encode(LogLayout layout) {
		return encode(settings(layout, Map.of()));
	}

	JsonNode encode(JsonLogSettings settings) {
		return JsonLine.parse(encoder(settings).encode(build()));
	}

	static JsonLogSettings settings(LogLayout layout, Map<String, String> fields) {
		return settings(layout, fields, false);
	}

	static JsonLogSettings settings(LogLayout layout, Map<String, String> fields, boolean xrayTraceId) {
		return new JsonLogSettings(layout, new JsonLogSettings.Service("orders", "1.2.3", "test"), fields,
				JsonLogSettings.DEFAULT_STACK_TRACE_LENGTH,
				SecretMasker.of(java.util.List.of(), java.util.List.of(), true), xrayTraceId);
	}

	static JsonLogEncoder encoder(JsonLogSettings settings) {
		JsonLogEncoder encoder = new JsonLogEncoder(settings);
		encoder.setContext(CONTEXT);
		encoder.start();
		return encoder;
	}

}
