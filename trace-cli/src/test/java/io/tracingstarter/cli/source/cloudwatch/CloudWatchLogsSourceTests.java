package io.tracingstarter.cli.source.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
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
 * Tests for {@link CloudWatchLogsSource} with FilterLogEvents, over HTTP.
 */
class CloudWatchLogsSourceTests {

	private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
			Instant.parse("2026-11-20T11:00:00Z"));

	private static final String TIMES = "\"startTime\":1795168800000,\"endTime\":1795172400000,";

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

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
	void shouldReadAllPagesWhenSomeAreEmpty() throws Exception {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"order-1\\\"", null),
				Reply.ok("{\"events\":[],\"nextToken\":\"t1\"}"));
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"order-1\\\"", "t1"),
				Reply.ok("{\"events\":[" + event("e1", 1795168800123L, "first order-1") + ","
						+ event("e2", 1795168800456L, "second order-1") + "],\"nextToken\":\"t2\"}"));
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"order-1\\\"", "t2"), Reply
			.ok("{\"events\":[" + event("e2", 1795168800456L, "second order-1") + "],\"searchedLogStreams\":[]}"));
		Answer answer = find("order-1", "/ecs/web");
		this.aws.verify();
		assertThat(answer.lines()).extracting(LogLine::message).containsExactly("first order-1", "second order-1");
		assertThat(answer.lines().get(0).nanos()).isEqualTo(1795168800123000000L);
		assertThat(answer.lines().get(0).service()).isEqualTo("web");
		assertThat(answer.lines().get(0).origin()).isEqualTo("/ecs/web web/1");
	}

	@Test
	void shouldSearchBothFormsOfATraceId() throws Exception {
		this.aws.logs("FilterLogEvents",
				filter("/ecs/web", "?\\\"" + TRACE + "\\\" ?\\\"1-4bf92f35-77b34da6a3ce929d0e0e4736\\\"", null),
				Reply.ok("{\"events\":[" + event("e1", 1, "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736") + ","
						+ event("e2", 2, "something else") + "]}"));
		Answer answer = find(TRACE, "/ecs/web");
		this.aws.verify();
		assertThat(answer.lines()).extracting(LogLine::message)
			.containsExactly("Root=1-4bf92f35-77b34da6a3ce929d0e0e4736");
	}

	@Test
	void shouldNotLetAnIdBreakOutOfThePattern() throws Exception {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\" ?ERROR ?\\\"", null),
				Reply.ok("{\"events\":[" + event("e1", 1, "holds a\\\" ?ERROR ?\\\"b") + ","
						+ event("e2", 2, "holds only  ?ERROR ? of it") + "]}"));
		Answer answer = find("a\" ?ERROR ?\"b", "/ecs/web");
		this.aws.verify();
		assertThat(answer.lines()).extracting(LogLine::message).containsExactly("holds a\" ?ERROR ?\"b");
	}

	@Test
	void shouldFindGroupsByPatternNameAndArnOnce() throws Exception {
		this.aws.logs("DescribeLogGroups", "{\"logGroupNamePrefix\":\"/ecs/mysfits-\"}",
				Reply.ok("{\"logGroups\":[" + group("/ecs/mysfits-web") + "],\"nextToken\":\"n\"}"));
		this.aws.logs("DescribeLogGroups", "{\"logGroupNamePrefix\":\"/ecs/mysfits-\",\"nextToken\":\"n\"}",
				Reply.ok("{\"logGroups\":[" + group("/ecs/mysfits-web-old") + "," + group("/ecs/mysfits-api") + "]}"));
		String arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/shared";
		this.aws.logs("FilterLogEvents", filter("/ecs/mysfits-web", "\\\"x1\\\"", null), Reply.ok("{\"events\":[]}"));
		this.aws.logs("FilterLogEvents",
				"{\"logGroupIdentifier\":\"" + arn + "\"," + TIMES + "\"filterPattern\":\"\\\"x1\\\"\"}",
				Reply.ok("{\"events\":[]}"));
		assertThat(find("x1", "/ecs/mysfits-*eb", "/ecs/mysfits-web", arn + ":*").lines()).isEmpty();
		this.aws.verify();
	}

	@Test
	void shouldTryAgainWhenThrottled() throws Exception {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", null),
				Reply.error("ThrottlingException", "Rate exceeded"),
				Reply.ok("{\"events\":[" + event("e1", 1, "x1") + "]}"));
		assertThat(find("x1", "/ecs/web").lines()).hasSize(1);
		this.aws.verify();
	}

	@Test
	void shouldKeepTheRestWhenOneGroupIsDenied() {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", null),
				Reply.ok("{\"events\":[" + event("e1", 1, "x1") + "]}"));
		this.aws.logs("FilterLogEvents", filter("/ecs/secret", "\\\"x1\\\"", null),
				Reply.error("AccessDeniedException", "User: arn:aws:iam::1:user/me is not authorized"));
		SourceException failure = fails("x1", "/ecs/web", "/ecs/secret");
		assertThat(failure).hasMessage("Not allowed: logs:FilterLogEvents on log group /ecs/secret: "
				+ "User: arn:aws:iam::1:user/me is not authorized");
		assertThat(failure.action()).contains("logs:FilterLogEvents on log group /ecs/secret");
		assertThat(failure.partial().lines()).hasSize(1);
	}

	@Test
	void shouldSayWhatToDoWhenRefused() {
		assertRefused("ExpiredTokenException", "The AWS credentials have expired", "aws sso login");
		assertRefused("UnrecognizedClientException", "AWS does not accept the credentials", "AWS_PROFILE");
		assertRefused("ResourceNotFoundException", "Not found: log group /ecs/web", "region");
		assertRefused("InvalidParameterException", "AWS does not accept logs:FilterLogEvents", "--since");
	}

	private void assertRefused(String type, String reason, String action) {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", null), Reply.error(type, "no"));
		SourceException failure = fails("x1", "/ecs/web");
		assertThat(failure).hasMessageStartingWith(reason);
		assertThat(failure.action()).contains(action);
	}

	@Test
	void shouldSayWhenGarbageAnswers() {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", null),
				Collections.nCopies(6, Reply.ok("<html>no</html>")).toArray(Reply[]::new));
		assertThat(fails("x1", "/ecs/web"))
			.hasMessageStartingWith("logs:FilterLogEvents on log group /ecs/web was not answered as AWS does: ");
	}

	@Test
	void shouldKeepWhatIsFoundWhenTheTimeIsUp() throws Exception {
		// the SDK's own start must not use up the time
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x0\\\"", null), Reply.ok("{\"events\":[]}"));
		find(new Limits(10, 10, 100, Duration.ofSeconds(30)), "x0", "/ecs/web");
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", null),
				Reply.ok("{\"events\":[" + event("e1", 1, "x1") + "],\"nextToken\":\"t\"}"));
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", "t"), Reply.HANGS);
		SourceException failure = fails(new Limits(10, 10, 100, Duration.ofSeconds(5)), "x1", "/ecs/web");
		assertThat(failure).hasMessageStartingWith("The time was up during logs:FilterLogEvents");
		assertThat(failure.partial().lines()).hasSize(1);
	}

	@Test
	void shouldStopAndCutBeyondTheLimits() throws Exception {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", null), Reply.ok("{\"events\":["
				+ event("e1", 1, "x1 and more") + "," + event("e2", 2, "x1") + "],\"nextToken\":\"t\"}"));
		Answer answer = find(new Limits(1, 1, 4, Duration.ofSeconds(20)), "x1", "/ecs/web");
		assertThat(answer.lines()).extracting(LogLine::message).containsExactly("x1 a");
		assertThat(answer.notes()).containsExactly("cut 1 log lines after 4 characters", "stopped after 2 log events",
				"left out 1 log lines beyond 1");
	}

	@Test
	void shouldEndAtOnceWhenInterrupted() throws Exception {
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"x1\\\"", null), Reply.HANGS);
		Thread[] asking = new Thread[1];
		InterruptedException[] thrown = new InterruptedException[1];
		asking[0] = new Thread(() -> {
			thrown[0] = catchThrowableOfType(InterruptedException.class, () -> find("x1", "/ecs/web"));
		});
		asking[0].start();
		while (this.aws.seen().isEmpty()) {
			Thread.sleep(1);
		}
		asking[0].interrupt();
		asking[0].join(15_000);
		assertThat(thrown[0]).isNotNull();
	}

	@Test
	void shouldBringTheSpanLinesOfTheWindow() throws Exception {
		String span = ("{'level':'INFO','service':'web','traceId':'%s','spanId':'00f067aa0ba902b7','span':{'name':'select',"
				+ "'kind':'CLIENT','parentSpanId':'00f067aa0ba902b8','startEpochNanos':'1795170600000000000',"
				+ "'durationNanos':5000000,'status':'OK'}}")
			.formatted(TRACE)
			.replace("'", "\\\"");
		this.aws.logs("FilterLogEvents", filter("/ecs/web", "\\\"durationNanos\\\"", null),
				Reply.ok("{\"events\":[" + event("e1", 1795170600000L, span) + ","
						+ event("e2", 1795170600001L, "durationNanos is no span") + "]}"));
		try (CloudWatchLogsSource source = source("/ecs/web")) {
			assertThat(source.spans(WINDOW, Limits.DEFAULTS).spans()).extracting(Span::name).containsExactly("select");
		}
		this.aws.verify();
	}

	private CloudWatchLogsSource source(String... groups) {
		return new CloudWatchLogsSource(
				new CloudWatchLogsSettings("logs", this.aws.settings(), List.of(groups), null, 10), new LogDecoder());
	}

	private Answer find(String id, String... groups) throws Exception {
		return find(Limits.DEFAULTS, id, groups);
	}

	private Answer find(Limits limits, String id, String... groups) throws Exception {
		try (CloudWatchLogsSource source = source(groups)) {
			return source.find(new Question(new LinkedHashSet<>(List.of(id)), WINDOW, limits));
		}
	}

	private SourceException fails(String id, String... groups) {
		return fails(Limits.DEFAULTS, id, groups);
	}

	private SourceException fails(Limits limits, String id, String... groups) {
		return catchThrowableOfType(SourceException.class, () -> find(limits, id, groups));
	}

	private static String filter(String group, String pattern, String token) {
		return "{\"logGroupName\":\"" + group + "\"," + TIMES + "\"filterPattern\":\"" + pattern + "\""
				+ ((token != null) ? ",\"nextToken\":\"" + token + "\"" : "") + "}";
	}

	private static String event(String id, long millis, String message) {
		return "{\"logStreamName\":\"web/1\",\"timestamp\":" + millis + ",\"message\":\"" + message
				+ "\",\"ingestionTime\":1795168801000,\"eventId\":\"" + id + "\"}";
	}

	private static String group(String name) {
		return "{\"logGroupName\":\"" + name + "\",\"arn\":\"arn:aws:logs:eu-west-1:1:log-group:" + name + ":*\"}";
	}

}
