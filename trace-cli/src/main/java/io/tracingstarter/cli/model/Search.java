package io.tracingstarter.cli.model;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one source did to find something: every story ends with these, so that a reader
 * knows what was searched and what was not.
 *
 * @param source the source's name
 * @param target where it looked, without secrets
 * @param window the time it searched; null where it searched all there is
 * @param spans how many spans it found
 * @param lines how many log lines it found
 * @param took how long it took
 * @param notes what a reader should know, such as "stopped after 50000 lines"
 * @param problem why its answer is missing or not complete; null when all went well
 */
public record Search(String source, String target, @Nullable TimeWindow window, int spans, int lines, Duration took,
		List<String> notes, @Nullable Problem problem) {

	public Search {
		notes = List.copyOf(notes);
	}

	/**
	 * What went wrong with a source.
	 *
	 * @param reason what happened, for a reader, without secrets
	 * @param action what to do about it
	 */
	public record Problem(String reason, String action) {

	}

}
