package io.tracingstarter.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.helpers.BasicMarkerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonLogEncoder} with events that would break a line.
 */
class HostileInputTests {

	private static final char[] NASTY = { 0, 1, 7, '\b', '\t', '\n', 0x0b, '\f', '\r', 0x1b, 0x1f, '"', '\\', '/', 0x7f,
			0x80, 0x85, 0x9f, 0xa0, 0x2028, 0x2029, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfeff, 0xfffe, 0xffff, '{', '}',
			',', ':', '=', '<' };

	@ParameterizedTest
	@EnumSource(LogLayout.class)
	void shouldWriteOneValidLineWhenTextIsRandom(LogLayout layout) {
		Random random = new Random(42);
		JsonLogEncoder encoder = LogEventBuilder.encoder(LogEventBuilder.settings(layout, Map.of("f\ud800", "\udc00")));
		for (int i = 0; i < 2_000; i++) {
			String text = text(random);
			LogEventBuilder event = (random.nextInt(4) == 0)
					? LogEventBuilder.event(text, new RuntimeException(text, new Error(text(random))), text)
					: LogEventBuilder.event("logger" + text, null, text).thread(text);
			event.mdc(text(random), text(random)).pair(text(random), text(random));
			event.pair(text(random), Map.of(text(random), List.of(text(random))));
			event.marker(Markers.append(text(random), text(random)));
			event.marker(new BasicMarkerFactory().getMarker(text(random)));
			JsonNode line = JsonLine.parse(encoder.encode(event.build()));
			if (!text.isEmpty()) {
				assertThat(line.at((layout == LogLayout.OTEL) ? "/Body" : "/message").asString())
					.isEqualTo(expected(text));
			}
		}
	}

	@Test
	void shouldKeepTextWhenItIsOneMegabyte() {
		String text = "\ud83d\ude00 \u2028é\n".repeat(200_000);
		JsonNode line = LogEventBuilder.event(text).mdc("m", text).pair("p", text).pair("n", List.of(text)).encode();
		assertThat(line.get("message").asString()).isEqualTo(text);
		assertThat(line.get("m").asString()).isEqualTo(text);
		assertThat(line.get("p").asString()).isEqualTo(text);
		assertThat(line.at("/n/0").asString()).isEqualTo(text);
	}

	@Test
	void shouldStopWhenValueHasNoEnd() {
		Stream<Object> endless = Stream.iterate(0, (n) -> n + 1).map((n) -> (n % 2 == 0) ? (Object) true : 1.5);
		JsonNode line = LogEventBuilder.event("kept").pair("bad", (Iterable<Object>) endless::iterator).encode();
		assertThat(line.get("bad").asString()).startsWith("(not serializable: ");
	}

	@ParameterizedTest
	@EnumSource(LogLayout.class)
	void shouldWriteOneLineWhenFixedFieldHasLineSeparators(LogLayout layout) {
		LogEventBuilder event = LogEventBuilder.event("kept");
		JsonNode line = event.encode(LogEventBuilder.settings(layout, Map.of("te\u0085am", "a\u2028b\u2029c")));
		assertThat(line.at((layout == LogLayout.OTEL) ? "/Resource/te am" : "/te am").asString()).isEqualTo("a b c");
	}

	@Test
	void shouldReplaceLoneSurrogatesWhenPairsAreBroken() {
		assertThat(LogEventBuilder.event("a\ud800b\udc00\ud83d\ude00\ud83d").encode().get("message").asString())
			.isEqualTo("a\ufffdb\ufffd\ud83d\ude00\ufffd");
	}

	@ParameterizedTest
	@MethodSource
	void shouldKeepMessageAndIdsWhenValueFails(Object value) {
		JsonNode line = LogEventBuilder.event("kept {}", 1)
			.mdc("traceId", "t1")
			.mdc("correlationId", "c1")
			.pair("bad", value)
			.pair("good", 1)
			.encode();
		assertThat(line.get("message").asString()).isEqualTo("kept 1");
		assertThat(line.get("traceId").asString()).isEqualTo("t1");
		assertThat(line.get("correlationId").asString()).isEqualTo("c1");
		assertThat(line.get("bad").asString()).startsWith("(not serializable: ");
		assertThat(line.get("good").asInt()).isEqualTo(1);
	}

