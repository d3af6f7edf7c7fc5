package io.tracingstarter.autoconfigure.export;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.export.ExportTarget;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.TestBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExportAutoConfiguration} and the exporters' auto-configurations.
 */
class ExportAutoConfigurationTests {

	private static final String[] ALL = { "tracing.exporters.otlp.enabled=true",
			"tracing.exporters.jaeger.enabled=true", "tracing.exporters.honeycomb.enabled=true",
			"tracing.exporters.honeycomb.api-key=secret-key", "tracing.exporters.zipkin.enabled=true",
			"tracing.exporters.console.enabled=true", "tracing.exporters.log.enabled=true" };

	private static void span(ApplicationContext context) {
		context.getBean(SdkTracerProvider.class).get("test").spanBuilder("GET /mysfits").startSpan().end();
	}

	private static String summary(ApplicationContext context) {
		return context.getBean(SummaryEntry.class).text();
	}

	private static Collection<Thread> threads(String name) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().contains(name))
			.toList();
	}

	@Test
	void shouldBeSilentByDefault() {
		Collection<Thread> before = threads("BatchSpanProcessor");
		ExporterRunner.create().run((context) -> {
			assertThat(context).doesNotHaveBean(QueueSpanProcessor.class);
			assertThat(context.getBean(SpanProcessors.class)).isEmpty();
			assertThat(threads("tracing-export")).isEmpty();
			assertThat(threads("BatchSpanProcessor")).hasSameSizeAs(before);
			assertThat(summary(context)).isEqualTo("exporters none");
		});
	}

	@Test
	void shouldStartOneQueueEachWhenSeveralAreEnabled() {
		ExporterRunner.create(ALL).run((context) -> {
			assertThat(context.getBeansOfType(QueueSpanProcessor.class)).containsOnlyKeys("consoleSpanProcessor",
					"honeycombSpanProcessor", "jaegerSpanProcessor", "logSpanProcessor", "otlpSpanProcessor",
					"zipkinSpanProcessor");
			assertThat(context.getBean(SpanProcessors.class)).hasSize(6);
			assertThat(summary(context)).startsWith("exporters ")
				.contains("otlp (http://localhost:4318/v1/traces)")
				.contains("jaeger (http://localhost:4318/v1/traces)")
				.contains("zipkin (http://localhost:9411/api/v2/spans)")
				.contains("honeycomb (https://api.honeycomb.io/v1/traces)")
				.contains("console, ")
				.contains("log");
		});
		assertThat(threads("tracing-export").stream().filter(Thread::isAlive)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.enabled=false", "management.tracing.export.enabled=false",
			"management.opentelemetry.enabled=false" })
	void shouldStartNoneWhenSwitchedOff(String property) {
		ExporterRunner.create(ALL)
			.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(QueueSpanProcessor.class));
	}

	@Test
	void shouldSkipZipkinWhenItsLibraryIsAbsent() {
		ExporterRunner.create(ALL)
			.withClassLoader(new FilteredClassLoader("zipkin2"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("zipkinSpanProcessor")
				.hasBean("otlpSpanProcessor"));
	}

	@Test
	void shouldSayWhatToAddWhenHttpClientIsAbsent() {
		ExporterRunner.create("tracing.exporters.otlp.enabled=true")
			.withClassLoader(new FilteredClassLoader("okhttp3"))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidTracingPropertyException.class,
						(failure) -> assertThat(failure.getAction()).contains("com.squareup.okhttp3:okhttp-jvm")));
	}

	@Test
	void shouldDeliverToRealBackendsWhenSeveralAreEnabled() {
		try (TestBackend zipkin = new TestBackend(); TestBackend otlp = new TestBackend()) {
			otlp.answerWith(200);
			ExporterRunner.create("tracing.exporters.zipkin.enabled=true",
					"tracing.exporters.zipkin.endpoint=" + zipkin.url("/api/v2/spans"),
					"tracing.exporters.otlp.enabled=true", "tracing.exporters.otlp.endpoint=" + otlp.url("/v1/traces"),
					"tracing.exporters.otlp.headers.x-tenant=shop", "tracing.exporters.otlp.compression=gzip")
				.run((context) -> {
					span(context);
					context.getBean(SdkTracerProvider.class).forceFlush().join(20, TimeUnit.SECONDS);
					assertThat(new String(zipkin.take().content())).contains("get /mysfits");
					TestBackend.Request request = otlp.take();
					assertThat(new String(request.content())).contains("GET /mysfits");
					assertThat(request.headers().getFirst("x-tenant")).isEqualTo("shop");
				});
		}
	}

	@Test
	void shouldFlushWhenContextCloses() throws InterruptedException {
		try (TestBackend zipkin = new TestBackend()) {
			ExporterRunner
				.create("tracing.exporters.zipkin.enabled=true",
						"tracing.exporters.zipkin.endpoint=" + zipkin.url("/api/v2/spans"))
				.run(ExportAutoConfigurationTests::span);
			assertThat(new String(zipkin.take().content())).contains("get /mysfits");
		}
	}

	@Test
	void shouldSendKeyAndDatasetWhenHoneycomb() {
		try (TestBackend honeycomb = new TestBackend()) {
			honeycomb.answerWith(200);
			ExporterRunner
				.create("tracing.exporters.honeycomb.enabled=true", "tracing.exporters.honeycomb.api-key=secret-key",
						"tracing.exporters.honeycomb.dataset=shop",
						"tracing.exporters.honeycomb.endpoint=" + honeycomb.url("/v1/traces"))
				.run((context) -> {
					span(context);
					context.getBean(SdkTracerProvider.class).forceFlush().join(20, TimeUnit.SECONDS);
					TestBackend.Request request = honeycomb.take();
					assertThat(request.headers().getFirst("x-honeycomb-team")).isEqualTo("secret-key");
					assertThat(request.headers().getFirst("x-honeycomb-dataset")).isEqualTo("shop");
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "region=eu -> https://api.eu1.honeycomb.io/v1/traces",
			"transport=grpc -> https://api.honeycomb.io:443",
			"endpoint=http://refinery:8080 -> http://refinery:8080/v1/traces" })
	void shouldPostToRegionWhenHoneycomb(String setting) {
		String[] parts = setting.split(" -> ");
		ExporterRunner
			.create("tracing.exporters.honeycomb.enabled=true", "tracing.exporters.honeycomb.api-key=k",
					"tracing.exporters.honeycomb." + parts[0])
			.run((context) -> assertThat(summary(context)).isEqualTo("exporters honeycomb (" + parts[1] + ")"));
	}

	@Test
	void shouldMaskCredentialsInSummary() {
		ExporterRunner
			.create("tracing.exporters.otlp.enabled=true",
					"tracing.exporters.otlp.endpoint=https://user:secret@collector/v1/traces?token=abc")
			.run((context) -> assertThat(summary(context))
				.isEqualTo("exporters otlp (https://******@collector/v1/traces?token=******)"));
	}

	@Test
	void shouldUseGrpcDefaultWhenTransportIsGrpc() {
		ExporterRunner.create("tracing.exporters.otlp.enabled=true", "tracing.exporters.otlp.transport=grpc")
			.run((context) -> assertThat(summary(context)).isEqualTo("exporters otlp (http://localhost:4317)"));
	}

	@Test
	void shouldBackOffWhenUserDefinesProcessorOfSameName() {
		ExporterRunner.create("tracing.exporters.zipkin.enabled=true")
			.withBean("zipkinSpanProcessor", SpanProcessor.class, () -> SpanProcessor.composite())
			.run((context) -> assertThat(context).doesNotHaveBean(QueueSpanProcessor.class));
	}

	@Test
	void shouldBackOffWhenUserDefinesSpanProcessors() {
		SpanProcessors own = SpanProcessors.of();
		ExporterRunner.create("tracing.exporters.log.enabled=true")
			.withBean(SpanProcessors.class, () -> own)
			.run((context) -> assertThat(context.getBean(SpanProcessors.class)).isSameAs(own));
	}

	@Test
	void shouldKeepBootsBatchProcessorWhenItHasAnExporter() {
		InMemorySpanExporter exporter = InMemorySpanExporter.create();
		ExporterRunner.create("tracing.exporters.log.enabled=true")
			.withBean(SpanExporter.class, () -> exporter)
			.run((context) -> {
				assertThat(context.getBean(SpanProcessors.class)).hasSize(2)
					.hasAtLeastOneElementOfType(BatchSpanProcessor.class);
				span(context);
				context.getBean(SdkTracerProvider.class).forceFlush().join(20, TimeUnit.SECONDS);
				assertThat(exporter.getFinishedSpanItems()).hasSize(1);
			});
	}

	@Test
	void shouldKeepBootsOtlpExporterWhenItHasAnEndpoint() {
		ExporterRunner.create("management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:4318/v1/traces")
			.run((context) -> assertThat(context.getBean(SpanProcessors.class)).hasSize(1)
				.hasOnlyElementsOfType(BatchSpanProcessor.class));
	}

	@Test
	void shouldKeepUsersProcessorsInOrderAndBatchProcessorOfTheirOwn() {
		ExporterRunner.create()
			.withUserConfiguration(OwnBatchProcessor.class)
			.run((context) -> assertThat(context.getBean(SpanProcessors.class)).hasSize(1)
				.containsExactly(context.getBean("mine", BatchSpanProcessor.class)));
	}

	@Test
	void shouldNameTargetWithoutAddressWhenExporterStaysInProcess() {
		assertThat(new ExportTarget("log", null)).hasToString("log");
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBatchProcessor {

		@Bean
		BatchSpanProcessor mine() {
			return BatchSpanProcessor.builder(InMemorySpanExporter.create()).build();
		}

	}

}
