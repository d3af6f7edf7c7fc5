package io.tracingstarter.autoconfigure.guard;

import java.util.Collection;

import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.guard.GuardedObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardAutoConfiguration} and {@link ObservationGuardAutoConfiguration}.
 */
class GuardAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, ObservationAutoConfiguration.class,
				GuardAutoConfiguration.class, ObservationGuardAutoConfiguration.class));

	@Test
	void shouldGuardByDefault() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(ObservationRegistry.class)
			.hasSingleBean(GuardedObservationRegistry.class)
			.hasBean("guardedSpanExporters")
			.hasBean("guardedEventPublisher")
			.hasBean("guardedContextPropagators"));
	}

	@Test
	void shouldGuardNothingWhenSwitchedOff() {
		this.runner.withPropertyValues("tracing.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ObservationRegistry.class)
				.doesNotHaveBean(GuardedObservationRegistry.class)
				.doesNotHaveBean("guardedSpanExporters")
				.doesNotHaveBean("guardedEventPublisher"));
	}

	@Test
	void shouldGuardObservationsWhenThereIsNoTracingBridge() {
		this.runner.withClassLoader(new FilteredClassLoader(OtelTracer.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(GuardedObservationRegistry.class)
				.doesNotHaveBean("guardedEventPublisher"));
	}

	@Test
	void shouldLeaveTheUsersBeansAlone() {
		ObservationRegistry registry = ObservationRegistry.create();
		SpanExporters exporters = SpanExporters.of(InMemorySpanExporter.create());
		this.runner.withBean("mine", ObservationRegistry.class, () -> registry)
			.withBean("exporters", SpanExporters.class, () -> exporters)
			.run((context) -> {
				assertThat(context.getBean(ObservationRegistry.class)).isSameAs(registry);
				assertThat(context.getBean(SpanExporters.class)).isSameAs(exporters);
			});
	}

	@Test
	void shouldFlushAndShutDownWhenAnExporterThrowsThere() {
		this.runner.withBean(ThrowingExporter.class).run((context) -> {
			for (SpanExporter exporter : context.getBean(SpanExporters.class)) {
				assertThat(exporter.flush().isSuccess()).isFalse();
				assertThat(exporter.shutdown().isSuccess()).isFalse();
			}
		});
	}

	@Test
	void shouldKeepTheTypeOfEachConvention() {
		this.runner.withBean("open", OpenConvention.class)
			.withBean("closed", FinalConvention.class)
			.withBean("closedByInterface", ServerRequestObservationConvention.class, FinalConvention::new)
			.run((context) -> {
				assertThat(context.getBean("open")).isInstanceOf(OpenConvention.class)
					.isNotExactlyInstanceOf(OpenConvention.class);
				assertThat(context.getBean("closed")).isExactlyInstanceOf(FinalConvention.class);
				assertThat(context.getBean("closedByInterface")).isInstanceOf(ServerRequestObservationConvention.class)
					.isNotInstanceOf(FinalConvention.class);
				assertThat(context.getBean("open", ObservationConvention.class).getName()).isEqualTo("OpenConvention");
			});
	}

	static class OpenConvention extends DefaultServerRequestObservationConvention {

		@Override
		public String getName() {
			throw new IllegalStateException();
		}

	}

	static final class FinalConvention extends DefaultServerRequestObservationConvention {

	}

	static class ThrowingExporter implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			throw new IllegalStateException();
		}

		@Override
		public CompletableResultCode flush() {
			throw new IllegalStateException();
		}

		@Override
		public CompletableResultCode shutdown() {
			throw new IllegalStateException();
		}

	}

}
