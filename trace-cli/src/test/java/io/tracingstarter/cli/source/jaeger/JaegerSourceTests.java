package io.tracingstarter.cli.source.jaeger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class JaegerSourceTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
			Instant.parse("2026-11-20T11:00:00.5Z"));

	private static final String TIMES = "&query.startTimeMin=2026-11-20T10%3A00%3A00Z"
			+ "&query.start_time_min=2026-11-20T10%3A00%3A00Z&query.startTimeMax=2026-11-20T11%3A00%3A00.500Z"
			+ "&query.start_time_max=2026-11-20T11%3A00%3A00.500Z";

	private static final String V1_TIMES = "&start=1795168800000000&end=1795172400500000";

	private static final String NOT_FOUND = "{\"error\":{\"httpCode\":404,\"message\":\"No traces found\"}}";

	private final StubServer stub = new StubServer();

	private final JaegerSource source = new JaegerSource("jaeger",
			new Endpoint(this.stub.url(), null, Map.of("Authorization", "Bearer token")), HttpJson.client());

	@AfterEach
	void close() {
		this.stub.close();
	}

	@Test
	void shouldAskEachServiceForTheCorrelationId() throws Exception {
		this.stub.expect("GET /api/v3/services")
			.withHeader("Authorization", "Bearer token")
			.answer("{\"services\":[\"web\",\"a b&c\"]}");
		this.stub.expect("GET " + search("web", "order-1", 100)).answer(otlp("a1", "order-1") + "\n" + otlp("a2", ""));
		this.stub.expect("GET " + search("a%20b%26c", "order-1", 100)).answer(404, NOT_FOUND);
		Answer answer = this.source.find(question("order-1"));
		assertThat(answer.spans()).extracting(Span::spanId).containsExactly("00000000000000a1", "00000000000000a2");
		assertThat(answer.notes()).isEmpty();
	}

	@Test
	void shouldAskForATraceIdDirectly() throws Exception {
		this.stub.expect("GET /api/v3/services").answer("{\"services\":[]}");
		this.stub.expect("GET /api/v3/traces/" + TRACE).answer(otlp("a1", ""));
		assertThat(this.source.find(question(TRACE)).spans()).hasSize(1);
	}

	@Test
	void shouldAskAgainWhenTheAttributesWereIgnored() throws Exception {
		this.stub.expect("GET /api/v3/services").answer("{\"services\":[\"web\"]}");
		this.stub.expect("GET " + search("web", "order-1", 100)).answer(otlp("a1", "order-12"));
		this.stub
			.expect("GET /api/traces?service=web&tags=%7B%22correlation_id%22%3A%22order-1%22%7D" + V1_TIMES
					+ "&limit=100")
			.answer(V1);
		assertThat(this.source.find(question("order-1")).spans()).extracting(Span::spanId)
			.containsExactly("00000000000000b1", "00000000000000b2");
	}

	@Test
	void shouldUseTheOlderApiWhenThereIsNoOther() throws Exception {
		this.stub.expect("GET /api/v3/services").answer(404, "404 page not found");
		this.stub.expect("GET /api/services").answer("{\"data\":[\"web\"],\"total\":1}");
		this.stub.expect("GET /api/traces/" + TRACE).answer(V1);
		this.stub
			.expect("GET /api/traces?service=web&tags=%7B%22correlation_id%22%3A%22" + TRACE + "%22%7D" + V1_TIMES
					+ "&limit=100")
			.answer("{\"data\":[],\"errors\":null}");
		Answer answer = this.source.find(question(TRACE));
		assertThat(answer.spans()).extracting(Span::service, Span::kind, Span::status, Span::durationNanos)
			.containsExactly(tuple("web", SpanKind.SERVER, SpanStatus.ERROR, 5_000_000L),
					tuple("likes", SpanKind.INTERNAL, SpanStatus.UNSET, 1_000_000L));
		assertThat(answer.spans().get(1).parentSpanId()).isEqualTo("00000000000000b1");
		assertThat(answer.spans().get(0).events().get(0).name()).isEqualTo("exception");
		assertThat(answer.spans().get(0).events().get(0).attributes()).containsEntry("exception.type", "E");
	}

	@Test
	void shouldQuoteStrangeIds() throws Exception {
		this.stub.expect("GET /api/v3/services").answer("{\"services\":[\"web\"]}");
		this.stub.expect("GET " + search("web", "%5C%22%7D%20%5C%5C%26%24*%7C", 100)).answer(404, NOT_FOUND);
		assertThat(this.source.find(question("\"} \\&$*|")).spans()).isEmpty();
	}

	@Test
	void shouldKeepWhatOtherServicesAnswered() {
		this.stub.expect("GET /api/v3/services").answer("{\"services\":[\"web\",\"likes\"]}");
		this.stub.expect("GET " + search("web", "order-1", 100)).answer(500, "no disk");
		this.stub.expect("GET " + search("likes", "order-1", 100)).answer(otlp("a1", "order-1"));
		SourceException failure = catchThrowableOfType(SourceException.class,
				() -> this.source.find(question("order-1")));
		assertThat(failure).hasMessageContaining("answered 500 (no disk)");
		assertThat(failure.partial().spans()).hasSize(1);
	}

	@Test
	void shouldShowWhatHappenedLately() throws Exception {
		this.stub.expect("GET /api/v3/services").answer("{\"services\":[\"web\"]}");
		this.stub
			.expect("GET /api/v3/traces?query.serviceName=web&query.service_name=web" + TIMES
					+ "&query.searchDepth=20&query.search_depth=20")
			.answer(otlp("a1", "order-1"));
		assertThat(this.source.recent(WINDOW, Limits.DEFAULTS).spans()).hasSize(1);
	}

	@Test
	void shouldCheckAndLink() throws Exception {
		this.stub.expect("GET /api/v3/services").answer("{\"services\":[\"web\",\"likes\"]}");
		assertThat(this.source.check()).isEqualTo("Jaeger, 2 services");
		assertThat(this.source.traceLink(TRACE, null)).get()
			.extracting("url")
			.isEqualTo(this.stub.url() + "/trace/" + TRACE);
	}

	private static final String V1 = """
			{"data":[{"traceID":"%1$s","spans":[
			  {"traceID":"%1$s","spanID":"b1","operationName":"get","references":[],"startTime":1795168800000000,
			   "duration":5000,"processID":"p1","tags":[{"key":"span.kind","type":"string","value":"server"},
			   {"key":"error","type":"bool","value":true},{"key":"correlation_id","type":"string","value":"order-1"}],
			   "logs":[{"timestamp":1795168800000001,"fields":[{"key":"event","value":"exception"},
			   {"key":"exception.type","value":"E"}]}]},
			  {"traceID":"%1$s","spanID":"b2","operationName":"load","startTime":1795168800001000,"duration":1000,
			   "references":[{"refType":"CHILD_OF","traceID":"%1$s","spanID":"b1"}],"processID":"p2","tags":[],"logs":[]},
			  {"spanID":"b3"}],
			  "processes":{"p1":{"serviceName":"web","tags":[]},"p2":{"serviceName":"likes"}}}],"errors":null}
			"""
		.formatted(TRACE);

	private static String search(String service, String id, int depth) {
		return "/api/v3/traces?query.serviceName=" + service + "&query.service_name=" + service
				+ "&query.attributes=%7B%22correlation_id%22%3A%22" + id + "%22%7D" + TIMES + "&query.searchDepth="
				+ depth + "&query.search_depth=" + depth;
	}

	private static String otlp(String spanId, String correlationId) {
		return """
				{"result":{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"web"}}]},
				"scopeSpans":[{"scope":{},"spans":[{"traceId":"%s","spanId":"%s","name":"get","kind":2,
				"startTimeUnixNano":"1795168800000000000","endTimeUnixNano":"1795168800000000001","status":{},
				"attributes":[{"key":"correlation_id","value":{"stringValue":"%s"}}]}]}]}]}}"""
			.formatted(TRACE, "00000000000000" + spanId, correlationId);
	}

	private static Question question(String id) {
		return new Question(Set.of(id), WINDOW, Limits.DEFAULTS);
	}

}
