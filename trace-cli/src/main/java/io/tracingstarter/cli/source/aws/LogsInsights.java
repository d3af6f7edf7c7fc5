package io.tracingstarter.cli.source.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.tracingstarter.cli.model.TimeWindow;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Searches log groups with Logs Insights, and asks for halves of a window of which there
 * is too much.
 */
public final class LogsInsights {

	/** The most log groups of one query. */
	public static final int GROUPS = 50;

	/** The most rows of one query. */
	public static final int ROWS = 10_000;

	private final InsightsQuery query;

	public LogsInsights(AwsService<CloudWatchLogsClient> logs) {
		this.query = new InsightsQuery(logs);
	}

	/**
	 * Runs a query over the window, in halves as long as a query brings as many rows as
	 * it can. Rows come in no order, each once.
	 * @param groups at most {@value #GROUPS} names or ARNs
	 * @param query a query that keeps {@code @ptr}, without {@code limit}
	 * @param rows takes a row's fields by name, and returns whether it wants more
	 * @return whether some rows are missing, because there are too many in one second
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	public boolean all(List<String> groups, String query, TimeWindow window, Deadline deadline,
			Predicate<Map<String, String>> rows) throws AwsException, InterruptedException {
		Set<String> seen = new HashSet<>();
		List<long[]> ranges = new ArrayList<>();
		ranges.add(seconds(window));
		boolean missing = false;
		while (!ranges.isEmpty()) {
			long[] range = ranges.remove(ranges.size() - 1);
			List<Map<String, String>> found = this.query.run(groups, query, ROWS, range, deadline);
			for (Map<String, String> row : found) {
				if (seen.add(row.getOrDefault("@ptr", row.toString())) && !rows.test(row)) {
					return missing;
				}
			}
			if (found.size() >= ROWS) {
				long middle = range[0] + (range[1] - range[0]) / 2;
				if (middle == range[0]) {
					missing = true;
				}
				else {
					ranges.add(new long[] { middle, range[1] });
					ranges.add(new long[] { range[0], middle });
				}
			}
		}
		return missing;
	}

	/**
	 * Runs a query once.
	 * @param limit the most rows, 1 to {@value #ROWS}
	 * @return the rows' fields by name, in the query's order
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	public List<Map<String, String>> first(List<String> groups, String query, int limit, TimeWindow window,
			Deadline deadline) throws AwsException, InterruptedException {
		return this.query.run(groups, query, limit, seconds(window), deadline);
	}

	private static long[] seconds(TimeWindow window) {
		long until = window.until().getEpochSecond() + ((window.until().getNano() > 0) ? 1 : 0);
		return new long[] { Math.max(0, window.from().getEpochSecond()), Math.max(1, until) };
	}

}
