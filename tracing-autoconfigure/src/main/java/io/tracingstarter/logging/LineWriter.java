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
