package io.tracingstarter.cli.model;

import java.util.List;
import java.util.Set;

/**
 * One span in its place in the story.
 *
 * @param index its place in the story's list, which is in order of the tree
 * @param parent the index of its parent; -1 for the first of its tree
 * @param depth how deep it lies; 0 for the first of its tree
 * @param span what the sources told
 * @param startNanos when it began, in nanoseconds since 1970, corrected for clock skew
 * @param endNanos when it ended, corrected likewise
 * @param selfNanos how much of it no child explains
 * @param critical whether the request would have been faster, had this been faster
 * @param marks what is special about it
 * @param sources the names of the sources that know it
 * @param lines the log lines that were logged in it, in order of time
 */
public record StorySpan(int index, int parent, int depth, Span span, long startNanos, long endNanos, long selfNanos,
		boolean critical, Set<Mark> marks, Set<String> sources, List<StoryLine> lines) {

	public StorySpan {
		marks = Set.copyOf(marks);
		lines = List.copyOf(lines);
	}

	public long durationNanos() {
		return this.endNanos - this.startNanos;
	}

	/**
	 * What is special about a span of a story.
	 */
	public enum Mark {

		/** Its parent was not found; it stands where it fits best by time. */
		ORPHAN,

		/** Not a real span: made up from the first and last log line of a service. */
		REBUILT,

		/** Its times were corrected. */
		SKEW_CORRECTED,

		/** It stands where the first error happened. */
		FIRST_ERROR

	}

}
