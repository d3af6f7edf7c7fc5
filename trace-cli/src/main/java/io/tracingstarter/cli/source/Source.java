package io.tracingstarter.cli.source;

import java.util.Optional;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * A backend, or a set of files, that knows something of requests.
 * <p>
 * Each question is asked on a thread of its own, which is interrupted when the time is up
 * or the user gives up. One source may be asked several questions at the same time.
 */
public interface Source extends AutoCloseable {

	/**
	 * Returns the name under which it is configured, such as {@code zipkin}.
	 */
	String name();

	/**
	 * Returns where it looks, for a reader, without secrets.
	 */
	String target();

	/**
	 * Finds the spans and log lines of the ids.
	 * @throws SourceException when it cannot answer, or only a part, which the exception
	 * carries
	 * @throws InterruptedException when the time is up
	 */
	Answer find(Question question) throws SourceException, InterruptedException;

	/**
	 * Finds what happened lately, the newest first, as far as the source can: spans
	 * without parent or of kind server, and log lines of level WARN and above.
	 * @param window the time to search
	 * @param limits how much to bring
	 * @throws SourceException when it cannot answer
	 * @throws InterruptedException when the time is up
	 */
	Answer recent(TimeWindow window, Limits limits) throws SourceException, InterruptedException;

	/**
	 * Finds the spans of a time, of whole traces and the newest first, as far as the
	 * source can: those of databases and other clients, too, so that a map can be drawn.
	 * What it answers besides is left aside.
	 * @param window the time to search
	 * @param limits how much to bring
	 * @throws SourceException when it cannot answer
	 * @throws InterruptedException when the time is up
	 */
	default Answer spans(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		return recent(window, limits);
	}

	/**
	 * Finds out whether it can be reached and read, as cheaply as possible.
	 * @return what was seen, for a reader, such as "Zipkin, 12 services"
	 * @throws SourceException when it cannot
	 * @throws InterruptedException when the time is up
	 */
	String check() throws SourceException, InterruptedException;

	/**
	 * Returns the page that shows a trace, or a search for it.
	 * @param traceId 32 hexadecimal digits
	 * @param window when it happened, where that is known
	 */
	default Optional<DeepLink> traceLink(String traceId, @Nullable TimeWindow window) {
		return Optional.empty();
	}

	/**
	 * Returns the page that searches for the log lines of a correlation id.
	 */
	default Optional<DeepLink> linesLink(String correlationId, @Nullable TimeWindow window) {
		return Optional.empty();
	}

	@Override
	default void close() {
	}

}
