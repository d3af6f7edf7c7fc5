package io.tracingstarter.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Records what one logger, or all of them, log while it is open.
 */
public final class LogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final Logger logger;

	private final Level before;

	private LogRecorder(String logger, Level level) {
		this.logger = (Logger) LoggerFactory.getLogger(logger);
		this.before = this.logger.getLevel();
		this.logger.setLevel(level);
		this.logger.addAppender(this);
		setContext(this.logger.getLoggerContext());
		start();
	}

	public static LogRecorder of(Class<?> logger) {
		return new LogRecorder(logger.getName(), Level.DEBUG);
	}

	public static LogRecorder of(String logger) {
		return new LogRecorder(logger, Level.INFO);
	}

	public static LogRecorder ofAll() {
		return new LogRecorder(Logger.ROOT_LOGGER_NAME, Level.INFO);
	}

	@Override
	protected void append(ILoggingEvent event) {
		event.prepareForDeferredProcessing();
		this.events.add(event);
	}

	public List<ILoggingEvent> events() {
		return this.events;
	}

	public List<ILoggingEvent> events(String message) {
		return this.events.stream().filter((event) -> event.getFormattedMessage().contains(message)).toList();
	}

	public ILoggingEvent only(String message) {
		List<ILoggingEvent> found = events(message);
		if (found.size() != 1) {
			throw new AssertionError("Expected one line with '" + message + "' but found " + found);
		}
		return found.get(0);
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		this.logger.setLevel(this.before);
		stop();
	}

}
