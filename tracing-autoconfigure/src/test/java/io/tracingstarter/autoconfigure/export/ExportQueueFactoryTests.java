package io.tracingstarter.autoconfigure.export;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.export.Overflow;
import io.tracingstarter.export.QueueSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.RetrySettings;
import io.tracingstarter.export.TestBackend;
import org.junit.jupiter.api.Test;

import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExportQueueFactory}.
 */
class ExportQueueFactoryTests {

	private static void span(ApplicationContext context) {
		context.getBean(SdkTracerProvider.class).get("test").spanBuilder("GET /mysfits").startSpan().end();
	}

	@Test
	void shouldApplyPredicatesWhenUserDefinesThem() {
		try (TestBackend zipkin = new TestBackend()) {
			ExporterRunner
				.create("tracing.exporters.zipkin.enabled=true",
						"tracing.exporters.zipkin.endpoint=" + zipkin.url("/api/v2/spans"))
				.withBean(SpanExportingPredicate.class, () -> (span) -> !span.getName().contains("mysfits"))
				.run((context) -> {
					span(context);
					context.getBean(SdkTracerProvider.class).forceFlush().join(20, TimeUnit.SECONDS);
					assertThat(zipkin.received()).isEmpty();
					assertThat(context.getBean(QueueSpanProcessor.class).getCounts().filtered()).isEqualTo(1);
				});
		}
	}

	@Test
	void shouldApplyFiltersWhenUserDefinesThem() throws InterruptedException {
		try (TestBackend zipkin = new TestBackend()) {
			ExporterRunner
				.create("tracing.exporters.zipkin.enabled=true",
						"tracing.exporters.zipkin.endpoint=" + zipkin.url("/api/v2/spans"))
				.withBean(SpanFilter.class, () -> (span) -> span.setName("renamed"))
				.run(ExportQueueFactoryTests::span);
			assertThat(new String(zipkin.take().content())).contains("\"name\":\"renamed\"");
		}
	}

	@Test
	void shouldHaveTheDefaultsOfSpringBootAndOfTheSdk() {
		OpenTelemetryTracingProperties.Export boot = new OpenTelemetryTracingProperties().getExport();
		QueueSettings defaults = QueueSettings.DEFAULTS;
		assertThat(defaults.maxQueueSize()).isEqualTo(boot.getMaxQueueSize());
		assertThat(defaults.maxBatchSize()).isEqualTo(boot.getMaxBatchSize());
		assertThat(defaults.scheduleDelay()).isEqualTo(boot.getScheduleDelay());
		ExporterRunner.create("tracing.exporters.otlp.enabled=true")
			.run((context) -> assertThat(context.getBean(QueueSpanProcessor.class).getSettings()).isEqualTo(defaults));
	}

	@Test
	void shouldHandSettingsToTheQueue() {
		ExporterRunner.create("tracing.exporters.zipkin.enabled=true", "tracing.exporters.zipkin.overflow=drop-oldest",
				"tracing.exporters.zipkin.retry.initial-interval=2s", "tracing.exporters.zipkin.retry.max-interval=3s",
				"tracing.exporters.zipkin.retry.max-elapsed-time=0", "tracing.exporters.shutdown-timeout=4s")
			.run((context) -> {
				QueueSettings settings = context.getBean(QueueSpanProcessor.class).getSettings();
				assertThat(settings.overflow()).isEqualTo(Overflow.DROP_OLDEST);
				assertThat(settings.retry())
					.isEqualTo(new RetrySettings(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ZERO));
				assertThat(settings.shutdownTimeout()).hasSeconds(4);
			});
	}

	@Test
	void shouldFailWithTheLimitsNameWhenItIsWrong() {
		ExporterRunner.create("tracing.exporters.log.enabled=true", "tracing.exporters.shutdown-timeout=0s")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("tracing.exporters.shutdown-timeout"));
	}

}
