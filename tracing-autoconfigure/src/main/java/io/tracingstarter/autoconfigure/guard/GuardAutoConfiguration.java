package io.tracingstarter.autoconfigure.guard;

import java.util.List;

import io.micrometer.tracing.otel.bridge.EventListener;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.OtelTracer.EventPublisher;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.guard.GuardedEventPublisher;
import io.tracingstarter.guard.GuardedPropagator;
import io.tracingstarter.guard.GuardedSpanExporter;
import io.tracingstarter.propagation.IncomingHeaders;
import io.tracingstarter.propagation.StrictPropagator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/**
 * Gathers propagators, event listeners and exporters as Boot does, with a guard around
 * each. In front of the propagators is what checks the headers.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ OtelTracer.class, OpenTelemetryTracingAutoConfiguration.class })
public final class GuardAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ContextPropagators guardedContextPropagators(ObjectProvider<TextMapPropagator> propagators,
			ObjectProvider<IncomingHeaders> headers) {
		TextMapPropagator all = TextMapPropagator
			.composite(propagators.orderedStream().<TextMapPropagator>map(GuardedPropagator::new).toList());
		IncomingHeaders rules = headers.getIfAvailable();
		return ContextPropagators.create((rules != null) ? new StrictPropagator(all, rules) : all);
	}

	@Bean
	@ConditionalOnMissingBean
	EventPublisher guardedEventPublisher(List<EventListener> listeners) {
		return new GuardedEventPublisher(listeners);
	}

	@Bean
	@ConditionalOnMissingBean
	SpanExporters guardedSpanExporters(ObjectProvider<SpanExporter> exporters) {
		return SpanExporters.of(exporters.orderedStream().map(GuardedSpanExporter::new).toList());
	}

}
