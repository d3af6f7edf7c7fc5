package io.tracingstarter.cli.source.xray;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.aws.StubAws;
import io.tracingstarter.cli.source.aws.StubAws.Reply;
import io.tracingstarter.cli.source.xray.XRaySettings.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link XRaySource}, over HTTP.
 */
class XRaySourceTests {

	private static final long NOW = Instant.now().truncatedTo(ChronoUnit.HOURS).getEpochSecond();

	private static final TimeWindow WINDOW = window(NOW - 7 * 3600, NOW);

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String XRAY = "1-4bf92f35-77b34da6a3ce929d0e0e4736";

	private static final String NONE = "{\"TraceSummaries\":[]}";

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
	void shouldSlideTheWindowAndReadPages() throws Exception {
		String annotated = "annotation.correlation_id = \\\"order-1\\\"";
		this.aws.xray("/TraceSummaries", summaries(NOW - 6 * 3600, NOW, annotated, null),
				Reply.ok("{\"TraceSummaries\":[{\"Id\":\"" + XRAY + "\"}],\"NextToken\":\"n\"}"));
		this.aws.xray("/TraceSummaries", summaries(NOW - 6 * 3600, NOW, annotated, "n"), Reply.ok(NONE));
		this.aws.xray("/TraceSummaries", summaries(NOW - 7 * 3600, NOW - 6 * 3600, annotated, null), Reply.ok(NONE));
		this.aws.xray("/Traces", "{\"TraceIds\":[\"" + XRAY + "\"]}",
				Reply.ok("{\"Traces\":[" + trace(segment("1111111111111111")) + "],\"NextToken\":\"m\"}"));
		this.aws.xray("/Traces", "{\"TraceIds\":[\"" + XRAY + "\"],\"NextToken\":\"m\"}",
				Reply.ok("{\"Traces\":[" + trace(segment("2222222222222222")) + "]}"));
		Answer answer = find(Mode.INDEXED, "order-1");
		this.aws.verify();
		assertThat(answer.spans()).extracting(Span::spanId).containsExactly("1111111111111111", "2222222222222222");
		assertThat(answer.spans()).extracting(Span::traceId).containsOnly(TRACE);
	}

	@Test
	void shouldAskFiveAtOnceAndUnprocessedAgain() throws Exception {
		this.aws.xray("/TraceSummaries", summaries(NOW - 6 * 3600, NOW, "annotation.correlation_id = \\\"o\\\"", null),
				Reply.ok("{\"TraceSummaries\":[" + ids("{\"Id\":\"%s\"}", 1, 6) + "]}"));
		this.aws.xray("/TraceSummaries",
				summaries(NOW - 7 * 3600, NOW - 6 * 3600, "annotation.correlation_id = \\\"o\\\"", null),
				Reply.ok(NONE));
		this.aws.xray("/Traces", "{\"TraceIds\":[" + ids("\"%s\"", 1, 5) + "]}",
				Reply.ok("{\"Traces\":[],\"UnprocessedTraceIds\":[" + ids("\"%s\"", 3, 3) + "]}"));
		this.aws.xray("/Traces", "{\"TraceIds\":[" + ids("\"%s\"", 6, 6) + "]}", Reply.ok("{\"Traces\":[]}"));
		this.aws.xray("/Traces", "{\"TraceIds\":[" + ids("\"%s\"", 3, 3) + "]}", Reply.ok("{\"Traces\":[]}"));
		assertThat(find(Mode.INDEXED, "o").spans()).isEmpty();
		this.aws.verify();
	}

	@Test
	void shouldNotAskWhatCannotBeQuoted() throws Exception {
		Answer answer = find(Mode.INDEXED, "x\" OR responsetime > 0 OR annotation.a = \"");
		assertThat(this.aws.seen()).isEmpty();
		assertThat(answer.notes()).anyMatch((note) -> note.startsWith("X-Ray's filter expressions cannot hold quotes"));
	}

