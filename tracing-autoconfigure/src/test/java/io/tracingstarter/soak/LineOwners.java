package io.tracingstarter.soak;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes the place of the console, and checks that each log line has the ids of one
 * request, and of the right one.
 */
class LineOwners extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final int REMEMBERED = 20;

	private static final Pattern NUMBER = Pattern.compile("n=(\\d+)");

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Appender<ILoggingEvent> console = this.root.getAppender("CONSOLE");

	private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();

	private final AtomicLong lines = new AtomicLong();

	/** Those of the last minutes that no request was meant to cause. */
	private final Deque<String> errors = new ArrayDeque<>();

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
		if (event.getLevel().isGreaterOrEqual(Level.ERROR) && !isMeant(event)) {
			remember(event);
		}
		if (!right) {
			this.wrong.compareAndSet(null, event.getLoggerName() + ": " + event.getFormattedMessage() + " has " + mdc);
		}
	}

	private static boolean isMeant(ILoggingEvent event) {
		IThrowableProxy thrown = event.getThrowableProxy();
		return event.getFormattedMessage().contains(SoakWork.FAILURE)
				|| (thrown != null && String.valueOf(thrown.getMessage()).contains(SoakWork.FAILURE));
	}

	private synchronized void remember(ILoggingEvent event) {
		if (this.errors.size() == REMEMBERED) {
			this.errors.remove();
		}
		String stack = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
				: "";
		this.errors.add(Instant.ofEpochMilli(event.getTimeStamp()) + " " + event.getLoggerName() + ": "
				+ event.getFormattedMessage() + "\n" + stack);
	}

	/** The last lines of errors, which may say why a request was answered wrongly. */
	synchronized String errors() {
		return String.join("\n", this.errors);
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
