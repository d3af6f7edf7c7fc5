package io.tracingstarter.instrument.xraysdk;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Metadata as JSON, as the SDK writes it; but bounded, and never failing because of an
 * object that cannot be written.
 */
final class MetadataText {

	/** With the names that the SDK's documents have. */
	private static final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.defaultPropertyInclusion(
				JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
		.build();

	private static final int MAX_VALUE = 4096;

	private static final int MAX_TEXT = 200;

	/** Below the length at which attributes are cut, which would leave no JSON. */
	private static final int MAX_NAMESPACE = 12_288;

	private static final String LEFT_OUT = "left_out";

	private MetadataText() {
	}

	/**
	 * Writes one namespace.
	 */
	static String of(Map<String, Object> values) {
		StringBuilder json = new StringBuilder("{");
		int leftOut = 0;
		for (Map.Entry<String, Object> entry : values.entrySet()) {
			String name = quoted(entry.getKey());
			String value = ofValue(entry.getValue());
			if (json.length() + name.length() + value.length() > MAX_NAMESPACE) {
				leftOut++;
			}
			else {
				add(json, name, value);
			}
		}
		if (leftOut > 0 && !values.containsKey(LEFT_OUT)) {
			add(json, quoted(LEFT_OUT), Integer.toString(leftOut));
		}
		return json.append('}').toString();
	}

	private static void add(StringBuilder json, String name, String value) {
		if (json.length() > 1) {
			json.append(',');
		}
		json.append(name).append(':').append(value);
	}

	/**
	 * Writes one value: as text, cut, where it cannot be written or is too long.
	 */
	static String ofValue(@Nullable Object value) {
		BoundedWriter json = new BoundedWriter(MAX_VALUE);
		try {
			mapper.writeValue(json, value);
			return json.toString();
		}
		catch (IOException | RuntimeException | StackOverflowError | LinkageError ex) {
			return quoted(text(value));
		}
	}

	private static String text(@Nullable Object value) {
		try {
			return String.valueOf(value);
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			return (value != null) ? value.getClass().getName() : "null";
		}
	}

	private static String quoted(String text) {
		try {
			return mapper.writeValueAsString((text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + "…" : text);
		}
		catch (JsonProcessingException ex) {
			// half a character at the cut
			return "\"\"";
		}
	}

}
