package io.tracingstarter.cli.source.http;

import java.time.Duration;
import java.time.Instant;

import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * The time to search in stores that cannot, or had better not, search all there is.
 */
public final class SearchWindow {

	private static final Duration LONGEST = Duration.ofDays(7);

	private SearchWindow() {
	}

	/**
	 * Returns the window, or else the last 7 days, and says so.
	 */
	public static TimeWindow orLastWeek(@Nullable TimeWindow window, SearchRun run) {
		if (window != null) {
			return window;
		}
		run.findings().note("searched the last 7 days only: for more, say --since");
		Instant now = Instant.now();
		return new TimeWindow(now.minus(LONGEST), now);
	}

}
