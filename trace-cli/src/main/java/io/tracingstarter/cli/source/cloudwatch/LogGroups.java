package io.tracingstarter.cli.source.cloudwatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsService;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.Operation;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;

/**
 * Finds the log groups that are configured. Names and ARNs are taken as they are; only
 * patterns ask AWS.
 */
final class LogGroups {

	private static final int MOST = 1_000;

	private final AwsService<CloudWatchLogsClient> logs;

	private final List<LogGroupPattern> patterns;

	private volatile List<LogGroup> known;

	LogGroups(AwsService<CloudWatchLogsClient> logs, List<String> groups) {
		this.logs = logs;
		this.patterns = groups.stream().map(LogGroupPattern::new).toList();
		this.known = groups.stream()
			.map(LogGroup::of)
			.filter((group) -> group.isArn() || !new LogGroupPattern(group.id()).isPattern())
			.toList();
	}

	/**
	 * Returns the log groups that are known without asking AWS again.
	 */
	List<LogGroup> known() {
		return this.known;
	}

	List<LogGroup> find(Deadline deadline) throws AwsException, InterruptedException {
		Map<String, LogGroup> groups = new LinkedHashMap<>();
		for (LogGroupPattern pattern : this.patterns) {
			LogGroup whole = LogGroup.of(pattern.text());
			if (whole.isArn() || !pattern.isPattern()) {
				groups.putIfAbsent(whole.name(), whole);
				continue;
			}
			for (String name : matching(pattern, deadline)) {
				groups.putIfAbsent(name, new LogGroup(name));
			}
		}
		this.known = List.copyOf(groups.values());
		return this.known;
	}

	private List<String> matching(LogGroupPattern pattern, Deadline deadline)
			throws AwsException, InterruptedException {
		Operation operation = new Operation("logs:DescribeLogGroups", "log groups " + pattern.text());
		List<String> names = new ArrayList<>();
		String token = null;
		do {
			DescribeLogGroupsRequest.Builder request = DescribeLogGroupsRequest.builder().nextToken(token);
			if (!pattern.prefix().isEmpty()) {
				request.logGroupNamePrefix(pattern.prefix());
			}
			DescribeLogGroupsResponse response = this.logs.call(operation, deadline,
					(client) -> client.describeLogGroups(request.build()));
			response.logGroups()
				.stream()
				.map((group) -> group.logGroupName())
				.filter((name) -> name != null && pattern.matches(name))
				.forEach(names::add);
			token = response.nextToken();
		}
		while (token != null && names.size() < MOST);
		return names;
	}

}
