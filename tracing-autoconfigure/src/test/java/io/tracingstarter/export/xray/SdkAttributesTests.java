package io.tracingstarter.export.xray;

import java.util.List;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link SegmentWriter} makes of attributes in which the X-Ray SDK's annotations,
 * metadata and marks arrive, and which anybody may set.
 */
class SdkAttributesTests {

	@Test
	void shouldWriteListedAttributesAsAnnotations() {
		JsonNode document = document(Attributes.builder()
			.put(AttributeKey.stringArrayKey("aws.xray.annotations"), List.of("order_id", "gift", "absent"))
			.put("order_id", 4711)
			.put("gift", true)
			.put("other", "x"));
		assertThat(document.get("annotations").toString()).isEqualTo("{\"gift\":true,\"order_id\":4711}");
		assertThat(document.at("/metadata/default").toString()).isEqualTo("{\"other\":\"x\"}");
	}

	@Test
	void shouldKeepConfiguredAnnotationsWhenTooManyAreListed() {
		AttributesBuilder attributes = Attributes.builder().put("correlation_id", "abc");
		List<String> names = IntStream.range(0, 100).mapToObj((i) -> "a" + i).toList();
		names.forEach((name) -> attributes.put(name, name));
		JsonNode document = document(attributes.put(AttributeKey.stringArrayKey("aws.xray.annotations"), names));
		assertThat(document.get("annotations")).hasSize(50);
		assertThat(document.at("/annotations/correlation_id").asString()).isEqualTo("abc");
	}

	@Test
	void shouldWriteMetadataByNamespace() {
		JsonNode document = document(Attributes.builder()
			.put("aws.xray.metadata.debug", "{\"cart\":{\"items\":[1,2.5e3,null,true]},\"ü\":\"\\u00fc\"}")
			.put("aws.xray.metadata.default", "{\"a\":\"b\",\"uri\":\"mine\"}")
			.put("aws.xray.metadata.AWS.x", "{\"a\":1}")
			.put("aws.xray.metadata.empty", "{}")
			.put("uri", "theirs"));
		assertThat(document.get("metadata").toString()).isEqualTo("{\"default\":{\"uri\":\"theirs\",\"a\":\"b\"},"
				+ "\"_AWS.x\":{\"a\":1},\"debug\":{\"cart\":{\"items\":[1,2.5E+3,null,true]},\"ü\":\"ü\"}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "{", "{}}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1,\"a\":2}",
			"{\"a\":1,\"\\u0061\":2}", "{\"a\":tru}", "[]", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\n\"}",
			"{a:1}", "{\"a\" 1}", "{\"a\":}", "{\"a\":-}", "{\"a\":1.}", "{\"a\":1e}", "{\"a\":[1,]}", "{\"a\":\"b",
			"{\"a\":\"\\", "{\"a\":{\"b\":1,\"b\":2}}", "" })
	void shouldKeepMetadataAsTextWhenItIsNoObject(String text) {
		JsonNode document = document(Attributes.builder().put("aws.xray.metadata.debug", text));
		assertThat(document.at("/metadata/default/aws.xray.metadata.debug").asString()).isEqualTo(text);
	}

	@Test
	void shouldKeepMetadataAsTextWhenItIsNestedWithoutEnd() {
		String text = "{\"a\":" + "[".repeat(100_000);
		assertThat(JsonMembers.of(text)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "aws.xray.error, true, false, false", "aws.xray.throttle, true, true, false" })
	void shouldWriteBlameAsTold(String attribute, boolean error, boolean throttle, boolean fault) {
		JsonNode document = document(Attributes.builder().put(attribute, true));
		assertThat(document.has("error")).isEqualTo(error);
		assertThat(document.has("throttle")).isEqualTo(throttle);
		assertThat(document.has("fault")).isEqualTo(fault);
	}

	@ParameterizedTest
	@CsvSource({ "aws, aws", "remote, remote", "other," })
	void shouldWriteNamespaceAsTold(String told, String written) {
		JsonNode document = document(Attributes.builder().put("aws.xray.namespace", told));
		assertThat(document.path("namespace").asString(null)).isEqualTo(written);
		assertThat(document.has("metadata")).isFalse();
	}

	private static JsonNode document(AttributesBuilder attributes) {
		SpanData span = TestSpans.data()
			.setKind(SpanKind.INTERNAL)
			.setParentSpanContext(TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID))
			.setAttributes(attributes.build())
			.build();
		return Documents.single(span);
	}

}
