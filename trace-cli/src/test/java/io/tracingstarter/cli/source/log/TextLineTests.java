package io.tracingstarter.cli.source.log;

import java.time.Instant;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.log.LogDecoder.Place;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What text lines of others say.
 */
class TextLineTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN = "b7ad6b7169203331";

	private static final long TIME = EpochNanos.of(Instant.parse("2026-11-28T14:20:37.123Z"));

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

	private static LogLine line(String text) {
		LogLine line = new LogDecoder().decode(text, new Place(0, "", "here")).line();
		assertThat(line).isNotNull();
		return line;
	}

}
