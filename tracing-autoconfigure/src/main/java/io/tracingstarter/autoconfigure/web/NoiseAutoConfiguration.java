package io.tracingstarter.autoconfigure.web;

import io.micrometer.observation.ObservationPredicate;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.web.NoiseMatcher;
import io.tracingstarter.web.NoisePredicate;
import io.tracingstarter.web.RequestContextCustomizer;
import io.tracingstarter.web.RequestStart;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Keeps requests that nobody wants to see out of traces and the access log.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnWebApplication
@ConditionalOnClass(PathPattern.class)
@EnableConfigurationProperties(NoiseProperties.class)
public final class NoiseAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	NoiseMatcher noiseMatcher(NoiseProperties properties, Environment environment) {
		String servlet = environment.getProperty("spring.mvc.servlet.path", "");
		String actuator = environment.getProperty("management.endpoints.web.base-path", "/actuator");
		return properties.matcher(
				StringUtils.trimTrailingCharacter(servlet, '/') + StringUtils.trimTrailingCharacter(actuator, '/'));
	}

	@Bean
	@ConditionalOnMissingBean
	RequestStart requestStart(CorrelationIdResolver resolver, NoiseMatcher noise,
			ObjectProvider<RequestContextCustomizer> customizers) {
		return new RequestStart(resolver, noise, customizers.orderedStream().toList());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationPredicate.class)
	static class PredicateConfiguration {

		@Bean
		NoisePredicate noisePredicate() {
			return new NoisePredicate();
		}

	}

}
