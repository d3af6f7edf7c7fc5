package io.tracingstarter.autoconfigure.instrument.xraysdk;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.instrument.xraysdk.XRayEnabledInterceptor;
import io.tracingstarter.instrument.xraysdk.XRaySdkBridge;
import jakarta.servlet.Filter;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Makes what code does with the X-Ray SDK part of the current trace. The SDK sends
 * nothing itself then.
 */
@AutoConfiguration
@ConditionalOnTracing
// without Jackson 2, the SDK does not work
@ConditionalOnClass({ AWSXRayRecorder.class, ObjectMapper.class, OtelSpan.class })
@ConditionalOnBooleanProperty(name = "tracing.instrument.xray-sdk.enabled", matchIfMissing = true)
@EnableConfigurationProperties(XRaySdkProperties.class)
public final class XRaySdkAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static XRaySdkBridge xraySdkBridge(ObjectProvider<ObservationRegistry> registry, ObjectProvider<Tracer> tracer,
			Environment environment) {
		return new XRaySdkBridge(registry::getIfUnique, tracer::getIfUnique,
				environment.getProperty("tracing.instrument.aws-sdk.enabled", Boolean.class, true));
	}

	@Bean
	static RecorderBeanPostProcessor xrayRecorderBeanPostProcessor(XRaySdkBridge bridge) {
		return new RecorderBeanPostProcessor(bridge);
	}

	@Bean
	ObservationHandler<Observation.Context> xraySdkObservationHandler(XRaySdkBridge bridge) {
		return bridge.handler();
	}

	/**
	 * Subsegments for methods that have the SDK's annotation.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(XRayEnabled.class)
	@Conditional(OnNoXRayAspectCondition.class)
	static class AnnotationConfiguration {

		// without AspectJ, Boot's proxies heed advisors of the infrastructure only
		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static Advisor xrayEnabledAdvisor(ObjectProvider<XRaySdkBridge> bridge) {
			return new DefaultPointcutAdvisor(new XRayEnabledPointcut(),
					new XRayEnabledInterceptor(() -> bridge.getObject().recorder()));
		}

	}

	/**
	 * What to do about the SDK's servlet filter.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
	static class ServletConfiguration {

		@Bean
		static XRayFilterBeanPostProcessor xrayFilterBeanPostProcessor() {
			return new XRayFilterBeanPostProcessor();
		}

	}

}
