package io.tracingstarter.cli.source.aws;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.source.aws.AwsException.Kind;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;

/**
 * Starts a Logs Insights query, waits for it, and stops it when nobody waits any more.
 */
final class InsightsQuery {

	private static final Duration FIRST_POLL = Duration.ofMillis(200);

	private static final Duration LAST_POLL = Duration.ofSeconds(2);

	private static final int STARTS = 5;

	private final AwsService<CloudWatchLogsClient> logs;

	InsightsQuery(AwsService<CloudWatchLogsClient> logs) {
		this.logs = logs;
	}

	/**
	 * Runs a query.
	 * @param limit the most rows
	 * @param range its first and last second, since 1970
	 * @return the rows' fields by name, in the query's order
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	List<Map<String, String>> run(List<String> groups, String query, int limit, long[] range, Deadline deadline)
			throws AwsException, InterruptedException {
		Operation operation = new Operation("logs:StartQuery", "log groups " + String.join(", ", groups));
		String id = start(operation,
				StartQueryRequest.builder()
					.startTime(range[0])
					.endTime(range[1])
					.queryString(query + " | limit " + limit)
					.applyMutation((request) -> {
						if (groups.stream().anyMatch((group) -> group.startsWith("arn:"))) {
							request.logGroupIdentifiers(groups);
						}
						else {
							request.logGroupNames(groups);
						}
					})
					.build(),
				deadline);
		boolean finished = false;
		try {
			List<Map<String, String>> rows = poll(operation, id, deadline);
			finished = true;
			return rows;
		}
		finally {
			if (!finished) {
				this.logs.tell((client) -> client.stopQuery((request) -> request.queryId(id)));
			}
		}
	}

	private String start(Operation operation, StartQueryRequest request, Deadline deadline)
			throws AwsException, InterruptedException {
		Duration pause = FIRST_POLL;
		for (int attempt = 1;; attempt++) {
			try {
				String id = this.logs.call(operation, deadline, (client) -> client.startQuery(request)).queryId();
				if (id != null) {
					return id;
				}
				throw new AwsException(Kind.FAILED, operation + " answered without an id",
						"Check what answers at the endpoint (AWS_ENDPOINT_URL).");
			}
			catch (AwsException ex) {
				if (ex.kind() != Kind.THROTTLED || attempt == STARTS) {
					throw ex;
				}
			}
			deadline.sleep(pause);
			pause = longer(pause);
		}
	}

	private List<Map<String, String>> poll(Operation operation, String id, Deadline deadline)
			throws AwsException, InterruptedException {
		Operation results = new Operation("logs:GetQueryResults", operation.resource());
		Duration pause = FIRST_POLL;
		while (true) {
			GetQueryResultsResponse response = this.logs.call(results, deadline,
					(client) -> client.getQueryResults((request) -> request.queryId(id)));
			switch (String.valueOf(response.statusAsString())) {
				case "Complete" -> {
					return response.results().stream().map(InsightsQuery::fields).toList();
				}
				case "Scheduled", "Running", "Unknown" -> {
				}
				default ->
					throw new AwsException(Kind.FAILED, "The Logs Insights query ended as " + response.statusAsString(),
							"Narrow the window (--since), or ask fewer log groups.");
			}
			deadline.sleep(pause);
			pause = longer(pause);
		}
	}

	private static Duration longer(Duration pause) {
		Duration longer = pause.multipliedBy(3).dividedBy(2);
		return (longer.compareTo(LAST_POLL) < 0) ? longer : LAST_POLL;
	}

	private static Map<String, String> fields(List<ResultField> row) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (ResultField field : row) {
			if (field.field() != null && field.value() != null) {
				fields.put(field.field(), field.value());
			}
		}
		return fields;
	}

}
