package io.tracingstarter.autoconfigure.logging;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.logging.JsonLogEncoder;

import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/**
 * Hands log events to the JSON encoder where Spring Boot's own appenders ask for a
 * structured format.
 * <p>
 * Spring Boot creates one for each appender, by the name of this class. Write that name
 * into {@code logging.structured.format.console} to have JSON on an appender for which
 * another property chose text.
 */
public final class JsonStructuredLogFormatter implements StructuredLogFormatter<ILoggingEvent> {

	private final JsonLogEncoder encoder;

	/**
	 * Creates the formatter.
	 * @param environment where the properties of {@code tracing.logging} are read
	 */
	public JsonStructuredLogFormatter(Environment environment) {
		this.encoder = new JsonLogEncoderFactory(environment).create(null);
	}

	@Override
	public String format(ILoggingEvent event) {
		return new String(this.encoder.encode(event), StandardCharsets.UTF_8);
	}

	/**
	 * Encodes the event in UTF-8 whatever the appender's charset is, because RFC 8259
	 * allows no other for JSON.
	 */
	@Override
	public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
		return this.encoder.encode(event);
	}

}
