package io.tracingstarter.cli.source.zipkin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.testing.ServerProcess;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Against a real Zipkin.
 */
class ZipkinSourceIntegrationTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final long START = Instant.now().minusSeconds(60).toEpochMilli() * 1000;

	private static ServerProcess server;

	private static ZipkinSource source;

	@BeforeAll
	static void start() throws Exception {
		server = ServerProcess.zipkin();
		source = new ZipkinSource("zipkin", new Endpoint(server.url(), null, Map.of()), HttpJson.client());
		server.send("POST", "/api/v2/spans", """
				[{"traceId":"%1$s","id":"00000000000000a1","kind":"SERVER","name":"get /a","timestamp":%2$d,
				  "duration":5000,"localEndpoint":{"serviceName":"web"},"tags":{"correlation_id":"order-1"}},
				 {"traceId":"%1$s","id":"00000000000000a2","parentId":"00000000000000a1","kind":"CLIENT",
				  "name":"get /b","timestamp":%3$d,"duration":3000,"localEndpoint":{"serviceName":"web"},
				  "remoteEndpoint":{"serviceName":"likes"},"tags":{"error":"broken","correlation_id":"order-1"},
				  "annotations":[{"timestamp":%3$d,"value":"\\"exception\\":{\\"exception.type\\":\\"E\\"}"},
				                 {"timestamp":%4$d,"value":"retry"}]},
				 {"traceId":"%1$s","id":"00000000000000a2","parentId":"00000000000000a1","kind":"SERVER",
				  "shared":true,"name":"get /b","timestamp":%4$d,"duration":1000,
				  "localEndpoint":{"serviceName":"likes"},"tags":{"otel.status_code":"ERROR"}},
				 {"traceId":"00f067aa0ba902b7","id":"00000000000000b1","name":"short","timestamp":%2$d,
				  "duration":1,"localEndpoint":{"serviceName":"web"},"tags":{"correlation_id":"order-12"}}]
				""".formatted(TRACE, START, START + 1000, START + 2000));
		while (source.find(question("order-12")).spans().isEmpty()) {
			Thread.sleep(10);
		}
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { TRACE, "order-1" })
	void shouldFindAllSpansOfTheTraceOnce(String id) throws Exception {
		Answer answer = source.find(question(id));
		assertThat(answer.spans()).extracting(Span::spanId, Span::service, Span::kind, Span::status)
			.containsExactlyInAnyOrder(tuple("a1", "web", SpanKind.SERVER, SpanStatus.UNSET),
					tuple("a2", "web", SpanKind.CLIENT, SpanStatus.ERROR),
					tuple("a2", "likes", SpanKind.SERVER, SpanStatus.ERROR));
		assertThat(answer.notes()).isEmpty();
	}

	@Test
	void shouldReadWhatIsKnownOfASpan() throws Exception {
		Span client = source.find(question("order-1"))
			.spans()
			.stream()
			.filter((span) -> span.kind() == SpanKind.CLIENT)
			.findFirst()
			.orElseThrow();
		assertThat(client.traceId()).isEqualTo(TRACE);
		assertThat(client.parentSpanId()).isEqualTo("00000000000000a1");
		assertThat(client.startNanos()).isEqualTo((START + 1000) * 1000);
		assertThat(client.durationNanos()).isEqualTo(3_000_000);
		assertThat(client.statusMessage()).isEqualTo("broken");
		assertThat(client.attributes()).containsEntry("peer.service", "likes");
		assertThat(client.events()).containsExactly(
				new SpanEvent("exception", (START + 1000) * 1000, Map.of("exception.type", "E")),
				new SpanEvent("retry", (START + 2000) * 1000, Map.of()));
	}

	@Test
	void shouldFillUpShortTraceIds() throws Exception {
		assertThat(source.find(question("000000000000000000f067aa0ba902b7")).spans()).extracting(Span::name)
			.containsExactly("short");
	}

	@Test
	void shouldSearchOnlyTheWindow() throws Exception {
		Instant end = Instant.ofEpochMilli(START / 1000);
		TimeWindow before = new TimeWindow(end.minusSeconds(60), end.minusSeconds(10));
		assertThat(source.find(new Question(Set.of("order-1"), before, Limits.DEFAULTS)).spans()).isEmpty();
		TimeWindow around = before.padded(Duration.ofSeconds(30));
		assertThat(source.find(new Question(Set.of("order-1"), around, Limits.DEFAULTS)).spans()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "order-1 and error", "x and correlation_id=order-1", "*", "\"", "\\", "$",
			"\"} |= \"", "&limit=1", "order-1&", "" })
	void shouldFindNothingForStrangeIds(String id) throws Exception {
		assertThat(source.find(question(id)).spans()).isEmpty();
	}

	@Test
	void shouldShowWhatHappenedLately() throws Exception {
		TimeWindow window = new TimeWindow(Instant.now().minusSeconds(600), Instant.now());
		Answer answer = source.recent(window, Limits.DEFAULTS);
		assertThat(answer.spans()).extracting(Span::name).startsWith("get /b").contains("get /a", "short").hasSize(3);
	}

	@Test
	void shouldCheck() throws Exception {
		assertThat(source.check()).isEqualTo("Zipkin, 2 services");
	}

	@Test
	void shouldLinkToTheTrace() {
		assertThat(source.traceLink(TRACE, null)).get()
			.extracting("url")
			.isEqualTo(server.url() + "/zipkin/traces/" + TRACE);
	}

	private static Question question(String id) {
		return new Question(Set.of(id), null, Limits.DEFAULTS);
	}

	private static Tuple tuple(String id, Object... others) {
		List<Object> all = new ArrayList<>(List.of("00000000000000" + id));
		all.addAll(List.of(others));
		return Tuple.tuple(all.toArray());
	}

}
