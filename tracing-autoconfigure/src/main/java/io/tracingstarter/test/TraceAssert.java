package io.tracingstarter.test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on one trace.
 */
public final class TraceAssert extends AbstractAssert<TraceAssert, List<SpanData>> {

	TraceAssert(List<SpanData> spans) {
		super(spans, TraceAssert.class);
	}

	/**
	 * Verifies that the trace has a span of a name.
	 * @param name the span's name
	 * @return assertions on the first such span
	 */
	public SpanAssert hasSpan(String name) {
		Optional<SpanData> span = this.actual.stream()
			.filter((candidate) -> candidate.getName().equals(name))
			.findFirst();
		if (span.isEmpty()) {
			failWithMessage("Expected a span '%s' in trace%n%s", name, describe(this.actual));
		}
		return new SpanAssert(span.orElseThrow(), this);
	}

	/**
	 * Verifies the number of spans.
	 * @param count how many there must be
	 * @return this
	 */
	public TraceAssert hasSpans(int count) {
		if (this.actual.size() != count) {
			failWithMessage("Expected %s span(s) but found %s in trace%n%s", count, this.actual.size(),
					describe(this.actual));
		}
		return this;
	}

	/**
	 * Verifies that every span carries a correlation id.
	 * @param id the id
	 * @return this
	 */
	public TraceAssert hasCorrelationId(String id) {
		this.actual.forEach((span) -> new SpanAssert(span, this).withCorrelationId(id));
		return this;
	}

	/**
	 * Verifies that no span has failed.
	 * @return this
	 */
	public TraceAssert hasNoErrors() {
		this.actual.forEach((span) -> new SpanAssert(span, this).withoutError());
		return this;
	}

	List<SpanData> spans() {
		return this.actual;
	}

	static String describe(List<SpanData> spans) {
		return spans.stream().map(TraceAssert::describe).collect(Collectors.joining("%n".formatted()));
	}

	private static String describe(SpanData span) {
		StatusData status = span.getStatus();
		return "  %s %s %s%s parent=%s span=%s %s".formatted(span.getKind(), span.getName(), status.getStatusCode(),
				status.getDescription().isEmpty() ? "" : " \"" + status.getDescription() + "\"", span.getParentSpanId(),
				span.getSpanId(), span.getAttributes().asMap());
	}

}
