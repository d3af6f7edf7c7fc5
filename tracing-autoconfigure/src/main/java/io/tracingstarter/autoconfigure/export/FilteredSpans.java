package io.tracingstarter.autoconfigure.export;

import java.util.List;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.otel.bridge.OtelFinishedSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.SpanSelection;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user's {@link SpanExportingPredicate} and {@link SpanFilter} beans, as
 * Micrometer's {@code CompositeSpanExporter} does; but once for each span, not again with
 * every try to export it.
 */
record FilteredSpans(List<SpanExportingPredicate> predicates, List<SpanFilter> filters) implements SpanSelection {

	static SpanSelection of(List<SpanExportingPredicate> predicates, List<SpanFilter> filters) {
		return (predicates.isEmpty() && filters.isEmpty()) ? (span) -> span : new FilteredSpans(predicates, filters);
	}

	@Override
	public @Nullable SpanData select(SpanData span) {
		FinishedSpan finished = OtelFinishedSpan.fromOtel(span);
		for (SpanExportingPredicate predicate : this.predicates) {
			if (!predicate.isExportable(finished)) {
				return null;
			}
		}
		for (SpanFilter filter : this.filters) {
			finished = filter.map(finished);
		}
		return OtelFinishedSpan.toOtel(finished);
	}

}
