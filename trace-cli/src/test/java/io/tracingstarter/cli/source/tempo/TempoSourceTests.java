package io.tracingstarter.cli.source.tempo;

import java.net.URI;
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
import io.tracingstarter.cli.source.grafana.GrafanaExplore;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class TempoSourceTests {

	private static final String TRACE = "0bf92f3577b34da6a3ce929d0e0e4736";

	private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
			Instant.parse("2026-11-20T11:00:00.5Z"));

	private static final String TIMES = "&start=1795168800&end=1795172401";

	private final StubServer stub = new StubServer();

	private final Endpoint endpoint = new Endpoint(this.stub.url(), null, Map.of("X-Scope-OrgID", "shop"));

	private final TempoSource source = new TempoSource("tempo", this.endpoint, HttpJson.client(),
			new GrafanaExplore(URI.create("http://grafana:3000"), "uid1"));

	@AfterEach
	void close() {
		this.stub.close();
	}

	@Test
	void shouldSearchAndReadTheTraces() throws Exception {
		this.stub.expect(search("order-1"))
			.withHeader("X-Scope-OrgID", "shop")
			.answer("{\"traces\":[{\"traceID\":\"" + TRACE.substring(1) + "\",\"rootServiceName\":\"web\"},"
					+ "{\"traceID\":\"7\"},{\"traceID\":null}],\"metrics\":{\"inspectedBytes\":\"1\"}}");
		this.stub.expect("GET /api/v2/traces/" + TRACE)
			.withHeader("X-Scope-OrgID", "shop")
			.answer("{\"trace\":{\"resourceSpans\":[" + resourceSpans("order-1")
					+ "]},\"metrics\":{},\"status\":\"PARTIAL\"}");
		this.stub.expect("GET /api/v2/traces/00000000000000000000000000000007")
			.answer("{\"trace\":{\"resourceSpans\":[" + resourceSpans("order-12") + "]}}");
		Answer answer = this.source.find(question("order-1"));
		assertThat(answer.spans()).extracting(Span::traceId, Span::spanId, Span::kind, Span::service)
			.containsExactly(tuple(TRACE, "00f067aa0ba902b7", SpanKind.SERVER, "web"));
		assertThat(answer.notes()).containsExactly("Tempo has a trace only in part, because it is too large for it");
	}

	@Test
	void shouldReadTheOlderAnswerOfATrace() throws Exception {
		this.stub.expect(search(TRACE)).answer("{\"traces\":[]}");
		this.stub.expect("GET /api/v2/traces/" + TRACE).answer(404, "404 page not found");
		this.stub.expect("GET /api/traces/" + TRACE).answer("{\"batches\":[" + resourceSpans("x") + "]}");
		assertThat(this.source.find(question(TRACE)).spans()).hasSize(1);
	}

	@Test
	void shouldFindNothing() throws Exception {
		this.stub.expect(search(TRACE)).answer("{\"metrics\":{}}");
		this.stub.expect("GET /api/v2/traces/" + TRACE).answer(404, "trace not found");
		this.stub.expect("GET /api/traces/" + TRACE).answer(404, "trace not found");
		assertThat(this.source.find(question(TRACE)).spans()).isEmpty();
	}

	@Test
	void shouldQuoteStrangeIds() throws Exception {
		this.stub.expect(search("%5C%22%20%7D%20%7C%7C%20%7B%20%5C%5C%24*%5Cu000a")).answer("{\"traces\":[]}");
		assertThat(this.source.find(question("\" } || { \\$*\n")).spans()).isEmpty();
	}

	@Test
	void shouldReadTheTraceEvenWhenTheSearchFails() {
		this.stub.expect(search(TRACE)).answer(400, "range specified by start and end exceeds 168h0m0s");
		this.stub.expect("GET /api/v2/traces/" + TRACE)
			.answer("{\"trace\":{\"resourceSpans\":[" + resourceSpans("x") + "]}}");
		SourceException failure = catchThrowableOfType(SourceException.class, () -> this.source.find(question(TRACE)));
		assertThat(failure).hasMessageContaining("exceeds 168h0m0s");
		assertThat(failure.action()).contains("--since");
		assertThat(failure.partial().spans()).hasSize(1);
	}

	@Test
	void shouldShowWhatHappenedLately() throws Exception {
		this.stub.expect(
				"GET /api/search?q=%7B%20kind%20%3D%20server%20%7D%20%7C%20select%28resource.service.name%2C%20status"
						+ "%2C%20kind%2C%20span.correlation_id%29" + TIMES + "&limit=1000")
			.answer("""
					{"traces":[{"traceID":"%s","rootServiceName":"web","rootTraceName":"get /a","spanSets":[{"spans":[
					{"spanID":"563d623c76514f8e","startTimeUnixNano":"1795168800000000000","durationNanos":"5000",
					 "attributes":[{"key":"status","value":{"stringValue":"error"}},
					 {"key":"kind","value":{"stringValue":"server"}},{"key":"service.name","value":{"stringValue":"likes"}},
					 {"key":"correlation_id","value":{"stringValue":"order-1"}}]},{"spanID":""}],"matched":1}]}]}
					"""
				.formatted(TRACE));
		Answer answer = this.source.recent(WINDOW, Limits.DEFAULTS);
		assertThat(answer.spans())
			.extracting(Span::service, Span::name, Span::status, Span::durationNanos, Span::correlationId)
			.containsExactly(tuple("likes", "get /a", SpanStatus.ERROR, 5000L, "order-1"));
		assertThat(answer.notes()).containsExactly("left out 1 spans without valid ids or times");
	}

	@Test
	void shouldLinkToGrafanaOnlyWhereItIsKnown() {
		assertThat(this.source.traceLink(TRACE, WINDOW)).get()
			.extracting("url")
			.asString()
			.startsWith(
					"http://grafana:3000/explore?schemaVersion=1&panes=%7B%22a%22%3A%7B%22datasource%22%3A%22uid1%22")
			.contains("%22query%22%3A%22" + TRACE + "%22")
			.contains("%22from%22%3A%221795168800000%22");
		assertThat(new TempoSource("tempo", this.endpoint, HttpJson.client(), null).traceLink(TRACE, null)).isEmpty();
	}

	private static String search(String id) {
		return "GET /api/search?q=%7B%20.correlation_id%20%3D%20%22" + id + "%22%20%7D" + TIMES + "&limit=1000";
	}

	private static String resourceSpans(String correlationId) {
		return """
				{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"web"}}]},
				"scopeSpans":[{"scope":{"name":"x"},"spans":[{"traceId":"C/kvNXezTaajzpKdDg5HNg==","spanId":"APBnqgupArc=",
				"name":"get","kind":"SPAN_KIND_SERVER","startTimeUnixNano":"1795168800000000000",
				"endTimeUnixNano":"1795168800000000001","status":{},
				"attributes":[{"key":"correlation_id","value":{"stringValue":"%s"}}]}]}]}"""
			.formatted(correlationId);
	}

	private static Question question(String id) {
		return new Question(Set.of(id), WINDOW, Limits.DEFAULTS);
	}

}
