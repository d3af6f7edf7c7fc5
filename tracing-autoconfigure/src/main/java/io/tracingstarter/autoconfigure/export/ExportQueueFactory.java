package io.tracingstarter.autoconfigure.export;

import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
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

	private final Duration shutdownTimeout;

	ExportQueueFactory(ObjectProvider<SpanExportingPredicate> predicates, ObjectProvider<SpanFilter> filters,
			ExportersProperties properties) {
		this.shutdownTimeout = PropertyChecks.ofAll().duration("shutdown-timeout", properties.getShutdownTimeout());
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
		QueueSettings settings = new PropertyChecks(name).queue(properties).withShutdownTimeout(this.shutdownTimeout);
		return QueueSpanProcessor.start(new ExportTarget(name, address), exporter.get(), settings,
				FilteredSpans.of(this.predicates.orderedStream().toList(), this.filters.orderedStream().toList()));
	}

}
