package io.tracingstarter.cli.source.xray;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.LogsInsights;
import io.tracingstarter.cli.source.aws.SearchTerm;

/**
 * Searches the log group of Transaction Search, in which every span is one message, with
 * Logs Insights.
 */
final class SpanLogGroup {

	private final LogsInsights insights;

	private final List<String> group;

	SpanLogGroup(LogsInsights insights, String group) {
		this.insights = insights;
		this.group = List.of(group);
	}

	/**
	 * Adds the spans that hold one of the ids.
	 * @param most how many at most
	 * @return their traces
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	Set<String> find(List<SearchTerm> terms, TimeWindow window, int most, Deadline deadline, SpanCollector spans)
			throws AwsException, InterruptedException {
		Set<String> traceIds = new LinkedHashSet<>();
		if (terms.isEmpty()) {
			return traceIds;
		}
		String any = terms.stream()
			.map((term) -> "@message like " + term.quoted())
			.distinct()
			.collect(Collectors.joining(" or "));
		int[] taken = { 0 };
		this.insights.all(this.group, "fields @timestamp, @message, @ptr | filter " + any + " | sort @timestamp asc",
				window, deadline, (row) -> {
					if (SearchTerm.isIn(row.getOrDefault("@message", ""), terms)) {
						add(row, spans, traceIds);
						taken[0]++;
					}
					return taken[0] < most;
				});
		return traceIds;
	}

	/**
	 * Adds the newest spans that a service did for its callers.
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	void recent(TimeWindow window, int most, Deadline deadline, SpanCollector spans)
			throws AwsException, InterruptedException {
		String query = "fields @timestamp, @message, @ptr"
				+ " | filter kind = \"SERVER\" or not ispresent(parentSpanId) | sort @timestamp desc";
		int limit = Math.max(1, Math.min(most, LogsInsights.ROWS));
		for (Map<String, String> row : this.insights.first(this.group, query, limit, window, deadline)) {
			add(row, spans, new LinkedHashSet<>());
		}
	}

	private static void add(Map<String, String> row, SpanCollector spans, Set<String> traceIds) {
		String traceId = spans.add(row.get("@message"));
		if (traceId != null) {
			traceIds.add(traceId);
		}
	}

}
