package io.tracingstarter.cli.source;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Map;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.jaeger.JaegerSource;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.source.loki.LokiSettings;
import io.tracingstarter.cli.source.loki.LokiSource;
import io.tracingstarter.cli.source.splunk.SplunkSource;
import io.tracingstarter.cli.source.tempo.TempoSource;
import io.tracingstarter.cli.source.zipkin.ZipkinSource;
import io.tracingstarter.cli.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a map is made of: each store is asked for all spans of a time, those of clients,
 * too.
 */
class SpansOfWindowTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
			Instant.parse("2026-11-20T11:00:00Z"));

	private static final long START = 1795168800000000000L;

	private static final String SPAN_LINE = ("{\"@timestamp\":\"2026-11-20T10:30:00Z\",\"level\":\"INFO\","
			+ "\"service\":\"web\",\"traceId\":\"%s\",\"spanId\":\"00f067aa0ba902b7\",\"span\":{\"name\":\"select\","
			+ "\"kind\":\"CLIENT\",\"parentSpanId\":\"00f067aa0ba902b8\",\"startEpochNanos\":\"1795170600000000000\","
			+ "\"durationNanos\":5000000,\"status\":\"OK\"}}")
		.formatted(TRACE);

	private final StubServer stub = new StubServer();

	private final Endpoint endpoint = new Endpoint(this.stub.url(), null, Map.of());

	private final HttpClient client = HttpJson.client();

	@AfterEach
	void close() {
		this.stub.close();
	}

	@Test
	void shouldBringWholeTracesOfZipkin() throws Exception {
		this.stub.expect("GET /api/v2/traces?endTs=1795172400000&lookback=3600000&limit=1000")
			.answer(("[[{\"traceId\":\"%1$s\",\"id\":\"a1\",\"kind\":\"SERVER\",\"name\":\"get\",\"timestamp\":1795170600000000,"
					+ "\"duration\":9,\"localEndpoint\":{\"serviceName\":\"web\"}},{\"traceId\":\"%1$s\",\"id\":\"a2\","
					+ "\"parentId\":\"a1\",\"kind\":\"CLIENT\",\"name\":\"select\",\"timestamp\":1795170600000001,\"duration\":5,"
					+ "\"localEndpoint\":{\"serviceName\":\"web\"}}]]")
				.formatted(TRACE));
		assertThat(spans(new ZipkinSource("zipkin", this.endpoint, this.client))).extracting(Span::name)
			.containsExactlyInAnyOrder("get", "select");
	}

	@Test
	void shouldBringWholeTracesOfEachServiceOfJaeger() throws Exception {
		this.stub.expect("GET /api/v3/services").answer("{\"services\":[\"web\"]}");
		String time = "&query.startTimeMin=2026-11-20T10%3A00%3A00Z&query.start_time_min=2026-11-20T10%3A00%3A00Z"
				+ "&query.startTimeMax=2026-11-20T11%3A00%3A00Z&query.start_time_max=2026-11-20T11%3A00%3A00Z";
		this.stub
			.expect("GET /api/v3/traces?query.serviceName=web&query.service_name=web" + time
					+ "&query.searchDepth=20&query.search_depth=20")
			.answer("{\"result\":{\"resourceSpans\":[" + otlp() + "]}}");
		assertThat(spans(new JaegerSource("jaeger", this.endpoint, this.client))).extracting(Span::name)
			.containsExactlyInAnyOrder("get", "select");
	}

	@Test
	void shouldFetchTheTracesThatTempoFinds() throws Exception {
		this.stub
			.expect("GET " + new QueryString()
				.and("q", "{ kind = server } | select(resource.service.name, status, kind, span.correlation_id)")
				.and("start", "1795168800")
				.and("end", "1795172401")
				.and("limit", "200")
				.behind("/api/search"))
			.answer("{\"traces\":[{\"traceID\":\"" + TRACE + "\"}]}");
		this.stub.expect("GET /api/v2/traces/" + TRACE).answer("{\"trace\":{\"resourceSpans\":[" + otlp() + "]}}");
		assertThat(spans(new TempoSource("tempo", this.endpoint, this.client, null))).extracting(Span::name)
			.containsExactlyInAnyOrder("get", "select");
	}

	@Test
	void shouldBringTheSpanLinesOfLoki() throws Exception {
		this.stub
			.expect("GET " + new QueryString().and("query", "{app=\"a\"} |= \"durationNanos\"")
				.and("start", START)
				.and("end", WINDOW.untilNanos())
				.and("limit", 5000)
				.and("direction", "backward")
				.behind("/loki/api/v1/query_range"))
			.answer("{\"data\":{\"result\":[{\"stream\":{},\"values\":[[\"" + START + "\"," + quoted() + "],[\"" + START
					+ "\",\"durationNanos is no span\"]]}]}}");
		LokiSource source = new LokiSource("loki", this.endpoint, this.client, new LokiSettings("{app=\"a\"}", null),
				new LogDecoder());
		assertThat(spans(source)).extracting(Span::name).containsExactly("select");
	}

	@Test
	void shouldBringTheSpanLinesOfSplunk() throws Exception {
		this.stub.expect("POST /services/search/v2/jobs/export")
			.withBody(new QueryString()
				.and("search",
						"search (\"durationNanos\") | head 10000 | fields _raw, _time, host, source, sourcetype, index")
				.and("output_mode", "json")
				.and("preview", "false")
				.and("earliest_time", "1795168800.000")
				.and("latest_time", "1795172400.000")
				.encoded())
			.answer("{\"preview\":false,\"result\":{\"_raw\":" + quoted() + "}}\n");
		assertThat(spans(new SplunkSource("splunk", this.endpoint, this.client, "", new LogDecoder())))
			.extracting(Span::name)
			.containsExactly("select");
	}

	private static Iterable<Span> spans(Source source) throws Exception {
		return source.spans(WINDOW, Limits.DEFAULTS).spans();
	}

	private static String quoted() {
		return '"' + SPAN_LINE.replace("\"", "\\\"") + '"';
	}

	private static String otlp() {
		return ("{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"web\"}}]},"
				+ "\"scopeSpans\":[{\"spans\":[{\"traceId\":\"%1$s\",\"spanId\":\"00f067aa0ba902b8\",\"name\":\"get\",\"kind\":2,"
				+ "\"startTimeUnixNano\":\"1795170600000000000\",\"endTimeUnixNano\":\"1795170600900000000\"},"
				+ "{\"traceId\":\"%1$s\",\"spanId\":\"00f067aa0ba902b7\",\"parentSpanId\":\"00f067aa0ba902b8\",\"name\":\"select\",\"kind\":3,"
				+ "\"startTimeUnixNano\":\"1795170600000000000\",\"endTimeUnixNano\":\"1795170600500000000\"}]}]}")
			.formatted(TRACE);
	}

}