	static List<Named<Object>> shouldKeepMessageAndIdsWhenValueFails() {
		Map<String, Object> cyclic = new HashMap<>();
		cyclic.put("half", "written");
		cyclic.put("self", new ArrayList<>(List.of(cyclic)));
		Object wide = "x";
		for (int i = 0; i < 40; i++) {
			wide = List.of(wide, wide);
		}
		// named, because the values cannot be printed
		return List.of(Named.of("throwing", new Throwing()), Named.of("recursive", new Recursive()),
				Named.of("node", new Node()), Named.of("cyclic", cyclic), Named.of("wide", wide),
				Named.of("nested", List.of(1, new Throwing())), Named.of("text", new StringBuilderLike()),
				Named.of("error", new FailingError()));
	}

	@Test
	void shouldKeepMessageWhenArgumentsToStringFails() {
		JsonNode line = LogEventBuilder.event("kept {} {}", new FailingError(), "x").encode();
		assertThat(line.get("message").asString()).startsWith("kept ").endsWith(" x");
	}

	@Test
	void shouldKeepMessageWhenStructuredArgumentOrMarkerFails() {
		StructuredArgument broken = new StructuredArgument() {
			@Override
			public void writeTo(JsonGenerator generator) {
				generator.writeName("half");
				generator.writeStartObject();
				throw new IllegalStateException();
			}
		};
		StructuredArgument open = (generator) -> generator.writeName("open").writeStartArray();
		StructuredArgument unnamed = (generator) -> generator.writeString("value without name");
		JsonNode line = LogEventBuilder.event("kept", broken, open, unnamed).encode();
		assertThat(line.get("message").asString()).isEqualTo("kept");
		line = LogEventBuilder.event("kept").marker(Markers.defer(() -> {
			throw new AssertionError();
		})).encode();
		assertThat(line.get("message").asString()).isEqualTo("kept");
		assertThat(line.get("marker.error").asString()).contains("AssertionError");
	}

	@Test
	void shouldParseRawJsonAndQuoteWhatIsNone() {
		JsonNode line = LogEventBuilder.event("x")
			.marker(Markers.appendRaw("good", "{\"a\":[1,\n2],\"password\":\"p\"}"))
			.marker(Markers.appendRaw("bad", "}\n{\"message\":"))
			.marker(Markers.appendRaw("twice", "1} {"))
			.encode();
		assertThat(line.get("good").toString()).isEqualTo("{\"a\":[1,2],\"password\":\"****\"}");
		assertThat(line.get("bad").asString()).isEqualTo("}\n{\"message\":");
		assertThat(line.get("twice").asString()).isEqualTo("1} {");
	}

	@Test
	void shouldWriteNumbersWhenTheyAreNotFinite() {
		JsonNode line = LogEventBuilder.event("x").pair("nan", Double.NaN).pair("inf", List.of(1.0f / 0)).encode();
		assertThat(line.get("nan").asString()).isEqualTo("NaN");
		assertThat(line.at("/inf/0").asString()).isEqualTo("Infinity");
	}

	@Test
	void shouldEndWhenMarkerContainsItself() {
		JsonNode line = LogEventBuilder.event("x").marker(new SelfContainingMarker()).encode();
		assertThat(line.get("tags").toString()).isEqualTo("[\"SELF\"]");
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(12); i > 0; i--) {
			text.append((random.nextBoolean()) ? NASTY[random.nextInt(NASTY.length)]
					: (char) random.nextInt(Character.MAX_VALUE + 1));
		}
		return text.toString();
	}

	private static String expected(String text) {
		return text.codePoints()
			.map((point) -> (point >= 0xd800 && point <= 0xdfff) ? 0xfffd : point)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	public static final class Throwing {

		public String getFirst() {
			return "half";
		}

		public String getSecond() {
			throw new IllegalStateException("secret detail");
		}

	}

	public static final class Recursive {

		public Recursive getNext() {
			return getNext();
		}

	}

	public static final class Node {

		public String name = "node";

		public List<Node> next = List.of(this);

	}

	public static final class StringBuilderLike implements CharSequence {

		@Override
		public int length() {
			return 1;
		}

		@Override
		public char charAt(int index) {
			return 'x';
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this;
		}

		@Override
		public String toString() {
			throw new UnsupportedOperationException();
		}

	}

	public static final class FailingError {

		public String getName() {
			throw new AssertionError();
		}

		@Override
		public String toString() {
			throw new AssertionError();
		}

	}

}
