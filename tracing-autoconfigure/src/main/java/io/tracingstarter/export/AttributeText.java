package io.tracingstarter.export;

import java.util.Iterator;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;

/**
 * Writes attribute values as text, the way OpenTelemetry asks of formats other than OTLP:
 * primitives as they are, arrays as a JSON list.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/otel/trace/sdk_exporters/zipkin/#attribute">
 * OpenTelemetry to Zipkin transformation</a>
 */
public final class AttributeText {

	private AttributeText() {
	}

	/**
	 * Writes one value.
	 * @param value a string, boolean, number or a list of one of them
	 * @return the string itself, a number or boolean as in JSON, a list as JSON
	 */
	public static String of(Object value) {
		if (value instanceof List<?>) {
			StringBuilder json = new StringBuilder();
			json(json, value);
			return json.toString();
		}
		return (value instanceof Value<?> complex) ? complex.asString() : value.toString();
	}

	/**
	 * Writes attributes as a JSON object.
	 * @param attributes the attributes
	 * @return for example <code>{"key":"value","count":3}</code>
	 */
	public static String json(Attributes attributes) {
		StringBuilder json = new StringBuilder("{");
		attributes.forEach((key, value) -> {
			json.append((json.length() > 1) ? "," : "");
			quote(json, key.getKey());
			json(json.append(':'), value);
		});
		return json.append('}').toString();
	}

	/**
	 * Writes text as a JSON string.
	 * @param text the text
	 * @return the text in quotes, with what JSON forbids escaped
	 */
	public static String quote(String text) {
		StringBuilder json = new StringBuilder();
		quote(json, text);
		return json.toString();
	}

	private static void json(StringBuilder json, Object value) {
		if (value instanceof List<?> list) {
			json.append('[');
			for (Iterator<?> elements = list.iterator(); elements.hasNext();) {
				json(json, elements.next());
				json.append(elements.hasNext() ? "," : "");
			}
			json.append(']');
		}
		else if (value instanceof Boolean || value instanceof Long || value instanceof Integer
				|| (value instanceof Double number && Double.isFinite(number))) {
			json.append(value);
		}
		else {
			quote(json, of(value));
		}
	}

	private static void quote(StringBuilder json, String text) {
		json.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '"', '\\' -> json.append('\\').append(c);
				case '\n' -> json.append("\\n");
				case '\r' -> json.append("\\r");
				case '\t' -> json.append("\\t");
				default -> {
					if (c < ' ' || Character.isSurrogate(c) && !paired(text, i)) {
						json.append(String.format("\\u%04x", (int) c));
					}
					else {
						json.append(c);
					}
				}
			}
		}
		json.append('"');
	}

	private static boolean paired(String text, int index) {
		char c = text.charAt(index);
		return Character.isHighSurrogate(c)
				? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
				: index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
	}

}
