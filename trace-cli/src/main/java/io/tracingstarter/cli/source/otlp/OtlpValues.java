package io.tracingstarter.cli.source.otlp;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Reads attributes and numbers of OpenTelemetry's JSON.
 */
final class OtlpValues {

	private static final int DEEPEST = 20;

	private static final int MOST = 1000;

	private OtlpValues() {
	}

	static Map<String, String> attributes(JsonNode list) {
		Map<String, String> attributes = new LinkedHashMap<>();
		if (list.isObject()) {
			for (Map.Entry<String, JsonNode> attribute : list.properties()) {
				put(attributes, attribute.getKey(), attribute.getValue());
			}
			return attributes;
		}
		for (JsonNode attribute : list) {
			put(attributes, attribute.path("key").asString(""), attribute.path("value"));
		}
		return attributes;
	}

	private static void put(Map<String, String> attributes, String key, JsonNode value) {
		if (!key.isEmpty() && attributes.size() < MOST) {
			attributes.put(key, text(value, DEEPEST));
		}
	}

	/**
	 * Returns an unsigned number, which JSON holds as a number or a string. What is too
	 * large for a long becomes the largest, what is no number 0.
	 */
	static long nanos(JsonNode number) {
		try {
			BigInteger value = new BigDecimal(number.asString("0")).toBigInteger();
			return value.signum() < 0 ? 0 : value.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return 0;
		}
	}

	private static String text(JsonNode value, int depth) {
		if (!value.isContainer() || depth == 0) {
			return value.asString("");
		}
		if (value.isArray()) {
			return value.toString();
		}
		for (Map.Entry<String, JsonNode> typed : value.properties()) {
			return switch (typed.getKey()) {
				case "arrayValue", "array_value" -> array(typed.getValue(), depth - 1);
				case "kvlistValue", "kvlist_value" -> list(typed.getValue(), depth - 1);
				default -> typed.getValue().asString("");
			};
		}
		return "";
	}

	private static String array(JsonNode array, int depth) {
		StringBuilder text = new StringBuilder("[");
		for (JsonNode value : array.path("values")) {
			text.append((text.length() > 1) ? ", " : "").append(text(value, depth));
		}
		return text.append(']').toString();
	}

	private static String list(JsonNode list, int depth) {
		StringBuilder text = new StringBuilder("{");
		for (JsonNode entry : list.path("values")) {
			text.append((text.length() > 1) ? ", " : "")
				.append(entry.path("key").asString(""))
				.append('=')
				.append(text(entry.path("value"), depth));
		}
		return text.append('}').toString();
	}

}
