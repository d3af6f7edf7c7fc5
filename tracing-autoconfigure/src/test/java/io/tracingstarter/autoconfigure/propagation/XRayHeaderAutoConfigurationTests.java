package io.tracingstarter.autoconfigure.propagation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.propagation.LambdaParent;
import io.tracingstarter.propagation.LambdaTracer;
import io.tracingstarter.propagation.XRayHints;
import io.tracingstarter.testing.HeaderRecordingServer;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XRayHeaderAutoConfiguration}.
 */
class XRayHeaderAutoConfigurationTests {

	private static final String TRACE = "5759e988bd862e3fe1be46a994272793";

	private static final String INVOCATION = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

	private static final String IN_LAMBDA = "AWS_LAMBDA_FUNCTION_NAME=orders";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, PropagationAutoConfiguration.class,
				XRayHeaderAutoConfiguration.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create)
		.withPropertyValues("tracing.propagation.consume=w3c,xray");

	@AfterEach
	void clear() {
		System.clearProperty(LambdaParent.PROPERTY);
	}

	@Test
	void shouldKnowNothingOfLambdaElsewhere() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(XRayHints.class);
			assertThat(context.getBeanProvider(LambdaParent.class).getIfAvailable()).isNull();
			assertThat(context.getBean(Tracer.class)).isNotInstanceOf(LambdaTracer.class);
		});
	}

	@Test
	void shouldStartSpansInTheInvocation() {
		this.runner.withPropertyValues(IN_LAMBDA)
			.run((context) -> assertThat(context.getBean(Tracer.class)).isInstanceOf(LambdaTracer.class));
	}

	@Test
	void shouldNotBeThereUnlessHeaderIsRead() {
		this.runner.withPropertyValues("tracing.propagation.consume=w3c", "tracing.propagation.produce=xray", IN_LAMBDA)
			.run((context) -> assertThat(context).doesNotHaveBean(XRayHints.class).doesNotHaveBean(LambdaParent.class));
		this.runner.withPropertyValues("tracing.enabled=false", IN_LAMBDA)
			.run((context) -> assertThat(context).doesNotHaveBean(XRayHints.class));
		this.runner.withPropertyValues("management.tracing.export.enabled=false", IN_LAMBDA)
			.run((context) -> assertThat(context).doesNotHaveBean(XRayHints.class));
	}

	@Test
	void shouldStartWithoutTracingSdk() {
		this.runner.withClassLoader(new FilteredClassLoader(SdkTracerProvider.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(XRayHints.class));
	}

	@Test
	void shouldLeaveTheUsersTracerInItsPlace() {
		Tracer users = io.opentelemetry.api.OpenTelemetry.noop().getTracer("mine");
		this.runner.withPropertyValues(IN_LAMBDA)
			.withBean("mine", Tracer.class, () -> users)
			.run((context) -> assertThat(context.getBean(Tracer.class)).isSameAs(users));
	}

	@Test
	void shouldBeChildOfInvocationWhereNoHeaderNamesParent() {
		System.setProperty(LambdaParent.PROPERTY, INVOCATION);
		try (HeaderRecordingServer next = new HeaderRecordingServer();
				RunningApplication application = RunningApplication.servlet(XRayApplication.class, IN_LAMBDA,
						"tracing.propagation.consume=w3c,xray")) {
			SpanRecorder spans = application.bean(SpanRecorder.class);
			String call = "/call?url=" + next.url();
			assertThat(application.get(call).headers().firstValue("X-Trace-ID")).contains(TRACE);
			SpanData server = spans.spansOf(TRACE, 2)
				.stream()
				.filter((span) -> span.getKind() == SpanKind.SERVER)
				.findFirst()
				.orElseThrow();
			assertThat(server.getParentSpanId()).isEqualTo("53995c3f42cd8ad8");
			assertThat(application.get(call, "X-Amzn-Trace-Id", "Root=1-6759e988-bd862e3fe1be46a994272793")
				.headers()
				.firstValue("X-Trace-ID")).contains(TRACE);
			assertThat(application.get(call, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
				.headers()
				.firstValue("X-Trace-ID")).contains("0af7651916cd43dd8448eb211c80319c");
			int before = spans.spansOfAtLeast(TRACE, 4).size();
			Observation.createNotStarted("job", application.bean(ObservationRegistry.class)).observe(() -> {
			});
			assertThat(spans.spansOf(TRACE, before + 1)).filteredOn((span) -> span.getName().equals("job"))
				.singleElement()
				.satisfies((span) -> assertThat(span.getParentSpanId()).isEqualTo("53995c3f42cd8ad8"));
		}
	}

}
