package io.tracingstarter.autoconfigure.instrument.kafka;

import java.util.Map;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.correlation.UntracedMessageHandler;
import io.tracingstarter.instrument.kafka.BatchTracingInterceptor;
import io.tracingstarter.instrument.kafka.KafkaObservationBeanPostProcessor;
import io.tracingstarter.instrument.kafka.RecordCorrelation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KafkaInstrumentAutoConfiguration}.
 */
class KafkaInstrumentAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(CorrelationAutoConfiguration.class, KafkaAutoConfiguration.class, KafkaInstrumentAutoConfiguration.class));

	@Test
	void shouldObserveWhenNothingIsSaid() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(KafkaObservationBeanPostProcessor.class)
			.hasSingleBean(RecordCorrelation.class)
			.hasSingleBean(BatchTracingInterceptor.class)
			.hasSingleBean(UntracedMessageHandler.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.enabled=false", "tracing.instrument.kafka.enabled=false" })
	void shouldBackOffWhenSwitchedOff(String off) {
		this.runner.withPropertyValues(off)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(KafkaObservationBeanPostProcessor.class)
				.doesNotHaveBean(BatchTracingInterceptor.class));
	}

	@Test
	void shouldBackOffWhenClassIsAbsent() {
		this.runner.withClassLoader(new FilteredClassLoader(KafkaTemplate.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(KafkaObservationBeanPostProcessor.class));
	}

	@Test
	void shouldLeaveIdsToTracerWhenThereIsOne() {
		this.runner.withBean(Tracer.class, () -> TracerProvider.noop().get("application"))
			.run((context) -> assertThat(context).doesNotHaveBean(UntracedMessageHandler.class));
	}

	@Test
	void shouldLetInterceptorOfApplicationWin() {
		this.runner.withUserConfiguration(OwnInterceptor.class)
			.run((context) -> assertThat(context).hasSingleBean(BatchInterceptor.class).hasBean("ownInterceptor"));
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldObserveFactoryOfApplicationAsPropertyOfBootSays(boolean observed) {
		this.runner.withUserConfiguration(OwnFactory.class)
			.withPropertyValues("spring.kafka.listener.observation-enabled=" + observed)
			.run((context) -> assertThat(context.getBean("own", ConcurrentKafkaListenerContainerFactory.class)
				.getContainerProperties()
				.isObservationEnabled()).isEqualTo(observed));
	}

	static class OwnInterceptor {

		@Bean
		BatchInterceptor<Object, Object> ownInterceptor() {
			return (ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) -> records;
		}

	}

	static class OwnFactory {

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> own() {
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = new ConcurrentKafkaListenerContainerFactory<>();
			factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(Map.of()));
			return factory;
		}

	}

}
