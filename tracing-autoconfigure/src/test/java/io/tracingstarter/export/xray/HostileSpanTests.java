package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Failures, long texts and foreign characters in documents, which X-Ray would drop
 * without a word if they broke its rules.
 */
class HostileSpanTests {

	private static final String STACK = """
			java.lang.IllegalStateException: not: counted
			\tat java.base/java.util.Optional.orElseThrow(Optional.java:403)
			\tat app//mysfits.likes.Likes$Inner.lambda$count$0(Likes.java)
			\tat mysfits.likes.Native.call(Native Method)
			\tSuppressed: java.io.IOException: closed
			\t\tat mysfits.likes.Stream.close(Stream.java:9)
			Caused by: java.sql.SQLException
			\tat mysfits.likes.Table.update(Table.java:71)
			\t... 2 more
			Caused by: java.net.ConnectException: refused
			\tat mysfits.likes.Socket.connect(Socket.java:1)
			""";

	@Test
	void shouldWriteExceptionsWithTheirCausesAndStacks() {
		JsonNode cause = Documents.single(failing(STACK)).path("cause");
		JsonNode exceptions = cause.path("exceptions");
		assertThat(exceptions.size()).isEqualTo(3);
		assertThat(exceptions.path(0).path("type").asString()).isEqualTo("java.lang.IllegalStateException");
		assertThat(exceptions.path(0).path("message").asString()).isEqualTo("not: counted");
		assertThat(exceptions.path(0).path("cause")).isEqualTo(exceptions.path(1).path("id"));
		assertThat(exceptions.path(1).path("type").asString()).isEqualTo("java.sql.SQLException");
		assertThat(exceptions.path(1).has("message")).isFalse();
		assertThat(exceptions.path(1).path("cause")).isEqualTo(exceptions.path(2).path("id"));
		assertThat(exceptions.path(2).path("message").asString()).isEqualTo("refused");
		assertThat(exceptions.path(2).has("cause")).isFalse();
		assertThat(exceptions.path(0).path("stack")).isEqualTo(Documents.read("""
				[{"path": "Optional.java", "line": 403, "label": "java.util.Optional.orElseThrow"},
				 {"path": "Likes.java", "line": 0, "label": "mysfits.likes.Likes$Inner.lambda$count$0"},
				 {"path": "Native Method", "line": 0, "label": "mysfits.likes.Native.call"}]
				"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "at", "Caused by: ", "\tat )(", "\tat a(b:99999999999)", "Suppressed: x",
			"Caused by: a\nCaused by: b", "at /(:" })
	void shouldWriteWhatIsNoStack(String text) {
		assertThat(Documents.single(failing(text)).path("fault").asBoolean()).isTrue();
	}

	@Test
	void shouldWriteTheStatusWhenThereIsNoException() {
		SpanData span = SegmentWriterTests.server()
			.setStatus(StatusData.create(StatusCode.ERROR, "out of stock"))
			.build();
		assertThat(Documents.single(span).at("/cause/exceptions/0/message").asString()).isEqualTo("out of stock");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET /mysfits/{id} <b>"x"    | GET /mysfits/id bx
			a_b.c:d/e%f&g#h=i+j\\k-l@m  | a_b.c:d/e%f&g#h=i+j\\k-l@m
			{}<>"'                      | span
			Größe 価格                   | Größe 価格
			""")
	void shouldKeepOfNamesWhatXRayTakes(String name, String cleaned) {
		assertThat(SegmentName.clean(name)).isEqualTo(cleaned);
	}

	@Test
	void shouldCutNames() {
		assertThat(SegmentName.clean("n".repeat(300))).hasSize(200);
	}

	@Test
	void shouldWriteForeignCharactersAsValidUtf8() {
		String hostile = "\u0000\u001b[31m\"\\\n\r\t\u007f\u2028 ä 価 \ud83d\ude00 \ud800 \udc00x";
		JsonNode segment = Documents.single(SegmentWriterTests.server()
			.setAttributes(Attributes.builder().put(hostile, hostile).put("url", hostile).build())
			.build());
		assertThat(segment.at("/metadata/default/url").asString())
			.isEqualTo(hostile.replace('\ud800', '\ufffd').replace(" \udc00", " \ufffd"));
	}

	@Test
	void shouldCutTextsButKeepThemWholeInMetadata() {
		String url = "http://shop/" + "x".repeat(1000);
		JsonNode segment = Documents
			.single(SegmentWriterTests.client("http.request.method", "GET", "url.full", url, "server.address", "shop"));
		assertThat(segment.at("/http/request/url").asString()).hasSize(250);
		assertThat(segment.at("/metadata/default").path("url.full").asString()).isEqualTo(url);
	}

	@Test
	void shouldTakeNoMoreAnnotationsThanXRay() {
		AttributesBuilder attributes = Attributes.builder();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 52; i++) {
			attributes.put("a" + i, "v".repeat(2000));
			names.add("a" + i);
		}
		JsonNode segment = Documents.single(SegmentWriterTests.server().setAttributes(attributes.build()).build(),
				names.toArray(String[]::new));
		assertThat(segment.at("/metadata/default").propertyNames()).filteredOn((name) -> name.startsWith("a"))
			.hasSize(2);
		JsonNode annotations = segment.path("annotations");
		assertThat(annotations.size()).isEqualTo(50);
		assertThat(annotations.valueStream()).allMatch((value) -> value.asString().length() == 1000);
	}

	@Test
	void shouldWriteEachNameOnceWhenSeveralBecomeOne() {
		JsonNode segment = Documents.single(SegmentWriterTests.server()
			.setAttributes(Attributes.builder()
				.put("a.b", "1")
				.put("a_b", "2")
				.put("twice", "text")
				.put("twice", 3)
				.put("AWS.x", "1")
				.put("_AWS.x", "2")
				.build())
			.build(), "a.b", "a_b");
		assertThat(segment.path("annotations").propertyNames()).containsExactly("a_b");
		assertThat(segment.at("/metadata/default").propertyNames()).contains("a_b", "twice", "_AWS.x");
	}

	@Test
	void shouldShortenStacksFirst() {
		JsonNode segment = Documents.single(failing("a.B: c\n" + "\tat a.B.c(B.java:1)\n".repeat(5000)));
		JsonNode exception = segment.at("/cause/exceptions/0");
		assertThat(exception.path("stack").size()).isEqualTo(10);
		assertThat(exception.path("truncated").asInt()).isEqualTo(4990);
		assertThat(segment.has("metadata")).isTrue();
	}

	@Test
	void shouldDropMetadataNext() {
		AttributesBuilder attributes = Attributes.builder();
		for (int i = 0; i < 20; i++) {
			attributes.put("large" + i, "x".repeat(8000));
		}
		JsonNode segment = Documents
			.single(SegmentWriterTests.server().setAttributes(attributes.put("correlation_id", "abc").build()).build());
		assertThat(segment.has("metadata")).isFalse();
		assertThat(segment.at("/annotations/correlation_id").asString()).isEqualTo("abc");
	}

	@Test
	void shouldSplitAnnotationsLast() {
		AttributesBuilder attributes = Attributes.builder();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			attributes.put("a" + i, "\u0001".repeat(1000));
			names.add("a" + i);
		}
		List<String> documents = Documents.texts(SegmentWriterTests.server().setAttributes(attributes.build()).build(),
				names.toArray(String[]::new));
		assertThat(documents).hasSizeGreaterThan(2)
			.allMatch((text) -> text.getBytes(StandardCharsets.UTF_8).length <= Limits.DOCUMENT);
		List<JsonNode> parsed = documents.stream().map(Documents::read).toList();
		assertThat(parsed.stream().mapToInt((document) -> document.path("annotations").size()).sum()).isEqualTo(50);
		assertThat(parsed.stream().map((document) -> document.path("id").asString()).distinct())
			.hasSize(documents.size());
		assertThat(parsed.stream().skip(1)).allMatch(
				(document) -> document.path("parent_id").equals(parsed.get(0).path("id")) && document.has("type"));
	}

