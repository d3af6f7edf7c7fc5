package io.tracingstarter.autoconfigure.guard;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.otel.bridge.EventListener;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.correlation.CorrelationIdRejectionListener;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a part of tracing that throws fails no request, on both stacks.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class BrokenTracingIntegrationTests {

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "PropagatorApplication, true", "PropagatorApplication, false", "ListenerApplication, true",
			"ListenerApplication, false", "ProcessorApplication, true", "ProcessorApplication, false",
			"RejectionApplication, true", "RejectionApplication, false" })
	void shouldAnswerAndWarnOnce(String name, boolean servlet, CapturedOutput output) throws Exception {
		Class<?> application = Class.forName(getClass().getName() + "$" + name);
		try (RunningApplication running = start(application, servlet)) {
			for (int i = 0; i < 3; i++) {
				assertAnswered(running);
			}
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("Requests are not affected"))).singleElement()
			.asString()
			.contains("WARN", application.getName(), "IllegalStateException");
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldAnswerWhenExporterThrows(boolean servlet) {
		try (RunningApplication running = start(ExporterApplication.class, servlet)) {
			assertAnswered(running);
			running.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
			assertAnswered(running);
		}
	}

	private static RunningApplication start(Class<?> application, boolean servlet) {
		return servlet ? RunningApplication.servlet(application) : RunningApplication.reactive(application);
	}

	private static void assertAnswered(RunningApplication application) {
		HttpResponse<String> response = application.get("/id", "X-Correlation-ID", "not an id");
		assertThat(response.statusCode()).isEqualTo(200);
		String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
		assertThat(response.body()).isEqualTo(traceId).matches("[0-9a-f]{32}");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/id")
		String id() {
			return String.valueOf(MDC.get("correlationId"));
		}

	}

	static class PropagatorApplication extends Application {

		@Bean
		TextMapPropagator brokenPropagator() {
			return new TextMapPropagator() {

				@Override
				public Collection<String> fields() {
					return List.of("broken");
				}

				@Override
				public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
					throw new IllegalStateException("inject");
				}

				@Override
				public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
					throw new IllegalStateException("extract");
				}

			};
		}

	}

	static class ListenerApplication extends Application {

		@Bean
		EventListener brokenListener() {
			return (event) -> {
				throw new IllegalStateException("listener");
			};
		}

	}

	static class ProcessorApplication extends Application {

		@Bean
		SpanProcessor brokenProcessor() {
			return new SpanProcessor() {

				@Override
				public void onStart(Context parent, ReadWriteSpan span) {
					throw new IllegalStateException("start");
				}

				@Override
				public boolean isStartRequired() {
					return true;
				}

				@Override
				public void onEnd(ReadableSpan span) {
					throw new IllegalStateException("end");
				}

				@Override
				public boolean isEndRequired() {
					return true;
				}

			};
		}

	}

	static class RejectionApplication extends Application {

		@Bean
		CorrelationIdRejectionListener brokenRejectionListener() {
			return (rejection) -> {
				throw new IllegalStateException("rejection");
			};
		}

	}

	static class ExporterApplication extends Application {

		@Bean
		SpanExporter brokenExporter() {
			return new SpanExporter() {

				@Override
				public CompletableResultCode export(Collection<SpanData> spans) {
					throw new IllegalStateException("export");
				}

				@Override
				public CompletableResultCode flush() {
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode shutdown() {
					return CompletableResultCode.ofSuccess();
				}

			};
		}

	}

}
