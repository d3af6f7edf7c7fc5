package io.tracingstarter.autoconfigure.actuator;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportingProcessors;
import io.tracingstarter.export.QueueSpanProcessor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what the health says of tracing.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnEnabledHealthIndicator("tracing")
@ConditionalOnBean(ExportingProcessors.class)
@EnableConfigurationProperties(TracingHealthProperties.class)
public final class TracingHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "tracingHealthIndicator")
	TracingHealthIndicator tracingHealthIndicator(ObjectProvider<QueueSpanProcessor> exporters,
			TracingHealthProperties properties) {
		return new TracingHealthIndicator(exporters.orderedStream().toList(), properties.downWhenExporterFails());
	}

}
