package io.tracingstarter.cli.story;

import java.time.Duration;

/**
 * From when on a story warns.
 *
 * @param gap how long nothing may be known of a request's first span
 * @param gapShare how much of that span's duration this has to be, from 0 to 1
 * @param ingestionDelay how old a request has to be for stores to have all of it
 */
public record StorySettings(Duration gap, double gapShare, Duration ingestionDelay) {

	public static final StorySettings DEFAULTS = new StorySettings(Duration.ofMillis(200), 0.25, Duration.ofMinutes(1));

}
