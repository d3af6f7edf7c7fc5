package io.tracingstarter.instrument.xraysdk;

import java.math.BigDecimal;

import io.micrometer.tracing.Span;

/**
 * A value that the SDK takes, as an attribute: numbers and truth values stay what they
 * are.
 */
final class AttributeValue {

	private AttributeValue() {
	}

	static void set(Span span, String name, Object value) {
		if (value instanceof Boolean flag) {
			span.tag(name, flag);
		}
		else if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
			span.tag(name, ((Number) value).doubleValue());
		}
		else if (value instanceof Number number) {
			span.tag(name, number.longValue());
		}
		else if (value instanceof CharSequence text) {
			span.tag(name, text.toString());
		}
		else {
			span.tag(name, MetadataText.ofValue(value));
		}
	}

}
