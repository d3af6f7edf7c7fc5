package io.tracingstarter.cli.source.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.aws.StubAws;
import io.tracingstarter.cli.source.aws.StubAws.Reply;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CloudWatchLogsSource} with Logs Insights, over HTTP.
 */
class LogsInsightsTests {

	private static final TimeWindow WINDOW = new TimeWindow(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(1004));

	private StubAws aws;

	@BeforeEach
	void start() throws Exception {
		this.aws = new StubAws();
	}

	@AfterEach
	void stop() {
		this.aws.close();
	}

	@Test
	void shouldAskAllGroupsAtOnceAndPoll() throws Exception {
		query("q1", 1000, 1004, "\\\"x1\\\"");
		this.aws.logs("GetQueryResults", "{\"queryId\":\"q1\"}", Reply.ok("{\"status\":\"Scheduled\",\"results\":[]}"),
				Reply.ok("{\"status\":\"Running\",\"results\":[" + row(1, "x1") + "]}"),
				Reply.ok("{\"status\":\"Complete\",\"results\":[" + row(1, "x1") + "," + row(2, "no") + "]}"));
		Answer answer = find(Limits.DEFAULTS, "x1");
		this.aws.verify();
		assertThat(answer.lines()).singleElement().satisfies((line) -> {
			assertThat(line.message()).isEqualTo("x1");
			assertThat(line.origin()).isEqualTo("/ecs/web web/1");
			assertThat(line.service()).isEqualTo("web");
			assertThat(line.nanos()).isEqualTo(Instant.parse("2026-11-20T10:00:00.123Z").toEpochMilli() * 1_000_000);
		});
	}

	@Test
	void shouldSplitTheWindowWhenThereIsTooMuch() throws Exception {
		StringBuilder full = new StringBuilder(row(0, "x1"));
		for (int i = 1; i < 10_000; i++) {
			full.append(',').append(row(i, "x1"));
		}
		query("q1", 1000, 1004, "\\\"x1\\\"");
		complete("q1", full.toString());
		query("q2", 1000, 1002, "\\\"x1\\\"");
		complete("q2", row(1, "x1") + "," + row(10_001, "x1"));
		query("q3", 1002, 1004, "\\\"x1\\\"");
		complete("q3", row(10_001, "x1") + "," + row(10_002, "x1"));
		Answer answer = find(Limits.DEFAULTS, "x1");
		this.aws.verify();
		assertThat(answer.lines()).hasSize(10_002);
	}

	@Test
	void shouldNotLetAnIdBreakOutOfTheQuery() throws Exception {
		query("q1", 1000, 1004, "\\\" | display @message | filter \\\"");
		complete("q1", row(1, "a\\\\ | display @message | filter \\\"b"));
		Answer answer = find(Limits.DEFAULTS, "a\\ | display @message | filter \"b");
		this.aws.verify();
		assertThat(answer.lines()).extracting(LogLine::message).hasSize(1);
	}

	@Test
	void shouldWaitWhenTooManyQueriesRun() throws Exception {
		this.aws.logs("StartQuery", start(1000, 1004, "\\\"x1\\\""), Reply.error("LimitExceededException", "too many"),
				Reply.ok("{\"queryId\":\"q1\"}"));
		complete("q1", row(1, "x1"));
		assertThat(find(Limits.DEFAULTS, "x1").lines()).hasSize(1);
		this.aws.verify();
	}

	@Test
	void shouldStopTheQueryWhenTheTimeIsUp() {
		query("q1", 1000, 1004, "\\\"x1\\\"");
		this.aws.logs("GetQueryResults", "{\"queryId\":\"q1\"}", Reply.HANGS);
		this.aws.logs("StopQuery", "{\"queryId\":\"q1\"}", Reply.ok("{\"success\":true}"));
		SourceException failure = catchThrowableOfType(SourceException.class,
				() -> find(new Limits(10, 10, 100, Duration.ofSeconds(5)), "x1"));
		this.aws.verify();
		assertThat(failure).hasMessageStartingWith("The time was up during logs:GetQueryResults");
	}

	@Test
	void shouldSayWhenAQueryFails() {
		query("q1", 1000, 1004, "\\\"x1\\\"");
		this.aws.logs("GetQueryResults", "{\"queryId\":\"q1\"}", Reply.ok("{\"status\":\"Failed\"}"));
		this.aws.logs("StopQuery", "{\"queryId\":\"q1\"}", Reply.ok("{\"success\":false}"));
		assertThat(catchThrowableOfType(SourceException.class, () -> find(Limits.DEFAULTS, "x1")))
			.hasMessage("The Logs Insights query ended as Failed");
	}

	private void query(String id, long from, long until, String like) {
		this.aws.logs("StartQuery", start(from, until, like), Reply.ok("{\"queryId\":\"" + id + "\"}"));
	}

	private void complete(String id, String rows) {
		this.aws.logs("GetQueryResults", "{\"queryId\":\"" + id + "\"}",
				Reply.ok("{\"status\":\"Complete\",\"results\":[" + rows + "]}"));
	}

	private static String start(long from, long until, String like) {
		return "{\"logGroupNames\":[\"/ecs/web\",\"/ecs/api\"],\"startTime\":" + from + ",\"endTime\":" + until
				+ ",\"queryString\":\"fields @timestamp, @message, @log, @logStream, @ptr | filter @message like "
				+ like + " | sort @timestamp asc | limit 10000\"}";
	}

	private static String row(int ptr, String message) {
		return "[{\"field\":\"@timestamp\",\"value\":\"2026-11-20 10:00:00.123\"},"
				+ "{\"field\":\"@message\",\"value\":\"" + message + "\"},"
				+ "{\"field\":\"@log\",\"value\":\"123456789012:/ecs/web\"},"
				+ "{\"field\":\"@logStream\",\"value\":\"web/1\"},{\"field\":\"@ptr\",\"value\":\"p" + ptr + "\"}]";
	}

	private Answer find(Limits limits, String id) throws Exception {
		try (CloudWatchLogsSource source = new CloudWatchLogsSource(
				new CloudWatchLogsSettings("logs", this.aws.settings(), List.of("/ecs/web", "/ecs/api"), true, 10),
				new LogDecoder())) {
			return source.find(new Question(new LinkedHashSet<>(List.of(id)), WINDOW, limits));
		}
	}

}
