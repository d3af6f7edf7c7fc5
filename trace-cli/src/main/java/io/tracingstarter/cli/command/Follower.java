package io.tracingstarter.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.source.RequestId;

/**
 * Prints the story again whenever there is more of it, until Ctrl-C.
 */
final class Follower {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final StorySearch search;

	private final Output output;

	private final PrintWriter out;

	Follower(StorySearch search, Output output, PrintWriter out) {
		this.search = search;
		this.output = output;
		this.out = out;
	}

	int follow(List<RequestId> ids) throws InterruptedException {
		Set<Object> seen = new HashSet<>();
		while (true) {
			Story story = this.search.find(ids);
			Set<Object> found = new HashSet<>(story.lines());
			story.spans().forEach((span) -> {
				found.add(span.span());
				found.addAll(span.lines());
			});
			if (!seen.containsAll(found)) {
				this.output.print(story);
				this.out.println();
				this.out.flush();
				seen.addAll(found);
			}
			Thread.sleep(PAUSE.toMillis());
		}
	}

}
