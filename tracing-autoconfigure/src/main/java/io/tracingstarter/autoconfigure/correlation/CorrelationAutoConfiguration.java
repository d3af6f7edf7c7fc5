package io.tracingstarter.autoconfigure.correlation;

import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.otel.bridge.EventListener;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.ReportEntry;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.correlation.CorrelationIdGenerator;
import io.tracingstarter.correlation.CorrelationIdPropagator;
import io.tracingstarter.correlation.CorrelationIdRejectionCounter;
import io.tracingstarter.correlation.CorrelationIdRejectionListener;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.CorrelationIdSpanProcessor;
import io.tracingstarter.correlation.ReceivedMessageHandler;
import io.tracingstarter.correlation.CorrelationMdcListener;
import io.tracingstarter.guard.GuardedListeners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Gives every request a correlation id, and takes it along with the trace.
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnTracing
@EnableConfigurationProperties(CorrelationProperties.class)
public final class CorrelationAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(CorrelationAutoConfiguration.class);

	@Bean
	@ConditionalOnMissingBean
	CorrelationIdResolver correlationIdResolver(CorrelationProperties properties,
			ObjectProvider<CorrelationIdGenerator> generator,
			ObjectProvider<CorrelationIdRejectionListener> rejectionListeners) {
		GuardedListeners<CorrelationIdRejectionListener> listeners = new GuardedListeners<>(
				rejectionListeners.orderedStream().toList());
		return new CorrelationIdResolver(properties.acceptedHeaders(), properties.acceptIncoming(),
				generator.getIfAvailable(() -> defaultGenerator(properties)),
				(rejection) -> listeners.tell((listener) -> listener.rejected(rejection)));
	}

	/** No generator: the id of the trace needs none. */
	@SuppressWarnings("NullAway")
	private static CorrelationIdGenerator defaultGenerator(CorrelationProperties properties) {
		return switch (properties.generator()) {
			case TRACE_ID -> null;
			case UUID -> () -> UUID.randomUUID().toString();
		};
	}

	@Bean
	@ConditionalOnMissingBean
	CorrelationIdPropagator correlationIdPropagator(CorrelationProperties properties, CorrelationIdResolver resolver,
			Environment environment) {
		warnOfBaggage(properties.header(), environment);
		return new CorrelationIdPropagator(properties.header(), resolver);
	}

	private static void warnOfBaggage(String header, Environment environment) {
		String property = "management.tracing.baggage.remote-fields";
		Binder.get(environment)
			.bind(property, Bindable.listOf(String.class))
			.orElseGet(List::of)
			.stream()
			.filter(header::equalsIgnoreCase)
			.findFirst()
			.ifPresent((field) -> logger.warn(
					"{} lists {}, which tracing.correlation carries already: the value in the baggage wins. Remove it there.",
					property, field));
	}

	@Bean
	SummaryEntry correlationSummary(CorrelationProperties properties) {
		return new SummaryEntry(SummaryEntry.CORRELATION, "correlation id in " + properties.header()
				+ (properties.acceptIncoming() ? "" : " (incoming ids refused)"));
	}

	@Bean
	ReportEntry correlationReport(CorrelationProperties properties) {
		return new ReportEntry(SummaryEntry.CORRELATION, "correlation", () -> properties);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(EventListener.class)
	static class MdcConfiguration {

		@Bean
		@ConditionalOnMissingBean
		CorrelationMdcListener correlationMdcListener() {
			return new CorrelationMdcListener();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SpanProcessor.class)
	static class SpanConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ReceivedMessageHandler receivedMessageHandler() {
			return new ReceivedMessageHandler();
		}

		@Bean
		@ConditionalOnMissingBean
		@Order(0)
		CorrelationIdSpanProcessor correlationIdSpanProcessor() {
			return new CorrelationIdSpanProcessor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MeterConfiguration {

		@Bean
		@ConditionalOnMissingBean
		CorrelationIdRejectionCounter correlationIdRejectionCounter(ObjectProvider<MeterRegistry> registry) {
			return new CorrelationIdRejectionCounter(registry::getIfUnique);
		}

	}

}
