package io.tracingstarter.autoconfigure.export;

import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.autoconfigure.guard.GuardAutoConfiguration;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;

/**
 * Makes Spring Boot's batch processor lazy where no bean exports through it, so that it
 * starts no thread. Spring Boot creates it whether or not there is an exporter. Whoever
 * asks for the bean still gets it.
 */
class IdleBatchProcessor implements BeanFactoryPostProcessor {

	private static final String BATCH_PROCESSOR = "otelSpanProcessor";

	private static final String SPAN_EXPORTERS = "spanExporters";

	private static final String GUARDED_SPAN_EXPORTERS = "guardedSpanExporters";

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (isIdle(beanFactory, BatchSpanProcessor.class)) {
			beanFactory.getBeanDefinition(BATCH_PROCESSOR).setLazyInit(true);
		}
	}

	/**
	 * Whether a span processor bean of this type is Spring Boot's, with nothing behind
	 * it.
	 */
	static boolean isIdle(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		return BatchSpanProcessor.class.isAssignableFrom(type)
				&& isDefinedBy(OpenTelemetryTracingAutoConfiguration.class, beanFactory, BATCH_PROCESSOR)
				&& (isDefinedBy(GuardAutoConfiguration.class, beanFactory, GUARDED_SPAN_EXPORTERS)
						|| isDefinedBy(OpenTelemetryTracingAutoConfiguration.class, beanFactory, SPAN_EXPORTERS))
				&& beanFactory.getBeanNamesForType(SpanExporters.class, true, false).length == 1
				&& hasNone(beanFactory, SpanExporter.class) && hasNone(beanFactory, SpanReporter.class);
	}

	// a user's SpanExporters bean may hold exporters that are no beans
	private static boolean isDefinedBy(Class<?> configuration, ConfigurableListableBeanFactory beanFactory,
			String name) {
		return beanFactory.containsBeanDefinition(name)
				&& configuration.getName().equals(beanFactory.getBeanDefinition(name).getFactoryBeanName());
	}

	private static boolean hasNone(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		return beanFactory.getBeanNamesForType(type, true, false).length == 0;
	}

}
