package io.tracingstarter.cli.source.cloudwatch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsService;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.Operation;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * Searches with FilterLogEvents: one log group, page by page. A page may be empty and yet
 * have a successor: only the missing token ends the search.
 */
final class FilterSearch implements Search {

	private final AwsService<CloudWatchLogsClient> logs;

	FilterSearch(AwsService<CloudWatchLogsClient> logs) {
		this.logs = logs;
	}

	@Override
	public int groupsAtOnce() {
		return 1;
	}

	@Override
	public void search(List<LogGroup> groups, List<String> texts, TimeWindow window, Deadline deadline,
			LineCollector collector) throws AwsException, InterruptedException {
		for (LogGroup group : groups) {
			search(group, pattern(texts), window, deadline, collector);
		}
	}

	private void search(LogGroup group, String pattern, TimeWindow window, Deadline deadline, LineCollector collector)
			throws AwsException, InterruptedException {
		Operation operation = operation(group);
		Set<String> seen = new HashSet<>();
		String token = null;
		do {
			FilterLogEventsRequest request = in(group, window).filterPattern(pattern).nextToken(token).build();
			FilterLogEventsResponse response = this.logs.call(operation, deadline,
					(client) -> client.filterLogEvents(request));
			for (FilteredLogEvent event : response.events()) {
				if (event.message() == null || (event.eventId() != null && !seen.add(event.eventId()))) {
					continue;
				}
				long millis = (event.timestamp() != null) ? event.timestamp() : 0;
				String stream = (event.logStreamName() != null) ? event.logStreamName() : "";
				if (!collector.take(group, stream, millis, event.message())) {
					return;
				}
			}
			token = response.nextToken();
		}
		while (token != null);
	}

	/**
	 * Finds out whether the group may be read.
	 * @throws AwsException when it may not, or does not exist
	 * @throws InterruptedException when the thread is interrupted
	 */
	void check(LogGroup group, TimeWindow window, Deadline deadline) throws AwsException, InterruptedException {
		FilterLogEventsRequest request = in(group, window).limit(1).build();
		this.logs.call(operation(group), deadline, (client) -> client.filterLogEvents(request));
	}

	private static FilterLogEventsRequest.Builder in(LogGroup group, TimeWindow window) {
		FilterLogEventsRequest.Builder request = FilterLogEventsRequest.builder()
			.startTime(Math.max(0, window.from().toEpochMilli()))
			.endTime(Math.max(0, window.until().toEpochMilli()));
		return group.isArn() ? request.logGroupIdentifier(group.id()) : request.logGroupName(group.id());
	}

	private static Operation operation(LogGroup group) {
		return new Operation("logs:FilterLogEvents", "log group " + group.id());
	}

	/**
	 * Returns the pattern of messages that hold one of the texts: a question mark before
	 * a term means "or".
	 */
	static String pattern(List<String> texts) {
		return (texts.size() == 1) ? texts.get(0)
				: texts.stream().map((text) -> "?" + text).collect(Collectors.joining(" "));
	}

}
