package io.tracingstarter.cli.source.log;

import java.util.Map;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.source.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Turns one line of a log store into a log line or, where it is one of the {@code log}
 * exporter, into a span. Threads may share one.
 */
public final class LogDecoder {

	/** A word that every line has that tells of a span. */
	public static final String SPAN_MARK = "durationNanos";

	// a log line in a log line of a collector in a log line of a container runtime
	private static final int MAX_ENVELOPES = 4;

	/**
	 * Reads a line and adds what it is to the findings. A line that is not understood is
	 * added as it is.
	 * @param line the line, without line break; hostile
	 * @param place what the store says of it beside its text
	 * @param findings takes the log line or span
	 */
	public void decode(String line, Place place, Findings findings) {
		Decoded decoded = decode(line, place);
		if (decoded.span() != null) {
			findings.add(decoded.span());
		}
		else if (decoded.line() != null) {
			findings.add(decoded.line());
		}
	}

	/**
	 * Reads a line.
	 * @param line the line, without line break, or with those of the stack trace that
	 * follows a text line, or the parts into which a container runtime split it, each as
	 * the runtime wrote it; hostile
	 * @param place what the store says of it beside its text
	 */
	public Decoded decode(String line, Place place) {
		try {
			return decode(line, place, 0);
		}
		catch (RuntimeException ex) {
			return raw(line, place);
		}
	}

	/**
	 * Returns when a line was logged, by the line itself.
	 * @param line the line, or its beginning
	 * @return nanoseconds since 1970; 0 where the line does not say
	 */
	public long time(String line) {
		try {
			LogLine decoded = decode(line, new Place(0, "", "")).line();
			return (decoded != null) ? decoded.nanos() : timeOfSpanLine(line);
		}
		catch (RuntimeException ex) {
			return 0;
		}
	}

	private static long timeOfSpanLine(String line) {
		JsonTree tree = JsonTree.parse(line);
		return (tree != null) ? LogTimes.take(tree) : TextLine.time(ConsoleColours.strip(line));
	}

	private static Decoded decode(String line, Place place, int depth) {
		ContainerLine container = ContainerLine.parse(line);
		if (container != null && depth < MAX_ENVELOPES) {
			return decode(container.text(), container.place(place), depth + 1);
		}
		JsonTree docker = DockerLines.join(line);
		JsonTree tree = (docker != null) ? docker : JsonTree.parse(line);
		return (tree != null) ? json(tree, line, place, depth) : text(ConsoleColours.strip(line), place, depth);
	}

	private static Decoded json(JsonTree tree, String line, Place place, int depth) {
		Envelope envelope = (depth < MAX_ENVELOPES) ? Envelope.open(tree, place) : null;
		if (envelope != null) {
			return decode(envelope.text(), envelope.place(), depth + 1);
		}
		Span span = SpanLine.read(tree, place);
		return (span != null) ? Decoded.of(span) : Decoded.of(JsonLine.read(tree, place, line));
	}

	private static Decoded text(String line, Place place, int depth) {
		int brace = line.indexOf('{');
		JsonTree tree = mayBeJson(line, brace) ? JsonTree.parse(line.substring(brace)) : null;
		if (tree != null) {
			JsonPrefix prefix = JsonPrefix.of(line.substring(0, brace));
			boolean complete = tree.isComplete();
			Decoded inner = json(tree, line, prefix.place(place), depth);
			if (inner.span() != null || (complete && prefix.isBefore(inner.line()))) {
				return inner;
			}
		}
		return Decoded.of(TextLine.read(line, place));
	}

	// most text with a brace in it is none, and to try costs an exception
	private static boolean mayBeJson(String line, int brace) {
		if (brace < 0) {
			return false;
		}
		int end = line.length() - 1;
		while (end > brace && line.charAt(end) <= ' ') {
			end--;
		}
		return line.charAt(end) == '}' || line.indexOf("\"span\"", brace) >= 0;
	}

	private static Decoded raw(String line, Place place) {
		return Decoded.of(new LogLine(place.nanos(), LogLevel.UNKNOWN, place.service(), line, null, null, null, null,
				null, null, Map.of(), false, place.origin()));
	}

	/**
	 * What a store says of a line beside its text.
	 *
	 * @param nanos when it was stored, in nanoseconds since 1970; 0 where unknown. Used
	 * where the line has no time of its own
	 * @param service who wrote it; empty where unknown. Used where the line does not say
	 * @param origin where it was found, for a reader
	 */
	public record Place(long nanos, String service, String origin) {

	}

	/**
	 * What a line is: either of both.
	 *
	 * @param span the span that it tells of
	 * @param line the log line
	 */
	public record Decoded(@Nullable Span span, @Nullable LogLine line) {

		static Decoded of(Span span) {
			return new Decoded(span, null);
		}

		static Decoded of(LogLine line) {
			return new Decoded(null, line);
		}

	}

}
