package io.tracingstarter.autoconfigure.logging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.tracingstarter.logging.JsonLogEncoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.logback.StructuredLogEncoder;

/**
 * Visits each appender that writes to a stream, a console or a file for example, once;
 * also those behind an asynchronous appender.
 */
final class StreamAppenders {

	private final Consumer<OutputStreamAppender<ILoggingEvent>> visitor;

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private StreamAppenders(Consumer<OutputStreamAppender<ILoggingEvent>> visitor) {
		this.visitor = visitor;
	}

	static void forEach(Consumer<OutputStreamAppender<ILoggingEvent>> visitor) {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext context) {
			context.getLoggerList().forEach(new StreamAppenders(visitor)::visitAll);
		}
	}

	/**
	 * Whether any of them writes a structured format. Without one, the application's own
	 * Logback configuration decides alone what a line looks like.
	 */
	static boolean anyStructured() {
		Set<Object> structured = Collections.newSetFromMap(new IdentityHashMap<>());
		forEach((appender) -> {
			if (isStructured(appender.getEncoder())) {
				structured.add(appender);
			}
		});
		return !structured.isEmpty();
	}

	private static boolean isStructured(@Nullable Encoder<ILoggingEvent> encoder) {
		return encoder instanceof StructuredLogEncoder || encoder instanceof JsonLogEncoder;
	}

	private void visitAll(AppenderAttachable<ILoggingEvent> parent) {
		for (Iterator<Appender<ILoggingEvent>> appenders = parent.iteratorForAppenders(); appenders.hasNext();) {
			Appender<ILoggingEvent> appender = appenders.next();
			if (this.seen.add(appender)) {
				visit(appender);
			}
		}
	}

	@SuppressWarnings("unchecked") // whatever hangs on a logger takes its events
	private void visit(Appender<ILoggingEvent> appender) {
		if (appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
			this.visitor.accept(stream);
		}
		else if (appender instanceof AppenderAttachable<?> parent) {
			visitAll((AppenderAttachable<ILoggingEvent>) parent);
		}
	}

}
