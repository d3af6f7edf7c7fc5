package io.tracingstarter.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.source.RequestId;

/**
 * Searches again and again and prints what is new, until Ctrl-C; then the whole story.
 */
final class Follower {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final StorySearch search;

	private final Output output;

	private final PrintWriter out;

	private final PrintWriter err;

	private final Set<String> failures = new HashSet<>();

	Follower(StorySearch search, Output output, Session session) {
		this.search = search;
		this.output = output;
		this.out = session.out();
		this.err = session.err();
	}

	/**
	 * Follows until the thread is interrupted, or nobody reads any more.
	 * @return the exit code
	 */
	int follow(List<RequestId> ids) throws InterruptedException {
		Story story = this.search.find(ids);
		this.err.println("Following; Ctrl-C ends it with the whole story.");
		this.err.flush();
		try {
			while (!this.out.checkError()) {
				this.output.printNew(story);
				printNewFailures(story.searches());
				Thread.sleep(PAUSE.toMillis());
				story = this.search.find(ids);
			}
		}
		catch (InterruptedException ex) {
			// the user has seen enough
			Thread.interrupted();
			this.err.println();
			this.err.flush();
		}
		this.output.print(story);
		return ExitCode.of(!story.isEmpty(), story.searches());
	}

	private void printNewFailures(List<Search> searches) {
		List<Search> unknown = searches.stream()
			.filter((search) -> search.problem() != null && this.failures.add(search.source()))
			.toList();
		Problems.print(unknown, this.err);
		this.err.flush();
	}

}