	@Test
	void shouldRetrieveWhatIsNotIndexed() throws Exception {
		this.aws.xray("/Traces", "{\"TraceIds\":[\"" + XRAY + "\"]}",
				Reply.ok("{\"Traces\":[],\"UnprocessedTraceIds\":[\"" + XRAY + "\"]}"),
				Reply.ok("{\"Traces\":[],\"UnprocessedTraceIds\":[\"" + XRAY + "\"]}"));
		String annotated = "annotation.correlation_id = \\\"" + TRACE + "\\\"";
		this.aws.xray("/TraceSummaries", summaries(NOW - 6 * 3600, NOW, annotated, null), Reply.ok(NONE));
		this.aws.xray("/TraceSummaries", summaries(NOW - 7 * 3600, NOW - 6 * 3600, annotated, null), Reply.ok(NONE));
		spanLogs("\\\"" + TRACE + "\\\" or @message like \\\"" + XRAY + "\\\"", "[]");
		this.aws.xray("/StartTraceRetrieval", "{\"TraceIds\":[\"" + XRAY + "\"],\"StartTime\":" + (NOW - 7 * 3600)
				+ ".000,\"EndTime\":" + NOW + ".000}", Reply.ok("{\"RetrievalToken\":\"r\"}"));
		String list = "{\"RetrievalToken\":\"r\",\"TraceFormat\":\"OTEL\"";
		this.aws.xray("/ListRetrievedTraces", list + "}", Reply.ok("{\"RetrievalStatus\":\"RUNNING\",\"Traces\":[]}"),
				Reply.ok("{\"RetrievalStatus\":\"COMPLETE\",\"NextToken\":\"n\",\"Traces\":[{\"Id\":\"" + XRAY
						+ "\",\"Spans\":[{\"Id\":\"a\",\"Document\":" + quoted(otel("1111111111111111")) + "}]}]}"));
		this.aws.xray("/ListRetrievedTraces", list + ",\"NextToken\":\"n\"}",
				Reply.ok("{\"RetrievalStatus\":\"COMPLETE\",\"Traces\":[{\"Id\":\"" + XRAY
						+ "\",\"Spans\":[{\"Id\":\"b\",\"Document\":" + quoted(otel("2222222222222222"))
						+ "},{\"Id\":\"c\",\"Document\":\"no\"}]}]}"));
		Answer answer = find(Mode.AUTO, TRACE);
		this.aws.verify();
		assertThat(answer.spans()).extracting(Span::spanId).containsExactly("1111111111111111", "2222222222222222");
		assertThat(answer.notes()).containsExactly("left out 1 segments or spans that were not understood");
	}

	@Test
	void shouldFindTracesOfACorrelationIdInTheSpanLogGroup() throws Exception {
		spanLogs("\\\"order-1\\\"", "[[{\"field\":\"@message\",\"value\":" + quoted(otel("1111111111111111"))
				+ "},{\"field\":\"@ptr\",\"value\":\"p\"}]]");
		this.aws.xray("/StartTraceRetrieval", "{\"TraceIds\":[\"" + XRAY + "\"],\"StartTime\":" + (NOW - 7 * 3600)
				+ ".000,\"EndTime\":" + NOW + ".000}", Reply.error("InvalidRequestException", "no"));
		SourceException failure = fails(Mode.TRANSACTION_SEARCH, Limits.DEFAULTS, "order-1");
		this.aws.verify();
		assertThat(failure).hasMessage("AWS does not accept xray:StartTraceRetrieval: no");
		assertThat(failure.partial().spans()).hasSize(1);
	}

