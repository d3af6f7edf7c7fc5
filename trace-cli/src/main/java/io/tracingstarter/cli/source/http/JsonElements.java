package io.tracingstarter.cli.source.http;

import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an answer element by element, so that only one is in memory.
 */
public final class JsonElements {

	/** Lenient where stores are known to be careless: control characters in strings. */
	public static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
		.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private JsonElements() {
	}

	/**
	 * Reads all documents of an answer, one behind the other.
	 * @param json the answer
	 * @param array the names on the way to the array of elements, separated by dots;
	 * empty where the answer itself is the array
	 * @param each takes each element
	 * @return the last document, without the elements
	 * @throws JacksonException when it is not JSON, or empty
	 */
	public static ObjectNode read(JsonParser json, String array, Consumer<JsonNode> each) {
		ObjectNode rest = MAPPER.createObjectNode();
		JsonToken token = json.nextToken();
		if (token == null) {
			throw new StreamReadException(json, "empty");
		}
		for (; token != null; token = json.nextToken()) {
			rest = MAPPER.createObjectNode();
			if (token == JsonToken.START_OBJECT) {
				object(json, "", array, each, rest);
			}
			else if (token == JsonToken.START_ARRAY && array.isEmpty()) {
				elements(json, each);
			}
			else if (token == JsonToken.VALUE_NULL) {
				continue;
			}
			else {
				throw new StreamReadException(json, "unexpected " + token);
			}
		}
		return rest;
	}

	private static void object(JsonParser json, String path, String array, Consumer<JsonNode> each, ObjectNode rest) {
		while (json.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = json.currentName();
			String here = path + name;
			JsonToken token = json.nextToken();
			if (here.equals(array) && token == JsonToken.START_ARRAY) {
				elements(json, each);
			}
			else if (array.startsWith(here + ".") && token == JsonToken.START_OBJECT) {
				object(json, here + ".", array, each, rest.putObject(name));
			}
			else {
				rest.set(name, MAPPER.<JsonNode>readTree(json));
			}
		}
	}

	private static void elements(JsonParser json, Consumer<JsonNode> each) {
		while (json.nextToken() != JsonToken.END_ARRAY) {
			each.accept(MAPPER.<JsonNode>readTree(json));
		}
	}

}
