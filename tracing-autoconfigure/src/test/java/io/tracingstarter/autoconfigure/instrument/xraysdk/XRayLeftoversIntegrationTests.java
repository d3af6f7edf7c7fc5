package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.jakarta.servlet.AWSXRayServletFilter;
import com.amazonaws.xray.listeners.SegmentListener;
import com.amazonaws.xray.spring.aop.AbstractXRayInterceptor;
import com.amazonaws.xray.spring.aop.BaseAbstractXRayInterceptor;
import com.amazonaws.xray.strategy.sampling.NoSamplingStrategy;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Pointcut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests services that still have what they had set up for the X-Ray SDK: its filter, an
 * aspect, a recorder of their own.
 */
@ExtendWith(OutputCaptureExtension.class)
class XRayLeftoversIntegrationTests {

	@ParameterizedTest
	@ValueSource(classes = { FilterApplication.class, RegistrationApplication.class })
	void shouldNameFilterAndHaveOneServerSpan(Class<?> type, CapturedOutput output) {
		try (RunningApplication application = RunningApplication.servlet(type)) {
			assertThat(output.getAll().split("The bean 'oldFilter' is the X-Ray SDK's AWSXRayServletFilter", -1))
				.hasSize(2);
			List<SpanData> spans = spansOf(application, application.get("/nested"), 4);
			assertThat(spans).filteredOn((span) -> span.getKind() == SpanKind.SERVER).hasSize(1);
			SpanData missing = spansOf(application, application.get("/missing"), 1).get(0);
			assertThat(missing.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
			assertThat(output).doesNotContain("context missing");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { AspectApplication.class, SpringDataAspectApplication.class })
	void shouldMakeOneSubsegmentBesideAnAspectOfTheApplication(Class<?> type) {
		try (RunningApplication application = RunningApplication.servlet(type)) {
			assertThat(spansOf(application, application.get("/enabled"), 2)).extracting(SpanData::getName)
				.containsExactlyInAnyOrder("sell", "http get /enabled");
			List<SpanData> spans = spansOf(application, application.get("/refused"), 2);
			SpanData refuse = named("refuse", spans);
			assertThat(refuse.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(refuse.getEvents()).hasSize(1);
			assertThat(named("http get /refused", spans).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		}
	}

	@Test
	void shouldUseMetadataOfAspectOfTheApplication() {
		try (RunningApplication application = RunningApplication.servlet(AspectApplication.class)) {
			SpanData sell = named("sell", spansOf(application, application.get("/enabled"), 2));
			assertThat(sell.getAttributes().get(AttributeKey.stringKey("aws.xray.metadata.own")))
				.isEqualTo("{\"arguments\":0}");
		}
	}

	@Test
	void shouldDecideItselfWhenApplicationSetsRecorderOfItsOwn() {
		AWSXRayRecorder before = AWSXRay.getGlobalRecorder();
		try (RunningApplication application = RunningApplication.servlet(RecorderApplication.class)) {
			List<SpanData> spans = spansOf(application, application.get("/nested"), 4);
			assertThat(named("load", spans).getAttributes().asMap()).containsEntry(AttributeKey.stringKey("heard"),
					"yes");
			AWSXRayRecorder own = application.bean(AWSXRayRecorder.class);
			assertThat(own.getSamplingStrategy()).isNotInstanceOf(NoSamplingStrategy.class);
		}
		finally {
			AWSXRay.setGlobalRecorder(before);
		}
	}

	@Test
	void shouldPutRecorderBackWhenApplicationsCloseInAnyOrder() {
		AWSXRayRecorder before = AWSXRay.getGlobalRecorder();
		RunningApplication first = RunningApplication.servlet(XRaySdkApplication.class);
		AWSXRayRecorder ofFirst = AWSXRay.getGlobalRecorder();
		RunningApplication second = RunningApplication.servlet(XRaySdkApplication.class);
		assertThat(AWSXRay.getGlobalRecorder()).isNotSameAs(ofFirst);
		first.close();
		assertThat(AWSXRay.getGlobalRecorder()).isNotSameAs(ofFirst).isNotSameAs(before);
		second.close();
		assertThat(AWSXRay.getGlobalRecorder()).isSameAs(before);
	}

	private static List<SpanData> spansOf(RunningApplication application, HttpResponse<String> response, int count) {
		String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
		return application.bean(SpanRecorder.class).spansOf(traceId, count);
	}

	private static SpanData named(String name, List<SpanData> spans) {
		return spans.stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(XRaySdkApplication.class)
	static class FilterApplication {

		@Bean
		AWSXRayServletFilter oldFilter() {
			return new AWSXRayServletFilter("shop");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(XRaySdkApplication.class)
	static class RegistrationApplication {

		@Bean
		FilterRegistrationBean<AWSXRayServletFilter> oldFilter() {
			return new FilterRegistrationBean<>(new AWSXRayServletFilter("shop"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ XRaySdkApplication.class, OwnAspect.class })
	static class AspectApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ XRaySdkApplication.class, SpringDataAspect.class })
	static class SpringDataAspectApplication {

	}

	@Aspect
	static class OwnAspect extends BaseAbstractXRayInterceptor {

		@Override
		@Pointcut("@within(com.amazonaws.xray.spring.aop.XRayEnabled)")
		public void xrayEnabledClasses() {
		}

		@Override
		protected Map<String, Map<String, Object>> generateMetadata(ProceedingJoinPoint point, Subsegment subsegment) {
			return Map.of("own", Map.of("arguments", point.getArgs().length));
		}

	}

	@Aspect
	static class SpringDataAspect extends AbstractXRayInterceptor {

		@Override
		@Pointcut("@within(com.amazonaws.xray.spring.aop.XRayEnabled)")
		public void xrayEnabledClasses() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(XRaySdkApplication.class)
	static class RecorderApplication {

		@Bean
		AWSXRayRecorder ownRecorder() {
			AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard()
				.withSamplingStrategy(new NoSamplingStrategy())
				.withSegmentListener(new SegmentListener() {

					@Override
					public void onBeginSubsegment(Subsegment subsegment) {
						subsegment.putAnnotation("heard", "yes");
					}

					@Override
					public void beforeEndSubsegment(Subsegment subsegment) {
						throw new IllegalStateException("listener");
					}

				})
				.build();
			AWSXRay.setGlobalRecorder(recorder);
			return recorder;
		}

	}

}
