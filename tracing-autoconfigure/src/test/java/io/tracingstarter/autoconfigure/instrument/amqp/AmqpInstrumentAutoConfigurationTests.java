package io.tracingstarter.autoconfigure.instrument.amqp;

import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.UntracedMessageHandler;
import io.tracingstarter.instrument.amqp.BatchTracingAdvice;
import io.tracingstarter.instrument.amqp.RabbitObservationBeanPostProcessor;
import io.tracingstarter.instrument.amqp.ReplyPropagation;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.TextMapPropagator;

import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AmqpInstrumentAutoConfiguration}.
 */
class AmqpInstrumentAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(CorrelationAutoConfiguration.class, RabbitAutoConfiguration.class, AmqpInstrumentAutoConfiguration.class));

	@Test
	void shouldObserveWhenNothingIsSaid() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(RabbitObservationBeanPostProcessor.class)
			.hasSingleBean(BatchTracingAdvice.class)
			.hasSingleBean(ReplyPropagation.class)
			.hasSingleBean(UntracedMessageHandler.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.enabled=false", "tracing.instrument.amqp.enabled=false" })
	void shouldBackOffWhenSwitchedOff(String off) {
		this.runner.withPropertyValues(off)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RabbitObservationBeanPostProcessor.class)
				.doesNotHaveBean(BatchTracingAdvice.class));
	}

	@Test
	void shouldBackOffWhenClassIsAbsent() {
		this.runner.withClassLoader(new FilteredClassLoader(RabbitTemplate.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RabbitObservationBeanPostProcessor.class));
	}

	@Test
	void shouldLeaveIdsToTracerWhenThereIsOne() {
		this.runner.withBean(io.opentelemetry.api.trace.Tracer.class, () -> TracerProvider.noop().get("application"))
			.run((context) -> assertThat(context).doesNotHaveBean(UntracedMessageHandler.class));
	}

	@Test
	void shouldLetBeanOfApplicationWin() {
		this.runner.withUserConfiguration(OwnAdvice.class)
			.run((context) -> assertThat(context).hasSingleBean(BatchTracingAdvice.class).hasBean("ownAdvice"));
	}

	@Test
	void shouldStandBeforeAdviceOfApplication() {
		this.runner.withUserConfiguration(OwnFactory.class)
			.run((context) -> assertThat(
					context.getBean("own", SimpleRabbitListenerContainerFactory.class).getAdviceChain())
				.containsExactly(context.getBean(BatchTracingAdvice.class), OwnFactory.ADVICE));
	}

	static class OwnAdvice {

		@Bean
		BatchTracingAdvice ownAdvice(CorrelationIdResolver resolver) {
			return new BatchTracingAdvice(TracerProvider.noop().get("own"), TextMapPropagator.noop(), resolver);
		}

	}

	static class OwnFactory {

		static final MethodInterceptor ADVICE = (invocation) -> invocation.proceed();

		@Bean
		static SimpleRabbitListenerContainerFactory own() {
			SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
			factory.setAdviceChain(ADVICE);
			return factory;
		}

	}

}
