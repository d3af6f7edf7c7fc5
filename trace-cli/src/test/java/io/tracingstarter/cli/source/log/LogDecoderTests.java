package io.tracingstarter.cli.source.log;

import java.time.Instant;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.source.log.LogDecoder.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The layouts of the library, its span lines, and text.
 */
class LogDecoderTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN = "b7ad6b7169203331";

	private static final long TIME = EpochNanos.of(Instant.parse("2026-11-20T18:25:28.493015Z"));

	private static final String STACK = "java.net.ConnectException: refused\\n\\tat a.B.c(B.java:1)\\nWrapped by: com.example.OrderException: order failed\\n\\tat d.E.f(E.java:2)\\n";

	private static final String SPAN_OBJECT = "{\"name\":\"http get /mysfits\",\"kind\":\"SERVER\",\"parentSpanId\":\"00f067aa0ba902b7\",\"start\":\"2026-11-20T18:24:34.260933778Z\",\"startEpochNanos\":\"1795199074260933778\",\"durationNanos\":148027903,\"status\":\"ERROR\",\"statusDescription\":\"boom\",\"service\":\"mysfits-web\",\"attributes\":{\"method\":\"GET\",\"http.status\":500,\"correlation_id\":\"order-4711\"},\"events\":[{\"name\":\"exception\",\"time\":\"2026-11-20T18:24:34.3Z\",\"attributes\":{\"exception.type\":\"X\"}}]}";

	private final LogDecoder decoder = new LogDecoder();

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"@timestamp\":\"2026-11-20T18:25:28.493015Z\",\"level\":\"ERROR\",\"logger\":\"com.example.Orders\",\"thread\":\"exec-1\",\"message\":\"order\\nplaced\",\"service\":\"orders\",\"traceId\":\""
					+ TRACE + "\",\"spanId\":\"" + SPAN
					+ "\",\"correlationId\":\"c-1\",\"xrayTraceId\":\"1-0af76519-16cd43dd8448eb211c80319c\",\"attempt\":3,\"throwable_class\":\"com.example.OrderException\",\"throwable_message\":\"order failed\",\"throwable_root_cause_class\":\"java.net.ConnectException\",\"throwable_root_cause_message\":\"refused\",\"stack_trace\":\""
					+ STACK + "\"}",
			"{\"@timestamp\":\"2026-11-20T18:25:28.493015Z\",\"log.level\":\"ERROR\",\"log.logger\":\"com.example.Orders\",\"process.thread.name\":\"exec-1\",\"message\":\"order\\nplaced\",\"service.name\":\"orders\",\"trace.id\":\""
					+ TRACE + "\",\"span.id\":\"" + SPAN
					+ "\",\"labels.correlation_id\":\"c-1\",\"attempt\":3,\"error.type\":\"com.example.OrderException\",\"error.message\":\"order failed\",\"error.stack_trace\":\""
					+ STACK + "\",\"ecs.version\":\"8.11\"}",
			"{\"@timestamp\":\"2026-11-20T19:25:28.493015+01:00\",\"log\":{\"level\":\"ERROR\",\"logger\":\"com.example.Orders\"},\"process\":{\"thread\":{\"name\":\"exec-1\"}},\"message\":\"order\\nplaced\",\"service\":{\"name\":\"orders\"},\"trace\":{\"id\":\""
					+ TRACE + "\"},\"span\":{\"id\":\"" + SPAN
					+ "\"},\"labels\":{\"correlation_id\":\"c-1\"},\"attempt\":3,\"error\":{\"type\":\"com.example.OrderException\",\"message\":\"order failed\",\"stack_trace\":\""
					+ STACK + "\"}}",
			"{\"Timestamp\":\"1795199128493015000\",\"SeverityText\":\"ERROR\",\"SeverityNumber\":17,\"Body\":\"order\\nplaced\",\"TraceId\":\""
					+ TRACE + "\",\"SpanId\":\"" + SPAN
					+ "\",\"Resource\":{\"service.name\":\"orders\"},\"InstrumentationScope\":{\"name\":\"com.example.Orders\"},\"Attributes\":{\"correlation_id\":\"c-1\",\"xrayTraceId\":\"1-0af76519-16cd43dd8448eb211c80319c\",\"thread.name\":\"exec-1\",\"attempt\":3,\"exception.type\":\"com.example.OrderException\",\"exception.message\":\"order failed\",\"exception.stacktrace\":\""
					+ STACK + "\"}}" })
	void shouldReadEachLayoutOfTheLibraryWhenLineIsComplete(String line) {
		LogLine read = line(line);
		assertThat(read.nanos()).isEqualTo(TIME);
		assertThat(read.level()).isEqualTo(LogLevel.ERROR);
		assertThat(read.service()).isEqualTo("orders");
		assertThat(read.message()).isEqualTo("order\nplaced");
		assertThat(read.logger()).isEqualTo("com.example.Orders");
		assertThat(read.thread()).isEqualTo("exec-1");
		assertThat(read.traceId()).isEqualTo(TRACE);
		assertThat(read.spanId()).isEqualTo(SPAN);
		assertThat(read.correlationId()).isEqualTo("c-1");
		assertThat(read.structured()).isTrue();
		assertThat(read.fields().values()).containsExactly("3");
		Failure failure = read.failure();
		assertThat(failure).isNotNull();
		assertThat(failure.type()).isEqualTo("com.example.OrderException");
		assertThat(failure.message()).isEqualTo("order failed");
		assertThat(failure.rootType()).isEqualTo("java.net.ConnectException");
		assertThat(failure.rootMessage()).isEqualTo("refused");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"@timestamp\":\"2026-11-20T18:24:34.697078Z\",\"logger\":\"io.tracingstarter.span\",\"message\":\"x\",\"traceId\":\""
					+ TRACE + "\",\"spanId\":\"" + SPAN + "\",\"span\":" + SPAN_OBJECT + "}",
			"{\"@timestamp\":\"2026-11-20T18:24:34.697078Z\",\"trace.id\":\"" + TRACE + "\",\"span.id\":\"" + SPAN
					+ "\",\"kv.span\":" + SPAN_OBJECT + "}",
			"{\"Timestamp\":\"1795199074697078000\",\"Body\":\"x\",\"TraceId\":\"" + TRACE + "\",\"SpanId\":\"" + SPAN
					+ "\",\"Attributes\":{\"span\":" + SPAN_OBJECT + "}}",
			"2026-11-20T18:24:34.697Z  INFO 42 --- [web] [exporter] [" + TRACE + "-" + SPAN
					+ "-order-4711] io.tracingstarter.span : {\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + SPAN
					+ "\",\"span\":" + SPAN_OBJECT + "}" })
	void shouldReadSpanWhenLineIsOfTheLogExporter(String line) {
		Span span = this.decoder.decode(line, new Place(0, "", "here")).span();
		assertThat(span).isNotNull();
		assertThat(span.traceId()).isEqualTo(TRACE);
		assertThat(span.spanId()).isEqualTo(SPAN);
		assertThat(span.parentSpanId()).isEqualTo("00f067aa0ba902b7");
		assertThat(span.name()).isEqualTo("http get /mysfits");
		assertThat(span.service()).isEqualTo("mysfits-web");
		assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
		assertThat(span.startNanos()).isEqualTo(1795199074260933778L);
		assertThat(span.durationNanos()).isEqualTo(148027903);
		assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
		assertThat(span.statusMessage()).isEqualTo("boom");
		assertThat(span.correlationId()).isEqualTo("order-4711");
		assertThat(span.attributes()).containsEntry("http.status", "500");
		assertThat(span.events()).singleElement()
			.satisfies((event) -> assertThat(event.attributes()).containsEntry("exception.type", "X"));
	}

	@Test
	void shouldKeepTextAndGuessTheRestWhenLineHasBootsPattern() {
		String text = "2026-11-20T19:25:28.493015+01:00  WARN 42 --- [orders] [exec-1] [" + TRACE + "-" + SPAN
				+ "-c-1] c.example.Orders : order placed";
		LogLine read = line(text);
		assertThat(read.structured()).isFalse();
		assertThat(read.message()).isEqualTo(text);
		assertThat(read.said()).isEqualTo("order placed");
		assertThat(read.nanos()).isEqualTo(TIME);
		assertThat(read.level()).isEqualTo(LogLevel.WARN);
		assertThat(read.service()).isEqualTo("orders");
		assertThat(read.thread()).isEqualTo("exec-1");
		assertThat(read.logger()).isEqualTo("c.example.Orders");
		assertThat(read.traceId()).isEqualTo(TRACE);
		assertThat(read.spanId()).isEqualTo(SPAN);
		assertThat(read.correlationId()).isEqualTo("c-1");
	}

	@Test
	void shouldSayTheFirstLineWhenTextHasAStackTrace() {
		String trace = "java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)";
		assertThat(line("2026-11-20 18:25:28.493 ERROR 4 --- [main] a.B   : failed : twice\n" + trace).said())
			.isEqualTo("failed : twice");
		assertThat(line("18:25:28.493 [main] ERROR a.B - failed\n" + trace).said())
			.isEqualTo("18:25:28.493 [main] ERROR a.B - failed");
		assertThat(line("18:25:28.493 two\nlines").said()).isEqualTo("18:25:28.493 two\nlines");
	}

	@Test
	void shouldUseTheStoresTimeAndServiceWhenLineHasNone() {
		LogLine read = this.decoder.decode("no time", new Place(7, "store", "group")).line();
		assertThat(read).isNotNull();
		assertThat(read.nanos()).isEqualTo(7);
		assertThat(read.service()).isEqualTo("store");
		assertThat(read.origin()).isEqualTo("group");
	}

	@Test
	void shouldKeepTheFieldsBeforeWhenLineIsCut() {
		LogLine read = line(
				"{\"@timestamp\":\"2026-11-20T18:25:28.493015Z\",\"traceId\":\"" + TRACE + "\",\"message\":\"begun");
		assertThat(read.traceId()).isEqualTo(TRACE);
		assertThat(read.nanos()).isEqualTo(TIME);
		assertThat(read.message()).endsWith("begun");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "{", "{}", "[]", "{\"a\":1}{", "\u0000", "{\"span\":{\"durationNanos\":\"x\",\"kind\":1}}",
					"{\"@timestamp\":1e999999999}", "{\"level\":99999999999999,\"time\":{}}",
					"{\"exception\":{\"cause\":{}}}", "{\"instant\":{\"epochSecond\":99999999999999999}}",
					"2026-99-99T99:99:99Z x", "{\"log\":\"{\",\"stream\":\"a\"}" })
	void shouldNotFailWhenLineIsGarbage(String line) {
		assertThat(this.decoder.decode(line, new Place(0, "", "here"))).isNotNull();
	}

	@Test
	void shouldNotFailWhenLineIsDeeplyNested() {
		String line = "{\"a\":".repeat(100_000);
		assertThat(line(line).message()).isNotNull();
		assertThat(line("{\"m\":" + "[".repeat(100_000)).message()).isNotNull();
	}

	private LogLine line(String text) {
		LogLine line = this.decoder.decode(text, new Place(0, "", "here")).line();
		assertThat(line).isNotNull();
		return line;
	}

}
