package io.tracingstarter.cli.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.RequestId;

/**
 * Searches for a request, once or until there is nothing new.
 */
final class StorySearch {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final Investigation investigation;

	private final TimeOptions time;

	private final Clock clock;

	StorySearch(Investigation investigation, TimeOptions time, Clock clock) {
		this.investigation = investigation;
		this.time = time;
		this.clock = clock;
	}

	Story find(List<RequestId> ids) throws InterruptedException {
		TimeWindow window = this.time.window(this.investigation.since(), this.clock);
		return this.investigation.story(ids, window);
	}

	/**
	 * Searches until something was found and the next search found no more, or the time
	 * is up: stores take a while until they tell what they were given.
	 * @param patience how long to go on; zero for a single search
	 */
	Story await(List<RequestId> ids, Duration patience) throws InterruptedException {
		Instant end = this.clock.instant().plus(patience);
		Story story = find(ids);
		while (this.clock.instant().plus(PAUSE).isBefore(end)) {
			Thread.sleep(PAUSE.toMillis());
			Story next = find(ids);
			if (!next.isEmpty() && size(next) <= size(story)) {
				return next;
			}
			story = next;
		}
		return story;
	}

	private static long size(Story story) {
		return story.spans().size() + story.lines().size()
				+ story.spans().stream().mapToLong((span) -> span.lines().size()).sum();
	}

}
