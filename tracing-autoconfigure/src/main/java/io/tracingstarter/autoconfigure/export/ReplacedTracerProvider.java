package io.tracingstarter.autoconfigure.export;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Warns, once the application has started, when a tracer provider of its own takes the
 * place of Spring Boot's and has nothing of what is configured.
 */
final class ReplacedTracerProvider
		implements SdkTracerProviderBuilderCustomizer, ApplicationListener<ApplicationStartedEvent> {

	private static final Logger logger = LoggerFactory.getLogger("io.tracingstarter");

	private final ConfigurableApplicationContext context;

	private volatile boolean customized;

	ReplacedTracerProvider(ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public void customize(SdkTracerProviderBuilder builder) {
		this.customized = true;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		if (event.getApplicationContext() != this.context || this.customized) {
			return;
		}
		for (String name : this.context.getBeanNamesForType(SdkTracerProvider.class, true, false)) {
			// a lazy one may be Boot's
			if (this.context.getBeanFactory().containsSingleton(name)) {
				logger.warn("The bean '{}' takes the place of Spring Boot's SdkTracerProvider without its settings: "
						+ "no exporter gets its spans, and tracing.sampling has no effect on it. Define a "
						+ "SdkTracerProviderBuilderCustomizer instead, or give its builder all beans of that type and "
						+ "all SpanProcessors.", name);
			}
		}
	}

}
