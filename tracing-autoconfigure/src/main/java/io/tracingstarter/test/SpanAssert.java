package io.tracingstarter.test;

import java.util.Objects;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one span.
 */
public final class SpanAssert extends AbstractAssert<SpanAssert, SpanData> {

	private final TraceAssert trace;

	SpanAssert(SpanData span, TraceAssert trace) {
		super(span, SpanAssert.class);
		this.trace = trace;
	}

	/**
	 * Verifies an attribute.
	 * @param key its key
	 * @param value its value as text
	 * @return this
	 */
	public SpanAssert withTag(String key, String value) {
		String found = tag(key);
		if (!value.equals(found)) {
			fail("tag %s=%s but it is %s".formatted(key, value, found));
		}
		return this;
	}

	/**
	 * Verifies that an attribute is not there.
	 * @param key its key
	 * @return this
	 */
	public SpanAssert withoutTag(String key) {
		if (tag(key) != null) {
			fail("no tag " + key);
		}
		return this;
	}

	/**
	 * Verifies the correlation id.
	 * @param id the id
	 * @return this
	 */
	public SpanAssert withCorrelationId(String id) {
		return withTag(TracingNames.CORRELATION_ID_ATTRIBUTE, id);
	}

	/**
	 * Verifies the kind.
	 * @param kind the kind
	 * @return this
	 */
	public SpanAssert withKind(SpanKind kind) {
		if (this.actual.getKind() != kind) {
			fail("kind " + kind);
		}
		return this;
	}

	/**
	 * Verifies that the span has failed.
	 * @return this
	 */
	public SpanAssert withError() {
		if (this.actual.getStatus().getStatusCode() != StatusCode.ERROR) {
			fail("an error");
		}
		return this;
	}

	/**
	 * Verifies that the span has not failed.
	 * @return this
	 */
	public SpanAssert withoutError() {
		if (this.actual.getStatus().getStatusCode() == StatusCode.ERROR) {
			fail("no error");
		}
		return this;
	}

	/**
	 * Verifies that the span's parent is a span of this trace.
	 * @param name name of the parent
	 * @return this
	 */
	public SpanAssert withParent(String name) {
		boolean found = this.trace.spans()
			.stream()
			.anyMatch((span) -> span.getSpanId().equals(this.actual.getParentSpanId()) && span.getName().equals(name));
		if (!found) {
			fail("parent '" + name + "'");
		}
		return this;
	}

	/**
	 * Verifies that the span has no parent, neither here nor in another service.
	 * @return this
	 */
	public SpanAssert isRoot() {
		if (this.actual.getParentSpanContext().isValid()) {
			fail("no parent");
		}
		return this;
	}

	/**
	 * Goes back to the trace, to ask for another span.
	 * @return assertions on the trace
	 */
	public TraceAssert and() {
		return this.trace;
	}

	private @Nullable String tag(String key) {
		return this.actual.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.filter((tag) -> tag.getKey().getKey().equals(key))
			.map((tag) -> Objects.toString(tag.getValue()))
			.findFirst()
			.orElse(null);
	}

	private void fail(String expectation) {
		failWithMessage("Expected span '%s' to have %s, in trace%n%s", this.actual.getName(), expectation,
				TraceAssert.describe(this.trace.spans()));
	}

}
