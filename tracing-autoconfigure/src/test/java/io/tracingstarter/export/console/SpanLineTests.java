package io.tracingstarter.export.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanLine}, {@link ConsoleSpanExporter} and {@link TerminalColour}.
 */
class SpanLineTests {

	private static final SpanLine PLAIN = new SpanLine(false, ZoneOffset.UTC);

	private static SpanData failed() {
		return TestSpans.data()
			.setParentSpanContext(TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID))
			.setResource(Resource.create(Attributes.builder().put("service.name", "mysfits-web").build()))
			.setStatus(StatusData.create(StatusCode.ERROR, "no \"such\" mysfit"))
			.setAttributes(Attributes.builder().put("http.route", "/mysfits").put("note", "two words").build())
			.setEvents(List.of(EventData.create(TestSpans.START, "retry", Attributes.builder().put("n", 2).build()),
					EventData.create(TestSpans.START, "exception",
							Attributes.builder().put("exception.type", "E").put("exception.message", "boom").build())))
			.build();
	}

	@Test
	void shouldTellAllOnOneLine() {
		assertThat(PLAIN.format(failed())).isEqualTo("10:00:00.123     12.346 ms SERVER   GET /mysfits "
				+ "ERROR \"no \\\"such\\\" mysfit\" service=mysfits-web trace=0af7651916cd43dd8448eb211c80319c "
				+ "span=b7ad6b7169203331 parent=00f067aa0ba902b7 http.route=/mysfits note=\"two words\" "
				+ "[retry n=2] [exception \"E: boom\"]");
	}

	@Test
	void shouldLeaveOutWhatRootHasNot() {
		assertThat(PLAIN.format(TestSpans.data().setResource(Resource.empty()).build()))
			.isEqualTo("10:00:00.123     12.346 ms SERVER   GET /mysfits OK service=? "
					+ "trace=0af7651916cd43dd8448eb211c80319c span=b7ad6b7169203331");
	}

	@Test
	void shouldUseColoursWhenAsked() {
		assertThat(new SpanLine(true, ZoneOffset.UTC).format(failed())).contains("\u001b[1mGET /mysfits\u001b[0m")
			.contains("\u001b[31mERROR");
	}

	@Test
	void shouldEmitNoControlCharacterWhenSpanIsHostile() {
		String hostile = "a\r\n\u001b]0;owned\u0007\u009b31m\u2028\u202e\ud800" + "x".repeat(5000);
		SpanData span = TestSpans.data()
			.setName(hostile)
			.setResource(Resource.create(Attributes.builder().put("service.name", hostile).build()))
			.setStatus(StatusData.create(StatusCode.ERROR, hostile))
			.setAttributes(Attributes.builder()
				.put(AttributeKey.stringKey(hostile), hostile)
				.put(AttributeKey.stringArrayKey("list"), List.of(hostile))
				.build())
			.setEvents(List.of(EventData.create(1, hostile, Attributes.builder().put(hostile, hostile).build())))
			.build();
		String line = PLAIN.format(span);
		assertThat(line.codePoints()).noneMatch(Character::isISOControl)
			.noneMatch((codePoint) -> Character.getType(codePoint) == Character.FORMAT)
			.noneMatch((codePoint) -> Character.getType(codePoint) == Character.SURROGATE)
			.noneMatch((codePoint) -> Character.getType(codePoint) == Character.LINE_SEPARATOR);
		assertThat(line).hasSizeLessThan(3000);
	}

	@Test
	void shouldPrintOneLineForEachSpan() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ConsoleSpanExporter exporter = new ConsoleSpanExporter(new PrintStream(bytes, false, UTF_8), PLAIN);
		assertThat(exporter.export(TestSpans.data(3)).isSuccess()).isTrue();
		assertThat(bytes.toString(UTF_8).lines()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "true, '', xterm, true", "false, '', xterm, false", "true, 1, xterm, false", "true, '', dumb, false" })
	void shouldUseColoursWhenTerminalWantsThem(boolean terminal, String noColor, String term, boolean expected) {
		assertThat(TerminalColour.wanted(Map.of("NO_COLOR", noColor, "TERM", term), terminal)).isEqualTo(expected);
	}

}
