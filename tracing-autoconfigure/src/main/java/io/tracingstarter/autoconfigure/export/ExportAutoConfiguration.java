package io.tracingstarter.autoconfigure.export;

import java.util.stream.Collectors;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.ReportEntry;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.guard.GuardedSpanProcessor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what all exporters share.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(ExportersProperties.class)
public final class ExportAutoConfiguration {

	@Bean
	static IdleBatchProcessor tracingIdleBatchProcessor() {
		return new IdleBatchProcessor();
	}

	@Bean
	ReplacedTracerProvider tracingReplacedTracerProvider(ConfigurableApplicationContext context) {
		return new ReplacedTracerProvider(context);
	}

	@Bean
	@ConditionalOnMissingBean
	ExportQueueFactory tracingExportQueueFactory(ObjectProvider<SpanExportingPredicate> predicates,
			ObjectProvider<SpanFilter> filters, ExportersProperties properties) {
		return new ExportQueueFactory(predicates, filters, properties);
	}

	/**
	 * All span processors, each so that its faults reach no request, except Spring Boot's
	 * own batch processor where that has nothing to export to: it would queue every span,
	 * and throw it away later.
	 */
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "management.opentelemetry.enabled", matchIfMissing = true)
	SpanProcessors tracingSpanProcessors(ConfigurableListableBeanFactory beanFactory) {
		ObjectProvider<SpanProcessor> processors = beanFactory.getBeanProvider(SpanProcessor.class);
		return SpanProcessors.of(processors.orderedStream((type) -> !IdleBatchProcessor.isIdle(beanFactory, type))
			.map(GuardedSpanProcessor::around)
			.toList());
	}

	@Bean
	ExportingProcessors tracingExportingProcessors(ConfigurableListableBeanFactory beanFactory) {
		return new ExportingProcessors(beanFactory);
	}

	@Bean
	ReportEntry tracingExportersReport(ObjectProvider<QueueSpanProcessor> processors) {
		return new ReportEntry(SummaryEntry.EXPORTERS, "exporters",
				() -> processors.orderedStream().map(ExporterReport::of).toList());
	}

	@Bean
	SummaryEntry tracingExportersSummary(ObjectProvider<QueueSpanProcessor> processors, Environment environment) {
		ExporterNames.warnOfUnknown(environment);
		String targets = processors.orderedStream()
			.map((processor) -> processor.getTarget().toString())
			.collect(Collectors.joining(", "));
		return new SummaryEntry(SummaryEntry.EXPORTERS, "exporters " + (targets.isEmpty() ? "none" : targets));
	}

}
