package io.tracingstarter.cli.source.log;

import java.time.Duration;
import java.time.Instant;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.source.log.LogDecoder.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * JSON behind what Compose, Kubernetes or syslog put before each line.
 */
class JsonPrefixTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN = "b7ad6b7169203331";

	private static final long TIME = EpochNanos.of(Instant.parse("2026-11-20T18:25:28.493Z"));

	private static final String JSON = "{\"@timestamp\":\"2026-11-20T18:25:28.493Z\",\"level\":\"ERROR\",\"message\":\"charge failed\",\"traceId\":\""
			+ TRACE
			+ "\",\"correlationId\":\"order-6\",\"error.type\":\"a.B\",\"error.stack_trace\":\"a.B: no\\n\\tat c.D.e(D.java:1)\"}";

	private final LogDecoder decoder = new LogDecoder();

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			`web-1  | `~web-1
			`shop_web_1 | 2026-11-20T18:25:29.1234Z `~shop_web_1
			`[pod/web-7d9/app] `~pod/web-7d9/app
			`[pod/web-7d9/app] 2026-11-20T18:25:29.123456789Z `~pod/web-7d9/app
			`Nov 20 18:25:29 host-1 web[42]: `~web
			`<14>Nov  2 18:25:29 host-1 web: @cee: `~web
			`2026-11-20T18:25:29.123456+00:00 host-1 web[42]: `~web
			`<14>1 2026-11-20T18:25:29Z host-1 web 42 - - `~web
			`<14>1 2026-11-20T18:25:29Z host-1 web 42 id [a b="c"] `~web
			`2026-11-20T18:25:29.123Z `~``
			`2026-11-20T18:25:29Z some/log/stream `~``
			""")
	void shouldReadLineWhenToolWroteSomethingBefore(String prefix, String service) {
		LogLine line = line(prefix + JSON);
		assertThat(line.structured()).isTrue();
		assertThat(line.nanos()).isEqualTo(TIME);
		assertThat(line.level()).isEqualTo(LogLevel.ERROR);
		assertThat(line.message()).isEqualTo("charge failed");
		assertThat(line.service()).isEqualTo(service);
		assertThat(line.traceId()).isEqualTo(TRACE);
		assertThat(line.correlationId()).isEqualTo("order-6");
		assertThat(line.failure()).isNotNull();
		assertThat(line.failure().type()).isEqualTo("a.B");
	}

	@Test
	void shouldPreferTheServiceOfTheLineAndOfTheStoreWhenToolNamesOne() {
		assertThat(line("web-1  | {\"message\":\"x\",\"service\":\"web\"}\r").service()).isEqualTo("web");
		LogLine line = this.decoder.decode("web-1  | {\"message\":\"x\"}", new Place(0, "store", "here")).line();
		assertThat(line).isNotNull();
		assertThat(line.service()).isEqualTo("store");
	}

	@Test
	void shouldUseTheTimeBeforeWhenJsonHasNone() {
		LogLine line = line("web-1  | 2026-11-20T18:25:28.493Z {\"message\":\"x\"}");
		assertThat(line.nanos()).isEqualTo(TIME);
		assertThat(line.structured()).isTrue();
		assertThat(this.decoder.time("web-1  | " + JSON)).isEqualTo(TIME);
	}

	@Test
	void shouldOpenEnvelopeWhenToolWroteSomethingBefore() {
		LogLine line = line("collector-1  | {\"log\":\"{\\\"message\\\":\\\"x\\\",\\\"level\\\":\\\"warn\\\"}\\n\","
				+ "\"stream\":\"stdout\",\"time\":\"2026-11-20T18:25:28.493Z\"}");
		assertThat(line.message()).isEqualTo("x");
		assertThat(line.level()).isEqualTo(LogLevel.WARN);
		assertThat(line.nanos()).isEqualTo(TIME);
	}

	@Test
	void shouldReadSpanWhenToolWroteSomethingBefore() {
		Span span = this.decoder.decode("web-1  | {\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + SPAN
				+ "\",\"span\":{\"name\":\"get\",\"kind\":\"SERVER\",\"startEpochNanos\":\"1795199074260933778\",\"durationNanos\":5}}",
				new Place(0, "", "here"))
			.span();
		assertThat(span).isNotNull();
		assertThat(span.name()).isEqualTo("get");
		assertThat(span.service()).isEqualTo("web-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-20T18:25:28.493Z  INFO 42 --- [web] [main] a.B : payload {\"a\":1}",
			"2026-11-20T18:25:28.493Z  INFO 42 --- [web] [main] a.B : payload {\"message\":\"x\",\"level\":\"ERROR\",\"time\":1795199128}",
			"2026-11-20T18:25:28.493Z INFO payload {\"message\":\"x\",\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}",
			"INFO | {\"message\":\"x\"}", "2026-11-20T18:25:28.493Z charge failed: {\"message\":\"x\"}",
			"2026-11-20T18:25:28.493Z {\"a\":1}", "2026-11-20T18:25:28.493Z {\"message\":\"x\"} received",
			"2026-11-20T18:25:28.493Z {\"message\":\"cut", "web-1  | Order{id=7}" })
	void shouldStayTextWhenJsonIsPartOfTheMessage(String text) {
		LogLine line = line(text);
		assertThat(line.structured()).isFalse();
		assertThat(line.message()).isEqualTo(text);
	}

	@Test
	void shouldTakeNoLongTimeWhenLineIsHostile() {
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
			for (String part : new String[] { "[pod/", "web | ", "<1>1 - ", "{\"a\":", "{", "\"span\"", "[a \"",
					"2026-11-20T18:25:28 " }) {
				String text = part.repeat(100_000 / part.length());
				assertThatNoException().isThrownBy(() -> line(text + "{\"message\":\"x\"}"));
				assertThatNoException().isThrownBy(() -> line(text.substring(0, 380) + " {\"message\":\"x\"}"));
				assertThatNoException().isThrownBy(() -> line("{" + text + "}"));
			}
		});
	}

	private LogLine line(String text) {
		LogLine line = this.decoder.decode(text, new Place(0, "", "here")).line();
		assertThat(line).isNotNull();
		return line;
	}

}
