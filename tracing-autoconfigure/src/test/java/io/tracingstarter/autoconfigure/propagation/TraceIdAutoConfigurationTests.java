package io.tracingstarter.autoconfigure.propagation;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceIdAutoConfiguration}.
 */
class TraceIdAutoConfigurationTests {

	private static final long HOUR = 3600;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, TraceIdAutoConfiguration.class,
				XRayHeaderAutoConfiguration.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create);

	@Test
	void shouldMakeRandomIdsByDefault() {
		this.runner.run((context) -> {
			boolean anyOld = false;
			for (int i = 0; i < 100; i++) {
				anyOld |= !isNow(traceId(context));
			}
			assertThat(anyOld).isTrue();
		});
	}

	@Test
	void shouldBeginWithTheTimeWhenAsked() {
		this.runner.withPropertyValues("tracing.trace-ids=epoch").run((context) -> {
			for (int i = 0; i < 100; i++) {
				assertThat(isNow(traceId(context))).isTrue();
			}
		});
		this.runner.withPropertyValues("tracing.trace-ids=epoch", "tracing.propagation.consume=xray")
			.run((context) -> assertThat(isNow(traceId(context))).isTrue());
	}

	@Test
	void shouldUseTheUsersGenerator() {
		this.runner.withPropertyValues("tracing.trace-ids=epoch", "tracing.propagation.consume=xray")
			.withBean(IdGenerator.class, () -> new FixedIds("0af7651916cd43dd8448eb211c80319c"))
			.run((context) -> assertThat(traceId(context)).isEqualTo("0af7651916cd43dd8448eb211c80319c"));
	}

	@Test
	void shouldLeaveTheBuildersGeneratorAlone() {
		this.runner.withPropertyValues("tracing.trace-ids=epoch")
			.withBean(SdkTracerProviderBuilderCustomizer.class,
					() -> (builder) -> builder.setIdGenerator(new FixedIds("1af7651916cd43dd8448eb211c80319c")))
			.run((context) -> assertThat(traceId(context)).isEqualTo("1af7651916cd43dd8448eb211c80319c"));
	}

	@Test
	void shouldStayAwayWhenSwitchedOffOrWithoutSdk() {
		this.runner.withPropertyValues("tracing.enabled=false", "tracing.trace-ids=epoch")
			.run((context) -> assertThat(context).doesNotHaveBean("idGeneratorCustomizer"));
		this.runner.withClassLoader(new FilteredClassLoader(SdkTracerProvider.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("idGeneratorCustomizer"));
	}

	private static String traceId(AssertableApplicationContext context) {
		return context.getBean(SdkTracerProvider.class)
			.get("test")
			.spanBuilder("work")
			.startSpan()
			.getSpanContext()
			.getTraceId();
	}

	private static boolean isNow(String traceId) {
		long seconds = Long.parseLong(traceId.substring(0, 8), 16);
		return Math.abs(System.currentTimeMillis() / 1000 - seconds) < HOUR;
	}

	private record FixedIds(String traceId) implements IdGenerator {

		@Override
		public String generateSpanId() {
			return "b7ad6b7169203331";
		}

		@Override
		public String generateTraceId() {
			return this.traceId;
		}

	}

}