	@Test
	void shouldOnlyNoteWhenTransactionSearchIsOff() throws Exception {
		String annotated = "annotation.correlation_id = \\\"o\\\"";
		this.aws.xray("/TraceSummaries", summaries(NOW - 6 * 3600, NOW, annotated, null), Reply.ok(NONE));
		this.aws.xray("/TraceSummaries", summaries(NOW - 7 * 3600, NOW - 6 * 3600, annotated, null), Reply.ok(NONE));
		this.aws.logs("StartQuery", startQuery("\\\"o\\\""), Reply.error("ResourceNotFoundException", "no aws/spans"));
		Answer answer = find(Mode.AUTO, "o");
		assertThat(answer.notes())
			.containsExactly("Transaction Search was not searched: Not found: log groups aws/spans: no aws/spans");
	}

	@Test
	void shouldNameTheMissingPermission() {
		this.aws.xray("/TraceSummaries", summaries(NOW - 6 * 3600, NOW, "annotation.correlation_id = \\\"o\\\"", null),
				new Reply(403, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}"));
		SourceException failure = fails(Mode.INDEXED, Limits.DEFAULTS, "o");
		assertThat(failure).hasMessageStartingWith("Not allowed: xray:GetTraceSummaries");
		assertThat(failure.action()).contains("Ask for the permission xray:GetTraceSummaries");
	}

	@Test
	void shouldKeepWhatIsFoundWhenTheTimeIsUp() {
		this.aws.xray("/Traces", "{\"TraceIds\":[\"" + XRAY + "\"]}",
				Reply.ok("{\"Traces\":[" + trace(segment("1111111111111111")) + "]}"));
		this.aws.xray("/TraceSummaries",
				summaries(NOW - 6 * 3600, NOW, "annotation.correlation_id = \\\"" + TRACE + "\\\"", null), Reply.HANGS);
		SourceException failure = fails(Mode.INDEXED, new Limits(10, 10, 100, Duration.ofSeconds(5)), TRACE);
		assertThat(failure).hasMessageStartingWith("The time was up during xray:GetTraceSummaries");
		assertThat(failure.partial().spans()).hasSize(1);
	}

	@Test
	void shouldCheckBothCallsOfTheIndex() throws Exception {
		this.aws.anyTime();
		this.aws.xray("/TraceSummaries", "{\"StartTime\":T,\"EndTime\":T}",
				Reply.ok("{\"TraceSummaries\":[{\"Id\":\"" + XRAY + "\"}]}"));
		String none = "{\"TraceIds\":[\"1-00000000-" + "0".repeat(24) + "\"]}";
		this.aws.xray("/Traces", none, Reply.ok("{\"Traces\":[]}"));
		try (XRaySource source = source(Mode.AUTO)) {
			assertThat(source.check()).isEqualTo("X-Ray, 1 traces in the last 5 minutes");
		}
		this.aws.verify();
	}

	@Test
	void shouldBringRecentEntries() throws Exception {
		this.aws.xray("/TraceSummaries", "{\"StartTime\":" + (NOW - 60) + ".000,\"EndTime\":" + NOW + ".000}",
				Reply.ok("{\"TraceSummaries\":[{\"Id\":\"" + XRAY + "\"}]}"));
		this.aws
			.xray("/Traces", "{\"TraceIds\":[\"" + XRAY + "\"]}",
					Reply.ok("{\"Traces\":[" + trace("{\"id\":\"1111111111111111\",\"name\":\"web\",\"start_time\":1,"
							+ "\"subsegments\":[{\"id\":\"1111111111111112\",\"name\":\"x\",\"start_time\":1}]}")
							+ "]}"));
		try (XRaySource source = source(Mode.AUTO)) {
			assertThat(source.recent(window(NOW - 60, NOW), Limits.DEFAULTS).spans()).extracting(Span::spanId)
				.containsExactly("1111111111111111");
		}
	}

	@Test
	void shouldBringWholeTracesOfTheWindow() throws Exception {
		this.aws.xray("/TraceSummaries", "{\"StartTime\":" + (NOW - 60) + ".000,\"EndTime\":" + NOW + ".000}",
				Reply.ok("{\"TraceSummaries\":[{\"Id\":\"" + XRAY + "\"}]}"));
		this.aws
			.xray("/Traces", "{\"TraceIds\":[\"" + XRAY + "\"]}",
					Reply.ok("{\"Traces\":[" + trace("{\"id\":\"1111111111111111\",\"name\":\"web\",\"start_time\":1,"
							+ "\"subsegments\":[{\"id\":\"1111111111111112\",\"name\":\"db\",\"start_time\":1}]}")
							+ "]}"));
		try (XRaySource source = source(Mode.AUTO)) {
			assertThat(source.spans(window(NOW - 60, NOW), Limits.DEFAULTS).spans()).extracting(Span::spanId)
				.containsExactlyInAnyOrder("1111111111111111", "1111111111111112");
		}
		this.aws.verify();
	}

	@Test
	void shouldLinkToTheConsole() {
		try (XRaySource source = source(Mode.AUTO)) {
			assertThat(source.traceLink(TRACE, null)).hasValueSatisfying((link) -> assertThat(link.url()).isEqualTo(
					"https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#xray:traces/" + XRAY));
		}
	}

	private void spanLogs(String like, String results) {
		this.aws.logs("StartQuery", startQuery(like), Reply.ok("{\"queryId\":\"q\"}"));
		this.aws.logs("GetQueryResults", "{\"queryId\":\"q\"}",
				Reply.ok("{\"status\":\"Complete\",\"results\":" + results + "}"));
	}

	private static String startQuery(String like) {
		return "{\"logGroupNames\":[\"aws/spans\"],\"startTime\":" + (NOW - 7 * 3600) + ",\"endTime\":" + NOW
				+ ",\"queryString\":\"fields @timestamp, @message, @ptr | filter @message like " + like
				+ " | sort @timestamp asc | limit 10000\"}";
	}

	private Answer find(Mode mode, String id) throws Exception {
		return find(mode, Limits.DEFAULTS, id);
	}

	private Answer find(Mode mode, Limits limits, String id) throws Exception {
		try (XRaySource source = source(mode)) {
			return source.find(new Question(new LinkedHashSet<>(List.of(id)), WINDOW, limits));
		}
	}

	private SourceException fails(Mode mode, Limits limits, String id) {
		return catchThrowableOfType(SourceException.class, () -> find(mode, limits, id));
	}

	private XRaySource source(Mode mode) {
		return new XRaySource(new XRaySettings("xray", this.aws.settings(), mode, "aws/spans"));
	}

	private static TimeWindow window(long from, long until) {
		return new TimeWindow(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
	}

	private static String summaries(long from, long until, String expression, String token) {
		return "{\"StartTime\":" + from + ".000,\"EndTime\":" + until + ".000,\"FilterExpression\":\"" + expression
				+ "\"" + ((token != null) ? ",\"NextToken\":\"" + token + "\"" : "") + "}";
	}

	private static String ids(String format, int from, int to) {
		StringBuilder ids = new StringBuilder();
		for (int i = from; i <= to; i++) {
			ids.append((i > from) ? "," : "").append(String.format(format, "1-0000000" + i + "-" + "a".repeat(24)));
		}
		return ids.toString();
	}

	private static String trace(String document) {
		return "{\"Id\":\"" + XRAY + "\",\"Duration\":1,\"Segments\":[{\"Id\":\"x\",\"Document\":" + quoted(document)
				+ "}]}";
	}

	private static String segment(String id) {
		return "{\"id\":\"" + id + "\",\"name\":\"web\",\"start_time\":1.7E9,\"trace_id\":\"" + XRAY + "\"}";
	}

	private static String otel(String id) {
		return "{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + id
				+ "\",\"startTimeUnixNano\":1,\"attributes\":{\"correlation_id\":\"order-1\"}}";
	}

	private static String quoted(String json) {
		return '"' + json.replace("\"", "\\\"") + '"';
	}

}
