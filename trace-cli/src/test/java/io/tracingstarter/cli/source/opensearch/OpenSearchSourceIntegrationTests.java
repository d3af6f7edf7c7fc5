package io.tracingstarter.cli.source.opensearch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.testing.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Against a real OpenSearch.
 */
class OpenSearchSourceIntegrationTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static ServerProcess server;

	@BeforeAll
	static void start(@TempDir Path data) throws Exception {
		server = ServerProcess.openSearch(data);
		server.send("PUT", "/logs-keyword",
				"""
						{"mappings":{"properties":{"@timestamp":{"type":"date_nanos"},"trace":{"properties":{"id":{"type":"keyword"}}},
						 "labels":{"type":"flat_object"},"traceId":{"type":"long"}}}}""");
		index("logs-dynamic",
				"{\"@timestamp\":\"2026-11-20T10:00:00.001Z\",\"correlationId\":\"order-1\",\"level\":\"INFO\",\"message\":\"dynamic\"}");
		index("logs-dynamic",
				"{\"@timestamp\":\"2026-11-20T10:00:00.002Z\",\"correlationId\":\"order-12\",\"level\":\"ERROR\",\"message\":\"other\"}");
		index("logs-dynamic",
				"{\"@timestamp\":\"2026-11-20T10:00:00.003Z\",\"level\":\"WARN\",\"message\":\"text with order-1 in it\"}");
		index("logs-keyword", "{\"@timestamp\":\"2026-11-20T10:00:00.000123456Z\",\"trace\":{\"id\":\"" + TRACE
				+ "\"},\"message\":\"ecs\"}");
		index("logs-keyword",
				"{\"@timestamp\":\"2026-11-20T10:00:00.004Z\",\"labels\":{\"correlation_id\":\"order-1\"},\"message\":\"flat\"}");
		index("logs-otel",
				"{\"Timestamp\":\"2026\",\"Attributes\":{\"correlation_id\":\"order-1\"},\"Body\":\"no time\"}");
		StringBuilder bulk = new StringBuilder();
		for (int document = 0; document < 2500; document++) {
			// 1,200 of one time, more than a page
			int millis = (document < 700) ? document : Math.max(700, document - 1200);
			bulk.append("{\"index\":{\"_index\":\"" + ((document % 2 == 0) ? "many" : "many-nanos")
					+ "\"}}\n{\"@timestamp\":")
				.append(Instant.parse("2026-11-20T12:00:00Z").toEpochMilli() + millis)
				.append(",\"correlationId\":\"many\",\"message\":\"document ")
				.append(document)
				.append("\"}\n");
		}
		server.send("PUT", "/many", "{\"mappings\":{\"properties\":{\"@timestamp\":{\"type\":\"date\"}}}}");
		server.send("PUT", "/many-nanos", "{\"mappings\":{\"properties\":{\"@timestamp\":{\"type\":\"date_nanos\"}}}}");
		server.send("POST", "/_bulk?refresh=true", bulk.toString());
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void shouldFindTheIdInEveryLayout() throws Exception {
		Answer answer = source("logs-*").find(question("order-1"));
		assertThat(answer.lines()).hasSize(4);
		assertThat(answer.lines().toString()).contains("dynamic", "text with", "flat", "no time")
			.doesNotContain("other");
		assertThat(answer.lines()).extracting(LogLine::origin)
			.allMatch((origin) -> origin.matches("logs-(dynamic|keyword|otel)/.+"));
		assertThat(answer.notes()).isEmpty();
	}

	@Test
	void shouldFindATraceId() throws Exception {
		Answer answer = source("logs-*").find(question(TRACE));
		assertThat(answer.lines()).hasSize(1);
		assertThat(answer.lines().toString()).contains("ecs");
		assertThat(answer.lines().get(0).nanos() / 1_000_000).isEqualTo(1795168800000L);
	}

	@Test
	void shouldReadAllPagesOnceEvenWhenTimesAreEqual() throws Exception {
		Answer answer = source("many*").find(question("many"));
		assertThat(answer.lines()).hasSize(2500);
		assertThat(answer.lines().stream().map(LogLine::origin).distinct()).hasSize(2500);
		assertThat(answer.notes()).isEmpty();
	}

	@Test
	void shouldStopAtTheLimit() throws Exception {
		Limits few = new Limits(10, 10, 1000, Limits.DEFAULTS.timeout());
		Answer answer = source("many*").find(new Question(Set.of("many"), null, few));
		assertThat(answer.lines()).hasSize(10);
		assertThat(answer.notes()).contains("stopped searching after 1000 documents",
				"left out 990 log lines beyond 10");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-20T10:00:00.001Z,2026-11-20T10:00:00.003Z,2", "2026-11-20T09:00:00Z,2026-11-20T10:00:00Z,1",
			"2026-11-20T10:00:00Z,2026-11-20T11:00:00Z,4" })
	void shouldSearchOnlyTheWindow(Instant from, Instant until, int lines) throws Exception {
		Question question = new Question(Set.of("order-1"), new TimeWindow(from, until), Limits.DEFAULTS);
		assertThat(source("logs-*").find(question).lines()).hasSize(lines);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "order*", "order-1 OR order-12", "\"", "\\", "order-?", "_exists_:message", "/.*/",
			"\"}}", "order-1~", "$", "|", "" })
	void shouldFindNothingForStrangeIds(String id) throws Exception {
		assertThat(source("logs-*").find(question(id)).lines()).isEmpty();
	}

	@Test
	void shouldFindTheFormOfXRayWhenTheIdIsATraceId() throws Exception {
		index("xray-1",
				"{\"@timestamp\":\"2026-11-20T10:00:00.001Z\",\"xrayTraceId\":\"1-4bf92f35-77b34da6a3ce929d0e0e4736\",\"message\":\"m\"}");
		assertThat(source("xray-*").find(question("4bf92f3577b34da6a3ce929d0e0e4736")).lines())
			.extracting(LogLine::traceId)
			.containsExactly("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@Test
	void shouldBringTheSpanLinesOfTheWindow() throws Exception {
		String line = "{\"@timestamp\":\"%s\",\"level\":\"INFO\",\"service\":\"web\",\"traceId\":\"" + TRACE
				+ "\",\"spanId\":\"00f067aa0ba902b7\"%s}";
		String span = ",\"span\":{\"name\":\"%s\",\"kind\":\"CLIENT\",\"parentSpanId\":\"00f067aa0ba902b8\","
				+ "\"startEpochNanos\":\"1795170600000000000\",\"durationNanos\":5000000,\"status\":\"OK\"}";
		index("spans-1", line.formatted("2026-11-20T10:30:00Z", span.formatted("select")));
		index("spans-1", line.formatted("2026-11-20T10:30:00Z", ",\"message\":\"no span\""));
		index("spans-1", line.formatted("2026-11-20T12:30:00Z", span.formatted("later")));
		TimeWindow window = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
				Instant.parse("2026-11-20T11:00:00Z"));
		assertThat(source("spans-*").spans(window, Limits.DEFAULTS).spans()).extracting(Span::name)
			.containsExactly("select");
	}

	@Test
	void shouldShowTheNewestTrouble() throws Exception {
		TimeWindow window = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
				Instant.parse("2026-11-20T11:00:00Z"));
		assertThat(source("logs-*").recent(window, Limits.DEFAULTS).lines()).extracting(LogLine::nanos)
			.containsExactly(1795168800003000000L, 1795168800002000000L);
	}

	@Test
	void shouldCheck() throws Exception {
		assertThat(source("logs-*").check()).isEqualTo("6 documents in logs-*");
		assertThat(catchThrowableOfType(SourceException.class, source("nothing-*")::check))
			.hasMessageContaining("No index");
		assertThat(catchThrowableOfType(SourceException.class, source("nothing")::check))
			.hasMessageContaining("no such index");
	}

	private static void index(String index, String document) throws Exception {
		server.send("POST", "/" + index + "/_doc?refresh=true", document);
	}

	private static OpenSearchSource source(String index) {
		return new OpenSearchSource("logs", new Endpoint(server.url(), null, Map.of()), HttpJson.client(),
				new OpenSearchSettings(index, OpenSearchSettings.TIME_FIELD, null), new LogDecoder());
	}

	private static Question question(String id) {
		return new Question(Set.of(id), null, Limits.DEFAULTS);
	}

}
