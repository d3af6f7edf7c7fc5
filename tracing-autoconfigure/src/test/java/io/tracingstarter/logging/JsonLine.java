package io.tracingstarter.logging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads a log line the way the strictest log store would.
 */
public final class JsonLine {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private JsonLine() {
	}

	public static JsonNode parse(byte[] line) {
		String text = decode(line);
		assertThat(text).endsWith("\n");
		String body = text.substring(0, text.length() - 1);
		assertThat(body.chars()).noneMatch(JsonLine::breaksLine);
		return parse(body);
	}

	public static JsonNode parse(String line) {
		JsonNode parsed = MAPPER.readTree(line);
		assertThat(parsed.isObject()).as(line).isTrue();
		return parsed;
	}

	private static String decode(byte[] line) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new AssertionError("not UTF-8", ex);
		}
	}

	private static boolean breaksLine(int character) {
		return character < ' ' || (character >= 0x7F && character <= 0x9F) || character == 0x2028
				|| character == 0x2029;
	}

}
