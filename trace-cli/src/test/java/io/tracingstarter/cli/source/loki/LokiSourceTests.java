package io.tracingstarter.cli.source.loki;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.grafana.GrafanaExplore;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LokiSourceTests {

	private static final long START = 1795168800000000000L;

	private static final long END = 1795172400000000000L;

	private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
			Instant.parse("2026-11-20T11:00:00Z"));

	private static final String NONE = "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[]}}";

	private final StubServer stub = new StubServer();

	private final LokiSource source = new LokiSource("loki",
			new Endpoint(this.stub.url(), null, Map.of("X-Scope-OrgID", "shop")), HttpJson.client(),
			new LokiSettings("{app=\"a\"}", new GrafanaExplore(URI.create("http://grafana"), "uid1")),
			new LogDecoder());

	@AfterEach
	void close() {
		this.stub.close();
	}

	@Test
	void shouldFindLinesThatHoldTheId() throws Exception {
		inLine("order-1", START).withHeader("X-Scope-OrgID", "shop")
			.answerPacked("{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":["
					+ "{\"stream\":{\"service_name\":\"web\"},\"values\":[[\"" + (START + 5)
					+ "\",\"it is order-1\"],[\"7\",\"order-12\"]]}],\"stats\":{}}}");
		besideLine("order-1").answer(NONE);
		Answer answer = this.source.find(question("order-1"));
		assertThat(answer.lines()).extracting(LogLine::message).containsExactly("it is order-1");
		LogLine line = answer.lines().get(0);
		assertThat(line.nanos()).isEqualTo(START + 5);
		assertThat(line.service()).isEqualTo("web");
		assertThat(line.origin()).isEqualTo("Loki, {service_name=\"web\"}");
	}

	@Test
	void shouldFindLinesThatHaveTheIdBesideThem() throws Exception {
		inLine("order-1", START).answer(NONE);
		besideLine("order-1").answer("{\"data\":{\"result\":[{\"stream\":{\"app\":\"a\",\"correlation_id\":\"order-1\","
				+ "\"detected_level\":\"error\"},\"values\":[[\"1\",\"it broke\"]]},"
				+ "{\"stream\":{\"app\":\"a\"},\"values\":[[\"2\",\"{\\\"msg\\\":\\\"too\\\"}\","
				+ "{\"structuredMetadata\":{\"correlation_id\":\"order-1\"}}],[\"3\",\"nothing\"]]}]}}");
		Answer answer = this.source.find(question("order-1"));
		assertThat(answer.lines()).hasSize(2);
		assertThat(answer.lines().toString()).contains("it broke", "too").doesNotContain("nothing");
	}

	@Test
	void shouldReadPagesWithoutLossWhenTimesAreEqual() throws Exception {
		// the last 100 lines of the first page have one time, as have the next 100
		inLine("order-1", START).answer(lines(0, 5000, (line) -> START + Math.min(line, 4900)));
		inLine("order-1", START + 4900).answer(lines(4900, 5200, (line) -> START + 4900));
		besideLine("order-1").answer(NONE);
		Answer answer = this.source.find(question("order-1"));
		assertThat(answer.lines()).hasSize(5200);
		assertThat(answer.lines().stream().map(LogLine::message).distinct()).hasSize(5200);
		assertThat(answer.notes()).isEmpty();
	}

	@Test
	void shouldNotLoopWhenAPageHasOneTime() throws Exception {
		inLine("order-1", START).answer(lines(0, 5000, (line) -> START + 7));
		inLine("order-1", START + 7).answer(lines(0, 5000, (line) -> START + 7));
		inLine("order-1", START + 8).answer(lines(5000, 5001, (line) -> START + 8));
		besideLine("order-1").answer(NONE);
		Answer answer = this.source.find(question("order-1"));
		assertThat(answer.lines()).hasSize(5001);
		assertThat(answer.notes()).containsExactly("left out lines: 5000 or more have the same time");
	}

	@Test
	void shouldKeepTheFirstPageWhenTheSecondFails() {
		inLine("order-1", START).answer(lines(0, 5000, (line) -> START + line));
		inLine("order-1", START + 4999).answer(400, "the query time range exceeds the limit");
		SourceException failure = catchThrowableOfType(SourceException.class,
				() -> this.source.find(question("order-1")));
		assertThat(failure).hasMessageContaining("answered 400 (the query time range exceeds the limit)");
		assertThat(failure.partial().lines()).hasSize(5000);
	}

	@Test
	void shouldFindTheFormOfXRayWhenTheIdIsATraceId() throws Exception {
		String id = "4bf92f3577b34da6a3ce929d0e0e4736";
		String line = "{\\\"xrayTraceId\\\":\\\"1-4bf92f35-77b34da6a3ce929d0e0e4736\\\",\\\"message\\\":\\\"m\\\"}";
		this.stub
			.expect("GET "
					+ page("{app=\"a\"} |~ \"" + id + "|1-4bf92f35-77b34da6a3ce929d0e0e4736\"", START, 5000, "forward"))
			.answer("{\"data\":{\"result\":[{\"stream\":{},\"values\":[[\"" + START + "\",\"" + line + "\"]]}]}}");
		besideLine(id).answer(NONE);
		assertThat(this.source.find(question(id)).lines()).extracting(LogLine::traceId).containsExactly(id);
	}

	@Test
	void shouldQuoteStrangeIds() throws Exception {
		inLine("\\\"} |= \\\"\\\\ $*`|\\u000a", START).answer(NONE);
		besideLine("\\\"} |= \\\"\\\\ $*`|\\u000a").answer(NONE);
		assertThat(this.source.find(question("\"} |= \"\\ $*`|\n")).lines()).isEmpty();
	}

	@Test
	void shouldShowWhatHappenedLately() throws Exception {
		this.stub
			.expect("GET " + page("{app=\"a\"} |~ \"(?i)(warn|error|fatal|severe|critical)\"", START, 1000, "backward"))
			.answer(lines(0, 3, (line) -> START + line));
		assertThat(this.source.recent(WINDOW, Limits.DEFAULTS).lines()).hasSize(3);
	}

	@Test
	void shouldCheckAndLink() throws Exception {
		this.stub.expect("GET /loki/api/v1/labels").answer("{\"status\":\"success\",\"data\":[\"app\",\"level\"]}");
		assertThat(this.source.check()).isEqualTo("Loki, 2 labels");
		assertThat(this.source.linesLink("order-1", WINDOW)).get()
			.extracting("url")
			.asString()
			.startsWith("http://grafana/explore?")
			.contains(QueryString.encode("{app=\\\"a\\\"} |= \\\"order-1\\\""));
	}

	private StubServer.Expected inLine(String id, long start) {
		return this.stub.expect("GET " + page("{app=\"a\"} |= \"" + id + "\"", start, 5000, "forward"));
	}

	private StubServer.Expected besideLine(String id) {
		String labels = "trace_id=\"%1$s\" or traceID=\"%1$s\" or traceId=\"%1$s\" or correlation_id=\"%1$s\" or correlationId=\"%1$s\""
			.formatted(id);
		return this.stub.expect("GET " + page("{app=\"a\"} | " + labels, START, 5000, "forward"));
	}

	private static String page(String query, long start, int limit, String direction) {
		return "/loki/api/v1/query_range?query=" + QueryString.encode(query) + "&start=" + start + "&end=" + END
				+ "&limit=" + limit + "&direction=" + direction;
	}

	private static String lines(long from, long to, LongUnaryOperator nanos) {
		return LongStream.range(from, to)
			.mapToObj((line) -> "[\"" + nanos.applyAsLong(line) + "\",\"line " + line + " of order-1\"]")
			.collect(Collectors.joining(",", "{\"data\":{\"result\":[{\"stream\":{\"app\":\"a\"},\"values\":[",
					"]}]}}"));
	}

	private static Question question(String id) {
		return new Question(Set.of(id), WINDOW, Limits.DEFAULTS);
	}

}
