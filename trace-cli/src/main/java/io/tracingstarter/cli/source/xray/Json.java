package io.tracingstarter.cli.source.xray;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads hostile JSON documents.
 */
final class Json {

	/** The most characters of a value that are kept. */
	static final int VALUE_LENGTH = 4_096;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private Json() {
	}

	/**
	 * Returns the object that a document is, or nothing where it is not one.
	 */
	static Optional<JsonNode> object(@Nullable String document) {
		if (document == null) {
			return Optional.empty();
		}
		try {
			JsonNode node = MAPPER.readTree(document);
			return (node != null && node.isObject()) ? Optional.of(node) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns a text, number or truth value as text; null for anything else.
	 */
	static @Nullable String text(JsonNode parent, String name) {
		JsonNode node = parent.path(name);
		return node.isValueNode() && !node.isNull() ? value(node) : null;
	}

	static boolean isTrue(JsonNode parent, String name) {
		return parent.path(name).isBoolean() && parent.path(name).booleanValue();
	}

	/**
	 * Returns a value as text; objects and arrays as JSON.
	 */
	static String value(JsonNode node) {
		String text = node.isString() ? node.stringValue()
				: node.isNumber() ? number(node.decimalValue()) : node.toString();
		return (text.length() <= VALUE_LENGTH) ? text : text.substring(0, VALUE_LENGTH) + "…";
	}

	/**
	 * Adds a value if there is one.
	 */
	static void put(Map<String, String> attributes, String key, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			attributes.put(key, value);
		}
	}

	/**
	 * Returns a number, also one written as text, in units of 10<sup>-power</sup>, cut to
	 * a whole number; null where it is none, is negative or is too large. A double would
	 * lose the microseconds of a time.
	 */
	static @Nullable Long scaled(JsonNode node, int power) {
		BigDecimal number;
		try {
			number = node.isNumber() ? node.decimalValue()
					: (node.isString() && node.stringValue().length() < 40) ? new BigDecimal(node.stringValue()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
		if (number == null || number.signum() < 0) {
			return null;
		}
		long digits = (long) number.precision() - number.scale() + power;
		if (number.signum() == 0 || digits < 0) {
			return 0L;
		}
		if (digits > 19) {
			return null;
		}
		try {
			return number.scaleByPowerOfTen(power).setScale(0, RoundingMode.DOWN).longValueExact();
		}
		catch (ArithmeticException ex) {
			return null;
		}
	}

	private static String number(BigDecimal number) {
		return (Math.abs((long) number.scale()) < 40) ? number.toPlainString() : number.toString();
	}

}
