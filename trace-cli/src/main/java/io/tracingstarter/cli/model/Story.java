package io.tracingstarter.cli.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a request: one timeline of all services.
 *
 * @param asked the ids that were asked for
 * @param correlationIds all correlation ids that belong to it
 * @param traceIds all its traces, in order of time
 * @param services all services that took part, in order of their first span or line
 * @param startNanos when it began, in nanoseconds since 1970; 0 where nothing was found
 * @param endNanos when it ended
 * @param outcome how it went
 * @param status what the first service answered, such as "502"; null where unknown
 * @param firstError where the trouble began; null where there was none
 * @param spans all spans, each after its parent and before the next of the same level
 * @param lines the log lines that belong to no span, in order of time
 * @param warnings what a reader should know before trusting it
 * @param searches what was searched
 * @param links where to look further
 */
public record Story(List<String> asked, List<String> correlationIds, List<String> traceIds, List<String> services,
		long startNanos, long endNanos, Outcome outcome, @Nullable String status, @Nullable FirstError firstError,
		List<StorySpan> spans, List<StoryLine> lines, List<Warning> warnings, List<Search> searches,
		List<DeepLink> links) {

	public Story {
		asked = List.copyOf(asked);
		correlationIds = List.copyOf(correlationIds);
		traceIds = List.copyOf(traceIds);
		services = List.copyOf(services);
		spans = List.copyOf(spans);
		lines = List.copyOf(lines);
		warnings = List.copyOf(warnings);
		searches = List.copyOf(searches);
		links = List.copyOf(links);
	}

	/**
	 * Returns the same story with other links.
	 */
	public Story withLinks(List<DeepLink> links) {
		return new Story(this.asked, this.correlationIds, this.traceIds, this.services, this.startNanos, this.endNanos,
				this.outcome, this.status, this.firstError, this.spans, this.lines, this.warnings, this.searches,
				links);
	}

	public long durationNanos() {
		return this.endNanos - this.startNanos;
	}

	public boolean isEmpty() {
		return this.spans.isEmpty() && this.lines.isEmpty();
	}

	/**
	 * How a request went.
	 */
	public enum Outcome {

		/** Its first span ended without an error. */
		OK,

		/** Its first span ended with an error. */
		FAILED,

		/** Something failed on the way, but its first span ended without an error. */
		RECOVERED,

		/** Nothing says how it went. */
		UNKNOWN

	}

}
