package io.tracingstarter.autoconfigure.logging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * Gives each appender that writes to a stream, a console or a file for example, the JSON
 * encoder; also those behind an asynchronous appender.
 * <p>
 * Spring Boot's structured encoder stays: its format is chosen by property.
 */
final class EncoderReplacement {

	private final JsonLogEncoderFactory encoders;

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	EncoderReplacement(Environment environment) {
		this.encoders = new JsonLogEncoderFactory(environment);
	}

	void run() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext context) {
			context.getLoggerList().forEach(this::replaceIn);
		}
	}

	private void replaceIn(AppenderAttachable<ILoggingEvent> parent) {
		for (Iterator<Appender<ILoggingEvent>> appenders = parent.iteratorForAppenders(); appenders.hasNext();) {
			Appender<ILoggingEvent> appender = appenders.next();
			if (this.seen.add(appender)) {
				replaceIn(appender);
			}
		}
	}

	@SuppressWarnings("unchecked") // whatever hangs on a logger takes its events
	private void replaceIn(Appender<ILoggingEvent> appender) {
		if (appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
			Encoder<ILoggingEvent> old = stream.getEncoder();
			if (!(old instanceof StructuredLogEncoder)) {
				stream.setEncoder(this.encoders.create(stream.getContext()));
				if (old != null) {
					old.stop();
				}
			}
		}
		else if (appender instanceof AppenderAttachable<?> parent) {
			replaceIn((AppenderAttachable<ILoggingEvent>) parent);
		}
	}

}
