package io.tracingstarter.cli.source.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object whose fields are taken one after the other, by dotted names: {@code a.b}
 * is the field {@code a.b}, or {@code b} of the object {@code a}. Values are maps, lists
 * and texts; numbers are the text that stood there, so that none loses a digit.
 */
final class JsonTree {

	private static final JsonFactory FACTORY = new JsonFactory();

	private static final int MAX_DEPTH = 100;

	private final Map<String, Object> fields;

	private final boolean complete;

	private JsonTree(Map<String, Object> fields, boolean complete) {
		this.fields = fields;
		this.complete = complete;
	}

	static JsonTree of(Map<String, Object> fields) {
		return new JsonTree(fields, true);
	}

	/**
	 * Reads an object. Of one that is cut off, the fields before.
	 * @return null where the text is no JSON object, or not only one
	 */
	static @Nullable JsonTree parse(String text) {
		int start = 0;
		while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF')) {
			start++;
		}
		if (start == text.length() || text.charAt(start) != '{') {
			return null;
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text.substring(start))) {
			parser.nextToken();
			readObject(parser, fields, 0);
			return (parser.nextToken() == null) ? new JsonTree(fields, true) : null;
		}
		catch (JacksonException ex) {
			return fields.isEmpty() ? null : new JsonTree(fields, false);
		}
	}

	private static void readObject(JsonParser parser, Map<String, Object> fields, int depth) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (token == JsonToken.START_OBJECT && depth < MAX_DEPTH) {
				Map<String, Object> object = new LinkedHashMap<>();
				fields.put(name, object);
				readObject(parser, object, depth + 1);
			}
			else if (token == JsonToken.START_ARRAY && depth < MAX_DEPTH) {
				List<Object> array = new ArrayList<>();
				fields.put(name, array);
				readArray(parser, array, depth + 1);
			}
			else if (token.isStructStart()) {
				parser.skipChildren();
			}
			else if (token != JsonToken.VALUE_NULL) {
				fields.put(name, parser.getString());
			}
		}
	}

	private static void readArray(JsonParser parser, List<Object> array, int depth) {
		JsonToken token;
		while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
			if (token == JsonToken.START_OBJECT && depth < MAX_DEPTH) {
				Map<String, Object> object = new LinkedHashMap<>();
				array.add(object);
				readObject(parser, object, depth + 1);
			}
			else if (token == JsonToken.START_ARRAY && depth < MAX_DEPTH) {
				List<Object> inner = new ArrayList<>();
				array.add(inner);
				readArray(parser, inner, depth + 1);
			}
			else if (token.isStructStart()) {
				parser.skipChildren();
			}
			else if (token != JsonToken.VALUE_NULL) {
				array.add(parser.getString());
			}
		}
	}

	/**
	 * Returns this object with another text in a field.
	 */
	JsonTree with(String name, String text) {
		Map<String, Object> changed = new LinkedHashMap<>(this.fields);
		changed.put(name, text);
		return new JsonTree(changed, this.complete);
	}

	boolean isComplete() {
		return this.complete;
	}

	boolean isEmpty() {
		return this.fields.isEmpty();
	}

	boolean has(String name) {
		return this.fields.containsKey(name);
	}

	/**
	 * Takes the first of these fields that is there and a text that is not empty.
	 */
	@Nullable String takeText(String... names) {
		for (String name : names) {
			if (find(this.fields, name, Kind.TEXT, true) instanceof String text) {
				return text;
			}
		}
		return null;
	}

	/**
	 * Returns a text without taking it.
	 */
	@Nullable String text(String name) {
		return (find(this.fields, name, Kind.TEXT, false) instanceof String text) ? text : null;
	}

	/**
	 * Takes the first of these fields that is there and an object.
	 */
	@SuppressWarnings("unchecked")
	@Nullable JsonTree takeObject(String... names) {
		for (String name : names) {
			if (find(this.fields, name, Kind.OBJECT, true) instanceof Map<?, ?> map) {
				return JsonTree.of((Map<String, Object>) map);
			}
		}
		return null;
	}

	/**
	 * Takes the first of these fields that is there and an array.
	 */
	@SuppressWarnings("unchecked")
	List<Object> takeArray(String... names) {
		for (String name : names) {
			if (find(this.fields, name, Kind.ARRAY, true) instanceof List<?> list) {
				return (List<Object>) list;
			}
		}
		return List.of();
	}

	/**
	 * Returns the scopes that .NET's JSON console attaches.
	 */
	List<?> scopes() {
		return (this.fields.get("Scopes") instanceof List<?> scopes) ? scopes : List.of();
	}

	@SuppressWarnings("unchecked")
	private static @Nullable Object find(Map<String, Object> fields, String name, Kind kind, boolean take) {
		Object value = fields.get(name);
		if (value != null && kind.fits(value)) {
			if (take) {
				fields.remove(name);
			}
			return value;
		}
		for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
			if (fields.get(name.substring(0, dot)) instanceof Map<?, ?> object) {
				Object inner = find((Map<String, Object>) object, name.substring(dot + 1), kind, take);
				if (inner != null) {
					return inner;
				}
			}
		}
		return null;
	}

	/**
	 * Returns what was not taken: texts by dotted names, arrays as JSON.
	 */
	Map<String, String> rest() {
		Map<String, String> flat = new LinkedHashMap<>();
		flatten("", this.fields, flat);
		return flat;
	}

	private static void flatten(String prefix, Map<?, ?> fields, Map<String, String> flat) {
		for (Map.Entry<?, ?> field : fields.entrySet()) {
			Object name = field.getKey();
			Object value = field.getValue();
			if (value instanceof Map<?, ?> object) {
				flatten(prefix + name + ".", object, flat);
			}
			else if (value instanceof List<?> list) {
				flat.put(prefix + name, show(list));
			}
			else {
				flat.put(prefix + name, value.toString());
			}
		}
	}

	private static String show(List<?> list) {
		StringBuilder text = new StringBuilder();
		for (Object element : list) {
			text.append(text.isEmpty() ? "" : ", ");
			text.append((element instanceof List<?> inner) ? show(inner) : element.toString());
		}
		return "[" + text + "]";
	}

	private enum Kind {

		TEXT, OBJECT, ARRAY;

		boolean fits(Object value) {
			return switch (this) {
				case TEXT -> value instanceof String text && !text.isEmpty();
				case OBJECT -> value instanceof Map;
				case ARRAY -> value instanceof List;
			};
		}

	}

}
