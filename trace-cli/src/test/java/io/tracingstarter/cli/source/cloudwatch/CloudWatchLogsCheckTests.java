package io.tracingstarter.cli.source.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.aws.AwsSettings;
import io.tracingstarter.cli.source.aws.StubAws;
import io.tracingstarter.cli.source.aws.StubAws.Reply;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CloudWatchLogsCheck} and {@link Recent}, over HTTP.
 */
class CloudWatchLogsCheckTests {

	private static final TimeWindow WINDOW = new TimeWindow(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000));

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
	void shouldNameTheNewestEvent() throws Exception {
		this.aws.anyTime();
		this.aws.logs("FilterLogEvents", "{\"logGroupName\":\"/ecs/web\",\"startTime\":T,\"endTime\":T,\"limit\":1}",
				Reply.ok("{\"events\":[]}"));
		this.aws.logs("DescribeLogStreams",
				"{\"logGroupName\":\"/ecs/web\",\"orderBy\":\"LastEventTime\",\"descending\":true,\"limit\":1}",
				Reply.ok("{\"logStreams\":[{\"logStreamName\":\"a\",\"lastEventTimestamp\":1795168800123}]}"));
		try (CloudWatchLogsSource source = source("/ecs/web")) {
			assertThat(source.check()).isEqualTo("1 log group matches, newest event 2026-11-20T10:00:00.123Z");
		}
		this.aws.verify();
	}

	@Test
	void shouldNameTheDeniedPermission() {
		this.aws.logs("DescribeLogGroups", "{\"logGroupNamePrefix\":\"/ecs/\"}",
				Reply.error("AccessDeniedException", "no"));
		try (CloudWatchLogsSource source = source("/ecs/*")) {
			SourceException failure = catchThrowableOfType(SourceException.class, source::check);
			assertThat(failure).hasMessage("Not allowed: logs:DescribeLogGroups on log groups /ecs/*: no");
		}
	}

	@Test
	void shouldSayThatTheEndpointIsOutOfReach() {
		this.aws.close();
		System.setProperty("aws.accessKeyId", "AKIDSTUB");
		System.setProperty("aws.secretAccessKey", "x");
		try (CloudWatchLogsSource source = source("/ecs/*")) {
			SourceException failure = catchThrowableOfType(SourceException.class, source::check);
			assertThat(failure)
				.hasMessageStartingWith("AWS cannot be reached for logs:DescribeLogGroups: ConnectException");
			assertThat(failure.action()).contains("AWS_ENDPOINT_URL");
		}
	}

	@Test
	void shouldSayThatTheProfileDoesNotExist() {
		try (CloudWatchLogsSource source = new CloudWatchLogsSource(new CloudWatchLogsSettings("logs",
				new AwsSettings("eu-west-1", "no-such-profile", null), List.of("/ecs/*"), null, 10),
				new LogDecoder())) {
			SourceException failure = catchThrowableOfType(SourceException.class, source::check);
			assertThat(failure)
				.hasMessage("AWS: no credentials: Profile file contained no credentials for profile 'no-such-profile'");
		}
	}

	@Test
	void shouldBringRecentLinesTheNewestFirst() throws Exception {
		this.aws.logs("FilterLogEvents",
				"{\"logGroupName\":\"/ecs/web\",\"startTime\":1000000,\"endTime\":2000000,\"filterPattern\":"
						+ "\"?\\\"WARN\\\" ?\\\"ERROR\\\" ?\\\"FATAL\\\" ?\\\"SEVERE\\\" ?\\\"SERVER\\\"\"}",
				Reply.ok("{\"events\":[{\"timestamp\":1000001,\"message\":\"ERROR old\",\"eventId\":\"1\"},"
						+ "{\"timestamp\":1000002,\"message\":\"ERROR new\",\"eventId\":\"2\"}]}"));
		try (CloudWatchLogsSource source = source("/ecs/web")) {
			Answer answer = source.recent(WINDOW, new Limits(1, 1, 100, Duration.ofSeconds(20)));
			assertThat(answer.lines()).extracting(LogLine::message).containsExactly("ERROR new");
		}
	}

	private CloudWatchLogsSource source(String group) {
		return new CloudWatchLogsSource(
				new CloudWatchLogsSettings("logs", this.aws.settings(), List.of(group), false, 10), new LogDecoder());
	}

}
