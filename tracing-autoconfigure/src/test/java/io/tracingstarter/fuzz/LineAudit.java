package io.tracingstarter.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the place of the console, and looks at the bytes that it would have got: each
 * event one line, of printable ASCII, and JSON. Only what Netty says of a request that it
 * cannot decode quotes the request; that is printable, too, but not only ASCII.
 */
final class LineAudit extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Appender<ILoggingEvent> console = this.root.getAppender("CONSOLE");

	private final Encoder<ILoggingEvent> encoder = ((ConsoleAppender<ILoggingEvent>) this.console).getEncoder();

	private final AtomicInteger lines = new AtomicInteger();

	private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();

	LineAudit() {
		this.root.detachAppender(this.console);
		setContext(this.root.getLoggerContext());
		start();
		this.root.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.lines.incrementAndGet();
		// what is no UTF-8 becomes U+FFFD, which is not allowed
		String line = new String(this.encoder.encode(event), StandardCharsets.UTF_8);
		boolean quoting = event.getLoggerName().equals("reactor.netty.http.server.HttpServerOperations");
		if (!isJson(line) || !line.endsWith(System.lineSeparator()) || !isPrintable(line.stripTrailing(), quoting)) {
			this.wrong.compareAndSet(null, line);
		}
	}

	private static boolean isPrintable(String line, boolean quoting) {
		return line.chars().allMatch((c) -> (c >= ' ' && c <= '~') || (quoting && c > 0x9F && c <= 0xFF));
	}

	private static boolean isJson(String line) {
		try {
			return JsonMapper.shared().readTree(line).isObject();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * How many lines were written.
	 * @return their number
	 */
	int lines() {
		return this.lines.get();
	}

	/**
	 * The first line that is not as it must be.
	 * @return the line; {@code null} where there is none
	 */
	@Nullable String wrong() {
		return this.wrong.get();
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
		stop();
	}

}
