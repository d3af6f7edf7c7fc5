package io.tracingstarter.cli.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * All that is asked of one source, and all it answers. A source that failed is not asked
 * again.
 */
final class Conversation {

	/** What an interrupted source has to hand over what it found so far. */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final Source source;

	private final @Nullable TimeWindow window;

	private final Progress progress;

	private final List<Span> spans = new ArrayList<>();

	private final List<LogLine> lines = new ArrayList<>();

	private final Set<String> notes = new LinkedHashSet<>();

	private Search.@Nullable Problem problem;

	private Duration took = Duration.ZERO;

	private @Nullable Exchange exchange;

	Conversation(Source source, @Nullable TimeWindow window, Progress progress) {
		this.source = source;
		this.window = window;
		this.progress = progress;
	}

	String name() {
		return this.source.name();
	}

	boolean isOpen() {
		return this.problem == null;
	}

	List<Span> spans() {
		return this.spans;
	}

	List<LogLine> lines() {
		return this.lines;
	}

	Search search() {
		return new Search(this.source.name(), this.source.target(), this.window, this.spans.size(), this.lines.size(),
				this.took, List.copyOf(this.notes), this.problem);
	}

	void ask(Request request, Limits limits, ExecutorService threads) {
		this.progress.asked(this.source.name());
		CompletableFuture<Outcome> outcome = new CompletableFuture<>();
		int before = this.spans.size() + this.lines.size();
		long begun = System.nanoTime();
		Future<?> running = threads.submit(() -> {
			Outcome result = outcome(request, limits);
			int found = before + result.answer().spans().size() + result.answer().lines().size();
			this.progress.answered(this.source.name(), found, result.problem() != null);
			outcome.complete(result);
		});
		this.exchange = new Exchange(outcome, running, begun, limits.timeout());
	}

	private Outcome outcome(Request request, Limits limits) {
		long begun = System.nanoTime();
		Answered answered = answered(request, limits);
		return new Outcome(answered.answer(), answered.problem(), Duration.ofNanos(System.nanoTime() - begun));
	}

	private Answered answered(Request request, Limits limits) {
		try {
			return new Answered(request.send(this.source, limits), null);
		}
		catch (SourceException ex) {
			return new Answered(ex.partial(),
					new Search.Problem((ex.getMessage() != null) ? ex.getMessage() : "It failed", ex.action()));
		}
		catch (InterruptedException ex) {
			return new Answered(Answer.NOTHING, null);
		}
		catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError ex) {
			return new Answered(Answer.NOTHING, new Search.Problem("It failed unexpectedly: " + ex,
					"This is a defect of trace-request; please report it. --source leaves this source out."));
		}
	}

	void await() throws InterruptedException {
		Exchange current = this.exchange;
		if (current == null) {
			return;
		}
		this.exchange = null;
		Outcome outcome = current.await();
		this.took = this.took.plus(outcome.took());
		addNew(outcome.answer().spans(), this.spans);
		addNew(outcome.answer().lines(), this.lines);
		this.notes.addAll(outcome.answer().notes());
		this.problem = outcome.problem();
	}

	/** What has two of the ids is found by two questions; within one, all is told. */
	private static <T> void addNew(List<T> found, List<T> told) {
		if (told.isEmpty()) {
			told.addAll(found);
			return;
		}
		Set<T> known = new HashSet<>(told);
		for (T one : found) {
			if (!known.contains(one)) {
				told.add(one);
			}
		}
	}

	/**
	 * What is asked.
	 */
	interface Request {

		Answer send(Source source, Limits limits) throws SourceException, InterruptedException;

	}

	private record Answered(Answer answer, Search.@Nullable Problem problem) {

	}

	private record Outcome(Answer answer, Search.@Nullable Problem problem, Duration took) {

	}

	private record Exchange(CompletableFuture<Outcome> outcome, Future<?> running, long begun, Duration timeout) {

		Outcome await() throws InterruptedException {
			try {
				// a source that keeps the time itself brings what it has found
				return get(this.timeout.plus(GRACE).toNanos() - (System.nanoTime() - this.begun));
			}
			catch (TimeoutException ex) {
				this.running.cancel(true);
				return new Outcome(partial(), new Search.Problem("No answer within " + this.timeout.toSeconds() + " s",
						"Narrow the search with --since, or give it more time with --timeout."), this.timeout);
			}
		}

		private Answer partial() throws InterruptedException {
			try {
				return get(GRACE.toNanos()).answer();
			}
			catch (TimeoutException ex) {
				return Answer.NOTHING;
			}
		}

		private Outcome get(long nanos) throws InterruptedException, TimeoutException {
			try {
				return this.outcome.get(nanos, TimeUnit.NANOSECONDS);
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
