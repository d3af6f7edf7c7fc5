package io.tracingstarter.cli.source;

import java.util.List;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;

/**
 * What a source found.
 *
 * @param spans in no order
 * @param lines in no order
 * @param notes what a reader should know, such as "stopped after 50000 lines"
 */
public record Answer(List<Span> spans, List<LogLine> lines, List<String> notes) {

	public static final Answer NOTHING = new Answer(List.of(), List.of(), List.of());

	public Answer {
		spans = List.copyOf(spans);
		lines = List.copyOf(lines);
		notes = List.copyOf(notes);
	}

}
