package io.tracingstarter.autoconfigure.web.reactive;

import java.util.List;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.web.ErrorAttributesPostProcessor;
import io.tracingstarter.autoconfigure.web.ErrorsProperties;
import io.tracingstarter.web.ErrorIds;
import io.tracingstarter.web.reactive.ExchangeContext;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Puts the ids into the error bodies of WebFlux applications.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "tracing.errors.include-ids", matchIfMissing = true)
@EnableConfigurationProperties(ErrorsProperties.class)
public final class ReactiveErrorsAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ErrorAttributes.class)
	static class ErrorAttributesConfiguration {

		@Bean
		static ErrorAttributesPostProcessor reactiveErrorAttributesPostProcessor() {
			return new ErrorAttributesPostProcessor(ErrorAttributes.class,
					(request) -> ExchangeContext.of(((ServerRequest) request).exchange()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebFluxConfigurer.class)
	static class ProblemDetailConfiguration {

		@Bean
		WebFluxConfigurer problemDetailIdsConfigurer() {
			return new WebFluxConfigurer() {

				@Override
				public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
					interceptors.add(new ErrorIds());
				}

			};
		}

	}

}
