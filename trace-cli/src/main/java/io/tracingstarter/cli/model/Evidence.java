package io.tracingstarter.cli.model;

import java.util.List;

/**
 * All that the sources found of a request, and what they did to find it.
 *
 * @param asked the ids that were asked for, as typed and normalised
 * @param spans all spans, perhaps the same one several times; those of the first search,
 * then those of the second, and so on, each as many as it says
 * @param lines all log lines, likewise
 * @param searches one a source
 */
public record Evidence(List<String> asked, List<Span> spans, List<LogLine> lines, List<Search> searches) {

	public Evidence {
		asked = List.copyOf(asked);
		spans = List.copyOf(spans);
		lines = List.copyOf(lines);
		searches = List.copyOf(searches);
	}

}
