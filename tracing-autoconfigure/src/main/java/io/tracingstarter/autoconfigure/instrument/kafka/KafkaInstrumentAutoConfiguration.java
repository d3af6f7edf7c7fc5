package io.tracingstarter.autoconfigure.instrument.kafka;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.correlation.CorrelationIdPropagator;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.UntracedMessageHandler;
import io.tracingstarter.guard.GuardedPropagator;
import io.tracingstarter.instrument.kafka.BatchTracingInterceptor;
import io.tracingstarter.instrument.kafka.KafkaObservationBeanPostProcessor;
import io.tracingstarter.instrument.kafka.RecordCorrelation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;
import org.springframework.kafka.support.micrometer.KafkaRecordSenderContext;

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
			CorrelationIdResolver resolver) {
		return new RecordCorrelation(propagators.getIfAvailable(ContextPropagators::noop).getTextMapPropagator(),
				resolver);
	}

	@Bean
	@ConditionalOnMissingBean(BatchInterceptor.class)
	@ConditionalOnBooleanProperty(name = "spring.kafka.listener.observation-enabled", matchIfMissing = true)
	BatchTracingInterceptor batchTracingInterceptor(ObjectProvider<Tracer> tracer, RecordCorrelation correlation,
			CorrelationIdResolver resolver) {
		return new BatchTracingInterceptor(tracer.getIfAvailable(() -> TracerProvider.noop().get("")), correlation,
				resolver);
	}

	@Bean
	@ConditionalOnMissingBean(Tracer.class)
	UntracedMessageHandler untracedKafkaHandler(CorrelationIdPropagator correlationId) {
		return new UntracedMessageHandler(new GuardedPropagator(correlationId),
				(context) -> context instanceof KafkaRecordSenderContext
						|| context instanceof KafkaRecordReceiverContext);
	}

}
