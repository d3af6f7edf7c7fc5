package io.tracingstarter.soak;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes the place of the console, and checks that each log line has the ids of one
 * request, and of the right one.
 */
class LineOwners extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Pattern NUMBER = Pattern.compile("n=(\\d+)");

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Appender<ILoggingEvent> console = this.root.getAppender("CONSOLE");

	private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();

	private final AtomicLong lines = new AtomicLong();

	LineOwners() {
		this.root.detachAppender(this.console);
		setContext(this.root.getLoggerContext());
		start();
		this.root.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		String correlationId = mdc.get("correlationId");
		String traceId = mdc.get("traceId");
		Matcher work = NUMBER.matcher(event.getFormattedMessage());
		boolean right = work.matches() ? new SoakRequest(Long.parseLong(work.group(1))).owns(correlationId, traceId)
				: correlationId == null || SoakRequest.of(correlationId).owns(correlationId, traceId);
		this.lines.incrementAndGet();
		if (!right) {
			this.wrong.compareAndSet(null, event.getLoggerName() + ": " + event.getFormattedMessage() + " has " + mdc);
		}
	}

	@Nullable String wrong() {
		return this.wrong.get();
	}

	long lines() {
		return this.lines.get();
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
		stop();
		this.root.addAppender(this.console);
	}

}
