package io.tracingstarter.export.xray;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a span, under the names that it has had at one time or another. Numbers
 * are read from texts, too: Spring writes them as texts.
 */
final class Field {

	private final List<String> names;

	private final List<AttributeKey<String>> texts;

	private final List<AttributeKey<Long>> numbers;

	private final List<AttributeKey<List<String>>> lists;

	private Field(List<String> names) {
		this.names = names;
		this.texts = names.stream().map(AttributeKey::stringKey).toList();
		this.numbers = names.stream().map(AttributeKey::longKey).toList();
		this.lists = names.stream().map(AttributeKey::stringArrayKey).toList();
	}

	/**
	 * Creates a field.
	 * @param names the names, the best first
	 */
	static Field of(String... names) {
		return new Field(List.copyOf(Arrays.asList(names)));
	}

	Collection<String> names() {
		return this.names;
	}

	/**
	 * Returns the text of the first name that has one: not blank, and not the "none" that
	 * Micrometer writes for what is not known.
	 */
	@Nullable String text(Attributes attributes) {
		for (AttributeKey<String> key : this.texts) {
			String text = attributes.get(key);
			if (text != null && !text.isBlank() && !text.equals("none") && !text.equals("UNKNOWN")) {
				return text;
			}
		}
		return null;
	}

	/**
	 * Returns the first of a list where it is not blank, else the text.
	 */
	@Nullable String first(Attributes attributes) {
		for (AttributeKey<List<String>> key : this.lists) {
			List<String> list = attributes.get(key);
			if (list != null && !list.isEmpty() && list.get(0) != null && !list.get(0).isBlank()) {
				return list.get(0);
			}
		}
		return text(attributes);
	}

	/**
	 * Returns the number of the first name that has one.
	 * @return 0 or more; -1 for none
	 */
	long number(Attributes attributes) {
		for (int i = 0; i < this.numbers.size(); i++) {
			Long number = attributes.get(this.numbers.get(i));
			if (number != null && number >= 0) {
				return number;
			}
			long parsed = parse(attributes.get(this.texts.get(i)));
			if (parsed >= 0) {
				return parsed;
			}
		}
		return -1;
	}

	private static long parse(@Nullable String text) {
		if (text == null || text.isEmpty() || text.length() > 18) {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < text.length(); i++) {
			char digit = text.charAt(i);
			if (digit < '0' || digit > '9') {
				return -1;
			}
			number = number * 10 + digit - '0';
		}
		return number;
	}

}
