package io.tracingstarter.cli.source;

/**
 * Hears how far the sources are. Called from the thread of each source.
 */
public interface Progress {

	/** Nobody listens. */
	Progress SILENT = new Progress() {
	};

	/**
	 * A source was asked.
	 */
	default void asked(String source) {
	}

	/**
	 * A source answered, or failed.
	 * @param source its name
	 * @param found how many spans and log lines it has brought so far
	 * @param failed whether it failed
	 */
	default void answered(String source, int found, boolean failed) {
	}

}
