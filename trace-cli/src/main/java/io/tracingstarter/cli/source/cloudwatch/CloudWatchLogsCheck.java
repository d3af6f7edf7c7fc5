package io.tracingstarter.cli.source.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsService;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.LogsInsights;
import io.tracingstarter.cli.source.aws.Operation;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/**
 * Finds out which log groups there are, whether they may be read, and when the newest
 * event came.
 */
final class CloudWatchLogsCheck {

	private static final Duration LATELY = Duration.ofMinutes(5);

	private static final int ASKED = 20;

	private final CloudWatchLogsSettings settings;

	private final AwsService<CloudWatchLogsClient> logs;

	private final LogGroups groups;

	CloudWatchLogsCheck(CloudWatchLogsSettings settings, AwsService<CloudWatchLogsClient> logs, LogGroups groups) {
		this.settings = settings;
		this.logs = logs;
		this.groups = groups;
	}

	String check(Deadline deadline) throws SourceException, InterruptedException {
		List<LogGroup> found = this.groups.find(deadline);
		if (found.isEmpty()) {
			throw new SourceException("No log group matches " + String.join(", ", this.settings.groups()),
					"Check the pattern, the region and the account (AWS_PROFILE).");
		}
		List<LogGroup> asked = found.subList(0, Math.min(ASKED, found.size()));
		Instant now = Instant.now();
		TimeWindow window = new TimeWindow(now.minus(LATELY), now);
		boolean insights = this.settings.insightsFor(found.size());
		if (insights) {
			new LogsInsights(this.logs).first(asked.stream().map(LogGroup::id).toList(), "fields @timestamp", 1, window,
					deadline);
		}
		List<GroupSearches.Part> parts = new ArrayList<>();
		Newest newest = new Newest();
		for (LogGroup group : asked) {
			parts.add(() -> {
				if (!insights) {
					new FilterSearch(this.logs).check(group, window, deadline);
				}
				newest.add(newest(group, deadline));
			});
		}
		List<AwsException> failures = GroupSearches.run(parts);
		if (!failures.isEmpty()) {
			throw failures.get(0);
		}
		return found.size() + ((found.size() == 1) ? " log group matches, " : " log groups match, ") + newest
				+ (insights ? ", searched with Logs Insights" : "");
	}

	private OptionalLong newest(LogGroup group, Deadline deadline) throws InterruptedException {
		DescribeLogStreamsRequest.Builder request = DescribeLogStreamsRequest.builder()
			.orderBy(OrderBy.LAST_EVENT_TIME)
			.descending(true)
			.limit(1);
		DescribeLogStreamsRequest one = (group.isArn() ? request.logGroupIdentifier(group.id())
				: request.logGroupName(group.id()))
			.build();
		try {
			return this.logs
				.call(new Operation("logs:DescribeLogStreams", "log group " + group.id()), deadline,
						(client) -> client.describeLogStreams(one))
				.logStreams()
				.stream()
				.map(LogStream::lastEventTimestamp)
				.filter((time) -> time != null)
				.mapToLong(Long::longValue)
				.max();
		}
		catch (AwsException ex) {
			return OptionalLong.empty();
		}
	}

	/**
	 * The newest event of several log groups.
	 */
	private static final class Newest {

		private long millis = Long.MIN_VALUE;

		synchronized void add(OptionalLong time) {
			this.millis = Math.max(this.millis, time.orElse(Long.MIN_VALUE));
		}

		@Override
		public synchronized String toString() {
			return (this.millis != Long.MIN_VALUE) ? "newest event " + Instant.ofEpochMilli(this.millis)
					: "no event is known";
		}

	}

}
