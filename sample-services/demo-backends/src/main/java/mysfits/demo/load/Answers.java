package mysfits.demo.load;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the requests of a load check were answered with. Safe to be told by several
 * threads.
 */
final class Answers {

	private static final int SHOWN_PROBLEMS = 5;

	private final Map<Integer, Integer> statuses = new TreeMap<>();

	private final List<Long> nanos = new ArrayList<>();

	private final Set<String> completed = new HashSet<>();

	private final List<String> problems = new ArrayList<>();

	private int problemCount;

	private Duration took = Duration.ZERO;

	synchronized void add(String correlationId, int expectedStatus, @Nullable HttpResponse<?> response,
			@Nullable Throwable failure, long nanos) {
		if (response == null) {
			problem(correlationId + " was not answered: " + failure);
			return;
		}
		this.statuses.merge(response.statusCode(), 1, Integer::sum);
		this.nanos.add(nanos);
		this.completed.add(correlationId);
		if (response.statusCode() != expectedStatus) {
			problem(correlationId + " was answered " + response.statusCode() + " instead of " + expectedStatus);
		}
		String answered = response.headers().firstValue("X-Correlation-ID").orElse("none");
		if (!correlationId.equals(answered)) {
			problem(correlationId + " was answered with the correlation id " + answered);
		}
	}

	synchronized void unfinished() {
		problem("Not every request came to an end");
	}

	synchronized void took(Duration took) {
		this.took = took;
	}

	/**
	 * Returns the correlation ids of the requests that were answered.
	 */
	synchronized Set<String> completed() {
		return Set.copyOf(this.completed);
	}

	synchronized List<String> problems() {
		List<String> shown = new ArrayList<>(this.problems);
		if (this.problemCount > this.problems.size()) {
			shown.add("… and " + (this.problemCount - this.problems.size()) + " more answers that were wrong");
		}
		return shown;
	}

	synchronized String describe() {
		String counts = this.statuses.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ": " + entry.getValue())
			.collect(Collectors.joining(", "));
		return "%,d answers in %d s (%s), median %d ms, slowest %d ms".formatted(this.completed.size(),
				this.took.toSeconds(), counts, millisAt(0.5), millisAt(1));
	}

	private long millisAt(double share) {
		if (this.nanos.isEmpty()) {
			return 0;
		}
		Collections.sort(this.nanos);
		return Duration.ofNanos(this.nanos.get((int) (share * (this.nanos.size() - 1)))).toMillis();
	}

	private void problem(String problem) {
		this.problemCount++;
		if (this.problems.size() < SHOWN_PROBLEMS) {
			this.problems.add(problem);
		}
	}

}
