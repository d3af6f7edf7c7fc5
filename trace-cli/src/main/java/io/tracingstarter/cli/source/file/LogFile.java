package io.tracingstarter.cli.source.file;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file to search.
 *
 * @param path where it is
 * @param name what a reader knows it by
 * @param size its bytes when it was found
 * @param modified when it was written last
 */
record LogFile(Path path, String name, long size, Instant modified) {

	/** Before that nobody wrote log files: the time was lost in copying. */
	private static final Instant KNOWN = Instant.parse("1990-01-01T00:00:00Z");

	/** Returns whether it is known when it was written last. */
	boolean isKnown() {
		return this.modified.isAfter(KNOWN);
	}

	boolean endsBefore(Instant time) {
		return isKnown() && this.modified.isBefore(time);
	}

}
