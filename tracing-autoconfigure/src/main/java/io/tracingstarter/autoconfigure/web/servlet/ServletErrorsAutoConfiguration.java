package io.tracingstarter.autoconfigure.web.servlet;

import java.util.List;

import io.opentelemetry.context.Context;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.web.ErrorAttributesPostProcessor;
import io.tracingstarter.autoconfigure.web.ErrorsProperties;
import io.tracingstarter.web.ErrorIds;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the ids into the error bodies of servlet applications.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "tracing.errors.include-ids", matchIfMissing = true)
@EnableConfigurationProperties(ErrorsProperties.class)
public final class ServletErrorsAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ErrorAttributes.class)
	static class ErrorAttributesConfiguration {

		@Bean
		static ErrorAttributesPostProcessor servletErrorAttributesPostProcessor() {
			return new ErrorAttributesPostProcessor(ErrorAttributes.class, (request) -> Context.current());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class ProblemDetailConfiguration {

		@Bean
		WebMvcConfigurer problemDetailIdsConfigurer() {
			return new WebMvcConfigurer() {

				@Override
				public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
					interceptors.add(new ErrorIds());
				}

			};
		}

	}

}
