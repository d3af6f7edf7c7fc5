package io.tracingstarter.autoconfigure.export;

import java.util.List;
import java.util.function.Supplier;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.otel.bridge.CompositeSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.ExportTarget;
import io.tracingstarter.export.QueueSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts an exporter behind a queue of its own. The user's {@link SpanExportingPredicate}
 * and {@link SpanFilter} beans apply to it as they do to Spring Boot's exporters, but on
 * the worker.
 */
public final class ExportQueueFactory {

	private final ObjectProvider<SpanExportingPredicate> predicates;

	private final ObjectProvider<SpanFilter> filters;

	ExportQueueFactory(ObjectProvider<SpanExportingPredicate> predicates, ObjectProvider<SpanFilter> filters) {
		this.predicates = predicates;
		this.filters = filters;
	}

	/**
	 * Checks the queue's properties, creates the exporter and starts its worker.
	 * @param name name of the exporter, as in {@code tracing.exporters.<name>}
	 * @param address where it sends to, without secrets; {@code null} where it stays in
	 * the process
	 * @param properties the queue's properties
	 * @param exporter creates the exporter
	 * @return the processor that feeds it
	 */
	public QueueSpanProcessor start(String name, @Nullable String address, ExporterProperties properties,
			Supplier<SpanExporter> exporter) {
		QueueSettings settings = new PropertyChecks(name).queue(properties);
		return QueueSpanProcessor.start(new ExportTarget(name, address), filtered(exporter.get()), settings);
	}

	private SpanExporter filtered(SpanExporter exporter) {
		List<SpanExportingPredicate> exportingPredicates = this.predicates.orderedStream().toList();
		List<SpanFilter> spanFilters = this.filters.orderedStream().toList();
		return (exportingPredicates.isEmpty() && spanFilters.isEmpty()) ? exporter
				: new CompositeSpanExporter(List.of(exporter), exportingPredicates, List.of(), spanFilters);
	}

}
