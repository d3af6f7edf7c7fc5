package io.tracingstarter.autoconfigure.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * Gives each appender that writes to a stream the JSON encoder.
 * <p>
 * Spring Boot's structured encoder stays: its format is chosen by property.
 */
final class EncoderReplacement {

	private final JsonLogEncoderFactory encoders;

	EncoderReplacement(Environment environment) {
		this.encoders = new JsonLogEncoderFactory(environment);
	}

	void run() {
		StreamAppenders.forEach(this::replaceIn);
	}

	private void replaceIn(OutputStreamAppender<ILoggingEvent> appender) {
		Encoder<ILoggingEvent> old = appender.getEncoder();
		if (!(old instanceof StructuredLogEncoder)) {
			appender.setEncoder(this.encoders.create(appender.getContext()));
			if (old != null) {
				old.stop();
			}
		}
	}

}
