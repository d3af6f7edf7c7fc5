package io.tracingstarter.autoconfigure.sampling;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.guard.GuardAutoConfiguration;
import io.tracingstarter.sampling.KeepingSpanProcessor;
import io.tracingstarter.sampling.OverflowWarning;
import io.tracingstarter.sampling.SamplingMeters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link SamplingAutoConfiguration} and {@link KeepAutoConfiguration}.
 */
class SamplingAutoConfigurationTests {

	private static final String P = "tracing.sampling.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withPropertyValues("management.tracing.sampling.probability=0")
		.withBean(Exported.class)
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
				ExportAutoConfiguration.class, GuardAutoConfiguration.class, SamplingAutoConfiguration.class,
				KeepAutoConfiguration.class));

	@Test
	void shouldKeepFailuresThroughTheUsersExporterWhenNothingIsSet() {
		this.runner.run((context) -> {
			assertThat(exported(context, true)).singleElement()
				.satisfies((span) -> assertThat(span.getSpanContext().isSampled()).isTrue());
			assertThat(exported(context, false)).isEmpty();
			assertThat(
					context.getBean(MeterRegistry.class).get("tracing.sampling.kept").tag("reason", "error").counter())
				.satisfies((counter) -> assertThat(counter.count()).isEqualTo(1));
		});
	}

	@Test
	void shouldRecordNothingWhenNothingIsKept() {
		this.runner.withPropertyValues(P + "keep-errors=false", P + "keep-slower-than=0").run((context) -> {
			assertThat(isRecording(context)).isFalse();
			assertThat(exported(context, true)).isEmpty();
		});
	}

	@Test
	void shouldRecordNothingWhenNothingIsExported() {
		new ApplicationContextRunner().withPropertyValues("management.tracing.sampling.probability=0")
			.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
					ExportAutoConfiguration.class, SamplingAutoConfiguration.class, KeepAutoConfiguration.class))
			.run((context) -> assertThat(isRecording(context)).isFalse());
	}

	@Test
	void shouldAskTheUsersSamplerFirst() {
		this.runner.withBean(Sampler.class, Sampler::alwaysOn).run((context) -> {
			assertThat(exported(context, false)).hasSize(1);
			assertThat(exported(context, true)).last()
				.satisfies((span) -> assertThat(span.getAttributes().isEmpty()).isTrue());
		});
	}

	@Test
	void shouldDoNothingWhenTracingIsOff() {
		this.runner.withPropertyValues("tracing.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(KeepingSpanProcessor.class)
				.doesNotHaveBean(SamplingProperties.class));
	}

	@Test
	void shouldStartWithoutTheSdk() {
		this.runner.withClassLoader(new FilteredClassLoader(SdkTracerProvider.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(KeepingSpanProcessor.class)
				.doesNotHaveBean("samplingSummary"));
	}

	@Test
	void shouldStartWithoutMeters() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SamplingMeters.class)
				.hasSingleBean(OverflowWarning.class));
	}

	@Test
	void shouldFollowThePropertiesOfTheBuffer() {
		this.runner.withPropertyValues(P + "buffer.max-traces=1").run((context) -> {
			Tracer tracer = context.getBean(Tracer.class);
			io.micrometer.tracing.Span first = tracer.nextSpan().start();
			tracer.nextSpan().start().end();
			first.end();
			assertThat(context.getBean(MeterRegistry.class)
				.get("tracing.sampling.overflow")
				.tag("limit", "traces")
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					probability=1                                  | sampling 100 %
					probability=0.1                                | sampling 10 %, and all that fail or take more than 1 s
					probability=0.1,keep-errors=false              | sampling 10 %, and all that take more than 1 s
					probability=0.1,keep-slower-than=250ms         | sampling 10 %, and all that fail or take more than 0.25 s
					probability=0.1,keep-slower-than=0             | sampling 10 %, and all that fail
					keep-errors=false,keep-slower-than=0           | sampling 100 %
					max-traces-per-second=0.5                      | sampling 100 %, at most 0.5 a second, and all that fail or take more than 1 s
					rules[0].path=/a/**,rules[0].probability=0.01  | sampling 100 %, 1 rule, and all that fail or take more than 1 s
					""")
	void shouldSayAtStartUpWhatIsKept(String properties, String text) {
		String[] values = Stream.of(properties.split(",")).map((value) -> P + value).toArray(String[]::new);
		new ApplicationContextRunner().withPropertyValues(values)
			.withConfiguration(AutoConfigurations.of(SamplingAutoConfiguration.class))
			.run((context) -> assertThat(context.getBean("samplingSummary", SummaryEntry.class).text())
				.isEqualTo(text));
	}

	@ParameterizedTest
	@MethodSource("invalid")
	void shouldStopWithPropertyAndFixWhenValueCannotWork(String property, String value, String shown) {
		String[] values = property.startsWith("rules")
				? new String[] { P + "rules[0].path=/a", P + "rules[0].probability=1", P + property + "=" + value }
				: new String[] { P + property + "=" + value };
		this.runner.withPropertyValues(values).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidTracingPropertyException.class, (failure) -> {
					assertThat(failure.getProperty()).isEqualTo(P + property);
					assertThat(failure.getValue()).isEqualTo(shown);
					assertThat(failure.getAction()).isNotBlank();
				});
		});
	}

	static Stream<Arguments> invalid() {
		return Stream.of(arguments("probability", "1.1", "1.1"), arguments("keep-slower-than", "-1s", "PT-1S"),
				arguments("max-traces-per-second", "0", "0.0"), arguments("max-traces-per-second", "NaN", "NaN"),
				arguments("rules[0].path", "checkout", "checkout"), arguments("rules[0].path", "/a/{b", "/a/{b"),
				arguments("rules[0].probability", "-0.5", "-0.5"), arguments("debug.secret", "hunter2", "******"),
				arguments("debug.secret", "${NO_SUCH_VARIABLE}", "${NO_SUCH_VARIABLE}"),
				arguments("buffer.max-traces", "0", "0"), arguments("buffer.max-spans", "-1", "-1"),
				arguments("buffer.max-spans-per-trace", "0", "0"), arguments("buffer.max-age", "0s", "PT0S"));
	}

	private static boolean isRecording(AssertableApplicationContext context) {
		io.opentelemetry.api.trace.Span span = context.getBean(io.opentelemetry.api.trace.Tracer.class)
			.spanBuilder("span")
			.startSpan();
		span.end();
		return span.isRecording() || span instanceof io.opentelemetry.sdk.trace.ReadableSpan;
	}

	private static List<SpanData> exported(AssertableApplicationContext context, boolean failing) {
		Exported exported = context.getBean(Exported.class);
		exported.spans.clear();
		io.micrometer.tracing.Span span = context.getBean(Tracer.class).nextSpan().name("request").start();
		if (failing) {
			span.error(new IllegalStateException("broken"));
		}
		span.end();
		context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
		return List.copyOf(exported.spans);
	}

	static class Exported implements SpanExporter {

		final List<SpanData> spans = new CopyOnWriteArrayList<>();

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.spans.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
