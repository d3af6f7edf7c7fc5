package io.tracingstarter.autoconfigure.instrument.jms;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.TracerProvider;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.correlation.UntracedMessageHandler;
import io.tracingstarter.instrument.jms.JmsFailureSpans;
import io.tracingstarter.instrument.jms.JmsObservationBeanPostProcessor;
import io.tracingstarter.instrument.jms.JmsSenderTracingHandler;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.config.DefaultJmsListenerContainerFactory;
import org.springframework.jms.config.JmsListenerEndpointRegistry;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.AbstractMessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JmsInstrumentAutoConfiguration}.
 */
class JmsInstrumentAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorrelationAutoConfiguration.class, JmsAutoConfiguration.class,
				JmsInstrumentAutoConfiguration.class))
		.withBean(ConnectionFactory.class, () -> new ActiveMQConnectionFactory("vm://none"))
		.withBean(ObservationRegistry.class, ObservationRegistry::create);

	@Test
	void shouldObserveWhenNothingIsSaid() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(JmsObservationBeanPostProcessor.class)
				.hasSingleBean(JmsFailureSpans.class)
				.hasSingleBean(UntracedMessageHandler.class)
				.doesNotHaveBean(JmsSenderTracingHandler.class);
			assertThat(context.getBean(JmsTemplate.class).getObservationRegistry())
				.isSameAs(context.getBean(ObservationRegistry.class));
		});
	}

	@Test
	void shouldLeaveIdsToTracerWhenThereIsOne() {
		this.runner
			.withBean("openTelemetryTracer", io.opentelemetry.api.trace.Tracer.class,
					() -> TracerProvider.noop().get("application"))
			.withBean(Tracer.class, () -> Tracer.NOOP)
			.withBean(Propagator.class, () -> Propagator.NOOP)
			.run((context) -> assertThat(context).hasSingleBean(JmsSenderTracingHandler.class)
				.doesNotHaveBean(UntracedMessageHandler.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.enabled=false", "tracing.instrument.jms.enabled=false" })
	void shouldBackOffWhenSwitchedOff(String off) {
		this.runner.withPropertyValues(off)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JmsObservationBeanPostProcessor.class)
				.doesNotHaveBean(JmsFailureSpans.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.jms", "io.micrometer.jakarta9" })
	void shouldBackOffWhenClassIsAbsent(String library) {
		this.runner.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JmsObservationBeanPostProcessor.class));
	}

	@Test
	void shouldLetRegistryOfApplicationWin() {
		ObservationRegistry own = ObservationRegistry.create();
		this.runner.withBean("own", JmsTemplate.class, () -> {
			JmsTemplate template = new JmsTemplate();
			template.setConnectionFactory(new ActiveMQConnectionFactory("vm://none"));
			template.setObservationRegistry(own);
			return template;
		}).run((context) -> assertThat(context.getBean(JmsTemplate.class).getObservationRegistry()).isSameAs(own));
	}

	@Test
	void shouldStillCallErrorHandlerOfApplication() {
		this.runner.withUserConfiguration(OwnFactory.class).run((context) -> {
			AbstractMessageListenerContainer container = (AbstractMessageListenerContainer) context
				.getBean(JmsListenerEndpointRegistry.class)
				.getListenerContainer("own");
			IllegalStateException failure = new IllegalStateException();
			container.getErrorHandler().handleError(failure);
			assertThat(OwnFactory.handled).containsExactly(failure);
		});
	}

	static class OwnFactory {

		static final List<Throwable> handled = new ArrayList<>();

		@Bean
		static DefaultJmsListenerContainerFactory ownFactory(ConnectionFactory connectionFactory) {
			DefaultJmsListenerContainerFactory factory = new DefaultJmsListenerContainerFactory();
			factory.setConnectionFactory(connectionFactory);
			factory.setErrorHandler(handled::add);
			factory.setAutoStartup(false);
			return factory;
		}

		@JmsListener(id = "own", destination = "own", containerFactory = "ownFactory")
		void receive(String message) {
			throw new IllegalStateException("not started");
		}

	}

}
