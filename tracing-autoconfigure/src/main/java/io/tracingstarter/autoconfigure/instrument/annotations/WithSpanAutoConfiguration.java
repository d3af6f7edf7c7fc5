package io.tracingstarter.autoconfigure.instrument.annotations;

import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.instrument.annotations.WithSpanInterceptor;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/**
 * Gives methods of beans with OpenTelemetry's {@code @WithSpan} a span. Needs no AspectJ.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnClass({ WithSpan.class, OtelSpan.class })
@ConditionalOnBooleanProperty(name = "tracing.instrument.annotations.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AnnotationProperties.class)
public final class WithSpanAutoConfiguration {

	// without AspectJ, Boot's proxies heed advisors of the infrastructure only
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor withSpanAdvisor(ObjectProvider<Tracer> tracer, ObjectProvider<io.micrometer.tracing.Tracer> bridge) {
		return new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(null, WithSpan.class, true),
				new WithSpanInterceptor(tracer::getIfUnique, bridge::getIfUnique));
	}

}
