package io.tracingstarter.autoconfigure.instrument.xraysdk;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.amazonaws.xray.spring.aop.XRayTraced;
import com.amazonaws.xray.strategy.IgnoreErrorContextMissingStrategy;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.tracingstarter.instrument.xraysdk.XRaySdkBridge;
import org.aspectj.weaver.Advice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XRaySdkAutoConfiguration}.
 */
class XRaySdkAutoConfigurationTests {

	private final AWSXRayRecorder before = AWSXRay.getGlobalRecorder();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class, XRaySdkAutoConfiguration.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create);

	@AfterEach
	void shouldPutRecorderBackInTheEnd() {
		assertThat(AWSXRay.getGlobalRecorder()).isSameAs(this.before);
	}

	@Test
	void shouldTakeThePlaceOfTheGlobalRecorder() {
		this.runner.run((context) -> assertThat(AWSXRay.getGlobalRecorder())
			.isSameAs(context.getBean(XRaySdkBridge.class).recorder()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.enabled=false", "tracing.instrument.xray-sdk.enabled=false" })
	void shouldNotTouchTheSdkWhenSwitchedOff(String property) {
		this.runner.withPropertyValues(property).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(XRaySdkBridge.class);
			assertThat(AWSXRay.getGlobalRecorder()).isSameAs(this.before);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { AWSXRayRecorder.class, ObjectMapper.class, OtelSpan.class })
	void shouldNotTouchTheSdkWhenSomethingItNeedsIsAbsent(Class<?> absent) {
		this.runner.withClassLoader(new FilteredClassLoader(absent))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("xraySdkBridge"));
	}

	@Test
	void shouldStartWithoutTheAnnotationsAndWithoutServlets() {
		this.runner.withClassLoader(new FilteredClassLoader(XRayEnabled.class, jakarta.servlet.Filter.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("xraySdkBridge")
				.doesNotHaveBean("xrayEnabledAdvisor")
				.doesNotHaveBean("xrayFilterBeanPostProcessor"));
	}

	@Test
	void shouldAdviseAnnotatedAndTracedBeansOnlyAndWithoutAspectJ() {
		this.runner.withBean("enabled", Enabled.class)
			.withBean("traced", Traced.class)
			.withBean("method", Method.class)
			.withBean("plain", Plain.class)
			.withClassLoader(new FilteredClassLoader(Advice.class))
			.run((context) -> {
				assertThat(AopUtils.isAopProxy(context.getBean("enabled"))).isTrue();
				assertThat(AopUtils.isAopProxy(context.getBean("traced"))).isTrue();
				assertThat(AopUtils.isAopProxy(context.getBean("method"))).isTrue();
				assertThat(AopUtils.isAopProxy(context.getBean("plain"))).isFalse();
				assertThat(context.getBean("enabled").toString()).startsWith(Enabled.class.getName());
			});
	}

	@Test
	void shouldHeedThatNobodyWantsToHearOfMissingContext() {
		AWSXRayRecorder own = new AWSXRayRecorder();
		own.setContextMissingStrategy(new IgnoreErrorContextMissingStrategy());
		this.runner.withBean(AWSXRayRecorder.class, () -> own)
			.run((context) -> assertThat(own.getContextMissingStrategy())
				.isInstanceOf(IgnoreErrorContextMissingStrategy.class));
	}

	@Test
	void shouldLetCodeRunWhenNothingIsObserved() {
		this.runner.run((context) -> {
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			registry.observationConfig().observationPredicate((name, observed) -> !name.startsWith("xray."));
			registry.observationConfig().observationHandler((observed) -> true);
			Observation.createNotStarted("request", registry).observe(() -> {
				AWSXRay.beginSegment("unwanted");
				AWSXRay.beginSubsegment("unwanted");
				assertThat(AWSXRay.createSubsegment("inner", () -> "done")).isEqualTo("done");
				AWSXRay.endSubsegment();
				AWSXRay.endSegment();
				assertThat(AWSXRay.getTraceEntity().getName()).isEqualTo("request");
			});
			assertThat(AWSXRay.getGlobalRecorder().getTraceEntity()).isNull();
		});
	}

	@XRayEnabled
	public static class Enabled {

		public String call() {
			return "done";
		}

	}

	public static class Traced implements XRayTraced {

		public String call() {
			return "done";
		}

	}

	public static class Method {

		@XRayEnabled
		public String call() {
			return "done";
		}

	}

	public static class Plain {

		public String call() {
			return "done";
		}

	}

}
