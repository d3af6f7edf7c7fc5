package io.tracingstarter.autoconfigure.masking;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Keeps secrets out of spans, with the rules that hold for log lines.
 */
@AutoConfiguration
@ConditionalOnTracing
@EnableConfigurationProperties(MaskingProperties.class)
public final class MaskingAutoConfiguration {

	/**
	 * Binds them, so that a wrong value stops the start-up also where nothing is traced.
	 */
	MaskingAutoConfiguration(MaskingProperties properties) {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ SpanProcessor.class, SpanProcessors.class })
	static class SpanConfiguration {

		@Bean
		static SpanProcessorsBeanPostProcessor maskingSpanProcessorsBeanPostProcessor(Environment environment) {
			return new SpanProcessorsBeanPostProcessor(SecretMaskers.from(environment));
		}

	}

}
