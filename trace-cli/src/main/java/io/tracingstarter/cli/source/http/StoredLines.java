package io.tracingstarter.cli.source.http;

import java.util.Set;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a log store: leaves out those that do not carry the id, cuts those
 * that are too long, and has the rest decoded.
 */
public final class StoredLines {

	private static final Limits ONE = new Limits(1, 1, Integer.MAX_VALUE, Limits.DEFAULTS.timeout());

	private final LogDecoder decoder;

	private final @Nullable IdMatcher ids;

	private final boolean lines;

	private final SearchRun run;

	private StoredLines(LogDecoder decoder, @Nullable IdMatcher ids, boolean lines, SearchRun run) {
		this.decoder = decoder;
		this.ids = ids;
		this.lines = lines;
		this.run = run;
	}

	/**
	 * Returns one for lines that carry an id.
	 */
	public static StoredLines of(LogDecoder decoder, Set<String> ids, SearchRun run) {
		return new StoredLines(decoder, new IdMatcher(ids), true, run);
	}

	/**
	 * Returns one for lines that tell of trouble: of level WARN and above, or without
	 * one.
	 */
	public static StoredLines ofTrouble(LogDecoder decoder, SearchRun run) {
		return new StoredLines(decoder, null, true, run);
	}

	/**
	 * Returns one for lines that tell of a span.
	 */
	public static StoredLines ofSpans(LogDecoder decoder, SearchRun run) {
		return new StoredLines(decoder, null, false, run);
	}

	/**
	 * Takes one line.
	 * @param line the line; hostile
	 * @param place what the store says of it
	 */
	public void add(String line, LogDecoder.Place place) {
		if (this.ids == null) {
			choose(line, place);
		}
		else if (this.ids.matches(line)) {
			this.decoder.decode(cut(line), place, this.run.findings());
		}
	}

	private void choose(String line, LogDecoder.Place place) {
		Findings one = new Findings(ONE);
		this.decoder.decode(cut(line), place, one);
		Answer answer = one.answer();
		for (LogLine found : answer.lines()) {
			boolean trouble = found.level() == LogLevel.UNKNOWN || found.level().compareTo(LogLevel.WARN) >= 0;
			if (this.lines && trouble) {
				this.run.findings().add(found);
			}
		}
		for (Span found : answer.spans()) {
			this.run.findings().add(found);
		}
	}

	private String cut(String line) {
		int most = this.run.limits().lineBytes();
		if (line.length() <= most) {
			return line;
		}
		this.run.findings().note("cut log lines after " + most + " bytes");
		return line.substring(0, most);
	}

}
