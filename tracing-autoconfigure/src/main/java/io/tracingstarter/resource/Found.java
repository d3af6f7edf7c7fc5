package io.tracingstarter.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that were found so far; what was found first stays. Any thread.
 */
final class Found {

	/** No name or ARN is as long; whatever is does not belong on each span. */
	private static final int MAX_LENGTH = 1024;

	private final Map<AttributeKey<?>, Object> attributes = new LinkedHashMap<>();

	/**
	 * Says which platform it is.
	 * @param platform value of {@code cloud.platform}
	 * @return this
	 */
	Found platform(String platform) {
		return text("cloud.provider", "aws").text("cloud.platform", platform);
	}

	/**
	 * Adds an attribute.
	 * @param name its name
	 * @param value what somebody said; anything but a text or a number in a printable
	 * form is left out
	 * @return this
	 */
	Found text(String name, @Nullable Object value) {
		String text = textOf(value);
		return (text != null) ? put(AttributeKey.stringKey(name), text) : this;
	}

	/**
	 * Adds an attribute with a list of one value.
	 * @param name its name
	 * @param value as for {@link #text}
	 * @return this
	 */
	Found list(String name, @Nullable Object value) {
		String text = textOf(value);
		return (text != null) ? put(AttributeKey.stringArrayKey(name), List.of(text)) : this;
	}

	synchronized Found put(AttributeKey<?> key, Object value) {
		this.attributes.putIfAbsent(key, value);
		return this;
	}

	static @Nullable String textOf(@Nullable Object value) {
		if (!(value instanceof String) && !(value instanceof Number)) {
			return null;
		}
		String text = value.toString().strip();
		boolean right = !text.isEmpty() && text.length() <= MAX_LENGTH
				&& text.chars().noneMatch(Character::isISOControl);
		return right ? text : null;
	}

	synchronized boolean isEmpty() {
		return this.attributes.isEmpty();
	}

	@SuppressWarnings("unchecked") // each key was put with a value of its type
	synchronized Attributes attributes() {
		AttributesBuilder builder = Attributes.builder();
		this.attributes.forEach((key, value) -> builder.put((AttributeKey<Object>) key, value));
		return builder.build();
	}

}
