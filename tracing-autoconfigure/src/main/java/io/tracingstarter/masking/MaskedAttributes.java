package io.tracingstarter.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.Value;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the attributes of one span, event or link, and copies them only if there is
 * something to mask.
 */
final class MaskedAttributes implements BiConsumer<AttributeKey<?>, Object> {

	/** Spring's and OpenTelemetry's names, of today and of before. */
	private static final Set<String> URLS = Set.of("http.url", "http.target", "http.request.uri", "url.full", "uri",
			"url");

	private static final String QUERY = "url.query";

	private final Attributes attributes;

	private final SecretMasker masker;

	private @Nullable AttributesBuilder masked;

	private MaskedAttributes(Attributes attributes, SecretMasker masker) {
		this.attributes = attributes;
		this.masker = masker;
	}

	static Attributes of(Attributes attributes, SecretMasker masker) {
		MaskedAttributes masked = new MaskedAttributes(attributes, masker);
		attributes.forEach(masked);
		return (masked.masked != null) ? masked.masked.build() : attributes;
	}

	@Override
	@SuppressWarnings("unchecked")
	public void accept(AttributeKey<?> key, Object value) {
		Object clean = mask(key.getKey(), value, this.masker);
		if (clean != value) {
			AttributesBuilder builder = this.masked;
			if (builder == null) {
				builder = this.attributes.toBuilder();
				this.masked = builder;
			}
			builder.put((AttributeKey<Object>) key, clean);
		}
	}

	/**
	 * Masks one value.
	 * @return the same object if there is nothing to mask, else one of the same type
	 */
	static Object mask(String key, Object value, SecretMasker masker) {
		if (value instanceof String text) {
			return mask(key, text, masker);
		}
		if (value instanceof List<?> list) {
			return mask(key, list, masker);
		}
		if (value instanceof Value<?> complex) {
			String text = complex.asString();
			String clean = mask(key, text, masker);
			return clean.equals(text) ? value : Value.of(clean);
		}
		return value;
	}

	private static Object mask(String key, List<?> list, SecretMasker masker) {
		List<Object> clean = new ArrayList<>(list.size());
		boolean same = true;
		for (Object element : list) {
			Object masked = mask(key, element, masker);
			same &= masked == element;
			clean.add(masked);
		}
		return same ? list : clean;
	}

	private static String mask(String key, String text, SecretMasker masker) {
		if (text.isEmpty() || key.equals(TracingNames.CORRELATION_ID_ATTRIBUTE)) {
			return text;
		}
		if (masker.isSecret(key)) {
			return SecretMasker.MASK;
		}
		if (key.equals(QUERY)) {
			return masker.maskQuery(text);
		}
		return URLS.contains(key) ? masker.maskUrl(text) : masker.mask(text);
	}

}
