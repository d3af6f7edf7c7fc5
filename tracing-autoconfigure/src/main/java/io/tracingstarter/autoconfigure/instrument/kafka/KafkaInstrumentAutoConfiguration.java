package io.tracingstarter.autoconfigure.instrument.kafka;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.correlation.CorrelationIdPropagator;
import io.tracingstarter.instrument.kafka.BatchTracingInterceptor;
import io.tracingstarter.instrument.kafka.KafkaObservationBeanPostProcessor;
import io.tracingstarter.instrument.kafka.RecordCorrelation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Makes Kafka visible: what Boot's own observation leaves open.
 */
@AutoConfiguration(after = CorrelationAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.instrument.kafka.enabled", matchIfMissing = true)
@ConditionalOnClass(KafkaTemplate.class)
@EnableConfigurationProperties(KafkaInstrumentProperties.class)
public final class KafkaInstrumentAutoConfiguration {

	@Bean
	static KafkaObservationBeanPostProcessor kafkaObservationBeanPostProcessor(Environment environment) {
		return new KafkaObservationBeanPostProcessor(
				environment.getProperty("spring.kafka.template.observation-enabled", Boolean.class, true),
				environment.getProperty("spring.kafka.listener.observation-enabled", Boolean.class, true));
	}

	@Bean
	@ConditionalOnMissingBean
	RecordCorrelation recordCorrelation(ObjectProvider<ContextPropagators> propagators,
			CorrelationIdPropagator correlationId) {
		ContextPropagators all = propagators.getIfAvailable();
		return new RecordCorrelation((all != null) ? all.getTextMapPropagator() : correlationId);
	}

	@Bean
	@ConditionalOnMissingBean(BatchInterceptor.class)
	@ConditionalOnBean(Tracer.class)
	@ConditionalOnBooleanProperty(name = "spring.kafka.listener.observation-enabled", matchIfMissing = true)
	BatchTracingInterceptor batchTracingInterceptor(Tracer tracer, RecordCorrelation correlation) {
		return new BatchTracingInterceptor(tracer, correlation);
	}

}
