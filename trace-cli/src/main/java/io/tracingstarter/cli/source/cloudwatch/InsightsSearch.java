package io.tracingstarter.cli.source.cloudwatch;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.LogsInsights;
import org.jspecify.annotations.Nullable;

/**
 * Searches with Logs Insights: up to 50 log groups in one query.
 */
final class InsightsSearch implements Search {

	private static final String FIELDS = "fields @timestamp, @message, @log, @logStream, @ptr";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

	private final LogsInsights insights;

	private final Findings findings;

	InsightsSearch(LogsInsights insights, Findings findings) {
		this.insights = insights;
		this.findings = findings;
	}

	@Override
	public int groupsAtOnce() {
		return LogsInsights.GROUPS;
	}

	@Override
	public void search(List<LogGroup> groups, List<String> texts, TimeWindow window, Deadline deadline,
			LineCollector collector) throws AwsException, InterruptedException {
		boolean missing = this.insights.all(groups.stream().map(LogGroup::id).toList(), query(texts), window, deadline,
				(row) -> take(row, collector));
		if (missing) {
			this.findings.note("left out log lines beyond " + LogsInsights.ROWS + " in one second");
		}
	}

	private static boolean take(Map<String, String> row, LineCollector collector) {
		String message = row.get("@message");
		if (message == null) {
			return true;
		}
		String log = row.getOrDefault("@log", "");
		LogGroup group = new LogGroup(log.substring(log.indexOf(':') + 1));
		return collector.take(group, row.getOrDefault("@logStream", ""), millis(row.get("@timestamp")), message);
	}

	/**
	 * Reads a time in UTC; stand-ins for AWS write milliseconds.
	 */
	private static long millis(@Nullable String timestamp) {
		try {
			if (timestamp == null || timestamp.indexOf('-') < 0) {
				return (timestamp != null) ? Long.parseLong(timestamp) : 0;
			}
			return LocalDateTime.parse(timestamp, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
		}
		catch (DateTimeParseException | NumberFormatException ex) {
			return 0;
		}
	}

	/**
	 * Returns the query for messages that hold one of the texts, the oldest first.
	 */
	static String query(List<String> texts) {
		return FIELDS + " | filter "
				+ texts.stream().map((text) -> "@message like " + text).collect(Collectors.joining(" or "))
				+ " | sort @timestamp asc";
	}

}
