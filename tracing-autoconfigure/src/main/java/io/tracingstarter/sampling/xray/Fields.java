package io.tracingstarter.sampling.xray;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object that may be wrong in any way.
 */
final class Fields {

	private static final int MAX_TEXT = 1000;

	private final Map<?, ?> object;

	private Fields(Map<?, ?> object) {
		this.object = object;
	}

	/**
	 * Fields of what may be no object.
	 * @throws IllegalArgumentException if it is none
	 */
	static Fields of(@Nullable Object value, String name) {
		if (value instanceof Map<?, ?> map) {
			return new Fields(map);
		}
		throw new IllegalArgumentException("'" + name + "' is not an object");
	}

	Fields object(String name) {
		return of(this.object.get(name), name);
	}

	/**
	 * The elements of a list; none where there is no list.
	 * @throws IllegalArgumentException if it is no list
	 */
	List<?> list(String name) {
		Object value = this.object.get(name);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list) {
			return list;
		}
		throw new IllegalArgumentException("'" + name + "' is not a list");
	}

	boolean has(String name) {
		return this.object.get(name) != null;
	}

	/**
	 * Names of all fields.
	 */
	List<String> names() {
		return this.object.keySet().stream().map(String::valueOf).toList();
	}

	String text(String name) {
		if (this.object.get(name) instanceof String text && text.length() <= MAX_TEXT) {
			return text;
		}
		throw new IllegalArgumentException("'" + name + "' is not a text");
	}

	@Nullable String optionalText(String name) {
		return has(name) ? text(name) : null;
	}

	/**
	 * A whole number.
	 * @throws IllegalArgumentException if it is not from {@code min} to {@code max}
	 */
	int integer(String name, int min, int max) {
		double number = number(name, min, max);
		if (number != Math.rint(number)) {
			throw new IllegalArgumentException("'" + name + "' is not a whole number");
		}
		return (int) number;
	}

	/**
	 * A number.
	 * @throws IllegalArgumentException if it is not from {@code min} to {@code max}
	 */
	double number(String name, double min, double max) {
		double number = (this.object.get(name) instanceof Number value) ? value.doubleValue() : Double.NaN;
		if (number >= min && number <= max) {
			return number;
		}
		throw new IllegalArgumentException("'" + name + "' is not a number from %s to %s".formatted(min, max));
	}

}
