package io.tracingstarter.cli.source.log;

import java.time.Duration;
import java.time.Instant;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.log.LogDecoder.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What text lines of others say.
 */
class TextLineTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN = "b7ad6b7169203331";

	private static final long TIME = EpochNanos.of(Instant.parse("2026-11-28T14:20:37.123Z"));

	@Test
	void shouldTrustTheStoreMoreThanAWordOfTheTextWhenBothNameAService() {
		LogDecoder.Place place = new LogDecoder.Place(0, "orders", "group");
		assertThat(TextLine.read("2026-11-20T18:25:28Z WARN call failed service=payments", place).service())
			.isEqualTo("orders");
	}

	@Test
	void shouldReadBootsPatternWhenConsoleHasColours() {
		LogLine line = line("\u001b[2m2026-11-28T14:20:37.123Z\u001b[0;39m \u001b[31mERROR\u001b[0;39m \u001b[35m42"
				+ "\u001b[0;39m \u001b[2m--- [orders] [exec-1] [" + TRACE + "-" + SPAN
				+ "-order-6] \u001b[0;39m\u001b[36mc.example.Orders        \u001b[0;39m \u001b[2m:\u001b[0;39m charge failed\n"
				+ "a.B: no\n\tat c.D.e(D.java:1)");
		assertThat(line.nanos()).isEqualTo(TIME);
		assertThat(line.level()).isEqualTo(LogLevel.ERROR);
		assertThat(line.service()).isEqualTo("orders");
		assertThat(line.thread()).isEqualTo("exec-1");
		assertThat(line.logger()).isEqualTo("c.example.Orders");
		assertThat(line.traceId()).isEqualTo(TRACE);
		assertThat(line.spanId()).isEqualTo(SPAN);
		assertThat(line.correlationId()).isEqualTo("order-6");
		assertThat(line.failure()).isNotNull();
		assertThat(line.said()).isEqualTo("charge failed");
		assertThat(line.message()).startsWith("2026-11-28T14:20:37.123Z ERROR 42 --- [orders] ")
			.doesNotContain("\u001b");
	}

	@Test
	void shouldReadJsonWhenConsoleHasColours() {
		LogLine line = line("\u001b[36mweb-1  | \u001b[0m{\"message\":\"x\",\"traceId\":\"" + TRACE + "\"}\u001b[0m");
		assertThat(line.traceId()).isEqualTo(TRACE);
		assertThat(line.service()).isEqualTo("web-1");
		assertThat(line("\u001b[0m{\"message\":\"x\"}").message()).isEqualTo("x");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"time=2026-11-28T14:20:37.123Z level=error msg=\"charge failed\" service=web trace_id=$T span_id=$S correlation_id=order-6",
			"time=\"2026-11-28T14:20:37.123Z\" level=error service.name=\"web\" traceID=\"$T\" spanID=\"$S\" correlationId=\"order-6\"",
			"2026-11-28T14:20:37.123Z ERROR [traceId=$T, spanId=$S, correlation-id=order-6, service=web] a.B : failed",
			"2026-11-28T14:20:37.123Z ERROR {traceparent:00-$T-00f067aa0ba902b7-01;span.id:$S;x-correlation-id:order-6;Service:web}",
			"2026-11-28T14:20:37.123Z ERROR (trace_id=Root=1-0af76519-16cd43dd8448eb211c80319c) span_id=$S correlationId=null correlationId=order-6 service=- serviceName=web" })
	void shouldReadIdsAndServiceWhenTextHasKeysAndValues(String text) {
		LogLine line = line(text.replace("$T", TRACE).replace("$S", SPAN));
		assertThat(line.nanos()).isEqualTo(TIME);
		assertThat(line.level()).isEqualTo(LogLevel.ERROR);
		assertThat(line.traceId()).isEqualTo(TRACE);
		assertThat(line.spanId()).isEqualTo(SPAN);
		assertThat(line.correlationId()).isEqualTo("order-6");
		assertThat(line.service()).isEqualTo("web");
		assertThat(line.structured()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST http://service:8080/charge failed", "no answer of order-service:web",
			"mytrace_id=0af7651916cd43dd8448eb211c80319c", "parent_span_id=b7ad6b7169203331",
			"trace_id=00000000000000000000000000000000 span_id=7 correlationId=none service=\"\"",
			"trace_id= span_id=, correlationId=\"\" service={}", "correlationId=[a] service=8080" })
	void shouldTakeNothingWhenTextOnlyLooksAlike(String text) {
		LogLine line = line(text);
		assertThat(line.traceId()).isNull();
		assertThat(line.spanId()).isNull();
		assertThat(line.correlationId()).isNull();
		assertThat(line.service()).isEmpty();
	}

	@Test
	void shouldPreferBootsBracketsWhenTheMessageHasKeysToo() {
		LogLine line = line("2026-11-28T14:20:37.123Z  WARN 42 --- [orders] [main] [" + TRACE + "-" + SPAN
				+ "] a.B : answer of service=web traceId=11111111111111111111111111111111 correlationId=order-6");
		assertThat(line.traceId()).isEqualTo(TRACE);
		assertThat(line.service()).isEqualTo("orders");
		assertThat(line.correlationId()).isEqualTo("order-6");
	}

	@Test
	void shouldReadMessageWhenItStandsAmongTheFieldsOfRust() {
		LogLine line = line("{\"timestamp\":\"2026-11-28T14:20:37.123Z\",\"level\":\"ERROR\",\"fields\":"
				+ "{\"message\":\"charge failed\",\"trace_id\":\"" + TRACE + "\",\"attempt\":3},\"target\":\"web\"}");
		assertThat(line.message()).isEqualTo("charge failed");
		assertThat(line.traceId()).isEqualTo(TRACE);
		assertThat(line.fields()).containsEntry("fields.attempt", "3").doesNotContainKey("fields.message");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					2026/11/28 14:20:37 [error] 29#29: *1 connect() failed | 2026-11-28T14:20:37Z | ERROR
					2026/11/28 14:20:37 [emerg] 1#1: no such host | 2026-11-28T14:20:37Z | FATAL
					2026/11/28 14:20:37.123456 main.go:7: charge failed | 2026-11-28T14:20:37.123456Z | UNKNOWN
					[Sat Nov 28 14:20:37.123456 2026] [core:error] [pid 7] no | 2026-11-28T14:20:37.123456Z | ERROR
					[Sat Nov  7 14:20:37 2026] [warn] since 2026-01-01T00:00:00Z | 2026-11-07T14:20:37Z | WARN
					1.2.3.4 - - [28/Nov/2026:15:20:37 +0100] "GET /a?from=2026-01-01T00:00:00Z" 200 | 2026-11-28T14:20:37Z | UNKNOWN
					2026-11-28T14:20:37Z INFO GET /a [28/Nov/2026:15:20:38 +0100] [error] | 2026-11-28T14:20:37Z | INFO
					2026-11-28T14:20:37Z an error, a [warning sign] | 2026-11-28T14:20:37Z | UNKNOWN
					""")
	void shouldReadTimeAndLevelWhenLineIsOfAServer(String text, Instant time, LogLevel level) {
		assertThat(line(text).nanos()).isEqualTo(EpochNanos.of(time));
		assertThat(line(text).level()).isEqualTo(level);
	}

	@ParameterizedTest
	@ValueSource(strings = { "14:20:37.123 [main] x", "Nov 28 14:20:37 host x", "[Sat Nox 28 14:20:37 2026] x",
			"[Sat Nov 32 14:20:37 2026] x", "2026/11/99 14:20:37 x", "Sat Nov 28 99:20:37 2026",
			"Sat Nov 99 14:20:37 2026", "" })
	void shouldHaveNoTimeWhenDateIsMissingOrWrong(String text) {
		assertThat(line(text).nanos()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "trace_id=", "service:", "correlation-id=\"", "trace_id", "\"", "service=a ", "[",
			"[error", "\u001b[0", "\u001b[0m", "2026-11-28T", "2026/11/28 ", "Sat Nov 28 ", "a" })
	void shouldTakeNoLongTimeWhenLineIsHostile(String part) {
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
			String text = part.repeat(200_000 / part.length());
			for (int from = 0; from < part.length() * 20; from++) {
				assertThat(line(text.substring(from))).isNotNull();
			}
		});
	}

	private static LogLine line(String text) {
		LogLine line = new LogDecoder().decode(text, new Place(0, "", "here")).line();
		assertThat(line).isNotNull();
		return line;
	}

}
