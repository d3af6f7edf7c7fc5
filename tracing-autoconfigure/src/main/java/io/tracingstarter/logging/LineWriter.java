package io.tracingstarter.logging;

import java.time.Instant;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.masking.SecretMasker;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;

/**
 * Writes the built-in fields of one log line; what is absent is left out. Used by one
 * thread.
 */
final class LineWriter {

	private static final int TRACE_ID = 32;

	private static final int XRAY_TIME = 8;

	private final JsonGenerator generator;

	private final SecretMasker masker;

	LineWriter(JsonGenerator generator, SecretMasker masker) {
		this.generator = generator;
		this.masker = masker;
	}

	JsonGenerator generator() {
		return this.generator;
	}

	/**
	 * Writes a text that somebody composed, and that may hold a secret.
	 * @param name the field
	 * @param value the text
	 */
	void text(SerializableString name, @Nullable String value) {
		if (value != null) {
			plain(name, this.masker.mask(value));
		}
	}

	/**
	 * Writes a name or an id, which must not be masked: it is what people search for.
	 * @param name the field
	 * @param value the name or id
	 */
	void plain(SerializableString name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			this.generator.writeName(name);
			this.generator.writeString(WellFormedText.of(value));
		}
	}

	/**
	 * Writes a trace id as {@code 1-xxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx}, which is X-Ray's
	 * form of it, and makes no text for that.
	 * @param name the field
	 * @param traceId any text; what is no trace id is left out
	 */
	void xrayTraceId(SerializableString name, @Nullable String traceId) {
		if (traceId != null && isTraceId(traceId)) {
			this.generator.writeName(name);
			this.generator.writeRawValue("\"1-");
			this.generator.writeRaw(traceId, 0, XRAY_TIME);
			this.generator.writeRaw('-');
			this.generator.writeRaw(traceId, XRAY_TIME, TRACE_ID - XRAY_TIME);
			this.generator.writeRaw('"');
		}
	}

	private static boolean isTraceId(String text) {
		if (text.length() != TRACE_ID) {
			return false;
		}
		for (int i = 0; i < TRACE_ID; i++) {
			char c = text.charAt(i);
			if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
				return false;
			}
		}
		return true;
	}

	void fixed(SerializableString name, @Nullable SerializableString value) {
		if (value != null) {
			this.generator.writeName(name);
			this.generator.writeString(value);
		}
	}

	static Instant instant(ILoggingEvent event) {
		Instant instant = event.getInstant();
		return (instant != null) ? instant : Instant.ofEpochMilli(event.getTimeStamp());
	}

	static Map<String, String> mdc(ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		return (mdc != null) ? mdc : Map.of();
	}

	/**
	 * The event's message, also where an argument breaks the formatting.
	 * @param event the event
	 * @return the message
	 */
	static @Nullable String message(ILoggingEvent event) {
		try {
			return event.getFormattedMessage();
		}
		catch (Throwable ex) {
			return event.getMessage();
		}
	}

}