	@Test
	void shouldEndTheChainOfCausesWhenItIsACircle() {
		IllegalStateException outer = new IllegalStateException("outer");
		IllegalArgumentException inner = new IllegalArgumentException("inner", outer);
		outer.initCause(inner);
		InMemorySpanExporter recorded = InMemorySpanExporter.create();
		try (SdkTracerProvider provider = SdkTracerProvider.builder()
			.addSpanProcessor(SimpleSpanProcessor.create(recorded))
			.build()) {
			Span span = provider.get("test").spanBuilder("work").startSpan();
			span.recordException(outer);
			span.setStatus(StatusCode.ERROR);
			span.end();
			JsonNode exceptions = Documents.single(recorded.getFinishedSpanItems().get(0)).at("/cause/exceptions");
			assertThat(exceptions.valueStream().map((each) -> each.path("type").asString()))
				.startsWith("java.lang.IllegalStateException", "java.lang.IllegalArgumentException");
			assertThat(exceptions.get(exceptions.size() - 1).has("cause")).isFalse();
		}
	}

	@Test
	void shouldEndWhereItBeganWhenASpanHasNoEnd() {
		JsonNode segment = Documents.single(SegmentWriterTests.server().setEndEpochNanos(0).setHasEnded(false).build());
		assertThat(segment.path("end_time")).isEqualTo(segment.path("start_time"));
	}

	@Test
	void shouldWriteAVeryLongAttributeAndManyAnnotations() {
		AttributesBuilder attributes = Attributes.builder().put("long", "x".repeat(10_000));
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			attributes.put("a" + i, i);
			names.add("a" + i);
		}
		JsonNode segment = Documents.single(SegmentWriterTests.server().setAttributes(attributes.build()).build(),
				names.toArray(String[]::new));
		assertThat(segment.at("/metadata/default/long").asString()).hasSize(8 * 1024);
		assertThat(segment.path("annotations").size()).isEqualTo(50);
		assertThat(segment.at("/metadata/default").propertyNames()).filteredOn((name) -> name.startsWith("a"))
			.hasSize(450);
	}

	private static SpanData failing(String stack) {
		return SegmentWriterTests.server()
			.setStatus(StatusData.error())
			.setEvents(List.of(EventData.create(1, "exception",
					Attributes.builder()
						.put("exception.type", "java.lang.IllegalStateException")
						.put("exception.message", "not: counted")
						.put("exception.stacktrace", stack)
						.build())))
			.build();
	}

}
