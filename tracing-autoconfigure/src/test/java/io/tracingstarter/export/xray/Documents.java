package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.trace.data.SpanData;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads documents as strictly as JSON can be read: one object, each name once. Those that
 * are written here have to be what X-Ray takes.
 */
final class Documents {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private Documents() {
	}

	static List<String> texts(SpanData span, String... annotated) {
		List<String> documents = new ArrayList<>();
		new SegmentWriter(List.of(annotated)).<RuntimeException>write(span, (bytes, length) -> {
			String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
			List<String> faults = SegmentSchema.faults(text);
			if (!faults.isEmpty()) {
				throw new AssertionError("X-Ray would drop it: " + faults + "\n" + text);
			}
			documents.add(text);
		});
		return documents;
	}

	static List<JsonNode> of(SpanData span, String... annotated) {
		return texts(span, annotated).stream().map(Documents::read).toList();
	}

	static JsonNode single(SpanData span, String... annotated) {
		List<JsonNode> documents = of(span, annotated);
		if (documents.size() != 1) {
			throw new AssertionError("Expected one document: " + documents);
		}
		return documents.get(0);
	}

	static JsonNode read(String text) {
		return STRICT.readTree(text);
	}

}
