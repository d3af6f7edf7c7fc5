package io.tracingstarter.autoconfigure.actuator;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportingProcessors;
import io.tracingstarter.autoconfigure.sampling.KeepAutoConfiguration;
import io.tracingstarter.export.ExporterMeters;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.sampling.BufferMeters;
import io.tracingstarter.sampling.KeepingSpanProcessor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the meters of exporters and sampling.
 */
@AutoConfiguration(after = { ExportAutoConfiguration.class, KeepAutoConfiguration.class })
@ConditionalOnTracing
@ConditionalOnClass({ MeterBinder.class, SpanProcessor.class })
@ConditionalOnBean(ExportingProcessors.class)
public final class TracingMetersAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ExporterMeters exporterMeters(ObjectProvider<QueueSpanProcessor> exporters) {
		return new ExporterMeters(exporters.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(KeepingSpanProcessor.class)
	BufferMeters samplingBufferMeters(KeepingSpanProcessor processor) {
		return new BufferMeters(processor);
	}

}
