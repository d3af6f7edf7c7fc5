package io.tracingstarter.cli.model;

/**
 * Something that a reader of the story should know before trusting it.
 *
 * @param kind what it is about; the name in JSON output
 * @param text a sentence for a reader
 */
public record Warning(Kind kind, String text) {

	/**
	 * What a warning is about.
	 */
	public enum Kind {

		/** A service was called, but nothing of it was found. */
		MISSING_SERVICE,

		/** Time in which nothing is known to have happened. */
		GAP,

		/** Clocks of services differ; times were corrected. */
		CLOCK_SKEW,

		/** Spans whose parent was not found. */
		ORPHANS,

		/** Log lines, but no spans: the trace was probably not sampled. */
		NOT_SAMPLED,

		/** The request is so young that stores may not have all of it yet. */
		INGESTION_DELAY,

		/** The waterfall is a reconstruction from log lines. */
		REBUILT,

		/** Something was left out, because there was too much. */
		LEFT_OUT,

		/** Spans that are their own ancestors, or contradict each other. */
		INCONSISTENT

	}

}
