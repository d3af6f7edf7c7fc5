package io.tracingstarter.autoconfigure.export;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.export.TestBackend;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RefusingPort;
import io.tracingstarter.testing.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests with a whole application.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class ExportStartupIntegrationTests {

	private static ConfigurableApplicationContext run(WebApplicationType type, String... arguments) {
		return new SpringApplicationBuilder(Service.class).web(type)
			.properties("server.address=127.0.0.1", "tracing.logging.json=false")
			.run(arguments);
	}

	@Test
	void shouldStartServeAndWarnOnceWhenBackendIsUnreachable(CapturedOutput output) throws Exception {
		try (RefusingPort port = new RefusingPort()) {
			shouldStartServeAndWarnOnce("http://127.0.0.1:" + port.number(), output);
		}
	}

	private static void shouldStartServeAndWarnOnce(String closed, CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = run(WebApplicationType.SERVLET, "--server.port=0",
				"--tracing.exporters.zipkin.enabled=true", "--tracing.exporters.zipkin.endpoint=" + closed + "/spans",
				"--tracing.exporters.zipkin.schedule-delay=10ms", "--tracing.exporters.otlp.enabled=true",
				"--tracing.exporters.otlp.endpoint=" + closed + "/v1/traces",
				"--tracing.exporters.otlp.schedule-delay=10ms")) {
			URI uri = URI
				.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/x");
			for (int i = 0; i < 3; i++) {
				assertThat(HttpClient.newHttpClient()
					.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
					.statusCode()).isEqualTo(404);
			}
			await().atMost(20, TimeUnit.SECONDS)
				.until(() -> output.getOut().contains("Exporter zipkin (" + closed + "/spans): ")
						&& output.getOut().contains("Exporter otlp (" + closed + "/v1/traces): "));
			context.getBean(SdkTracerProvider.class).get("test").spanBuilder("x").startSpan().end();
			context.getBean(SdkTracerProvider.class).forceFlush().join(20, TimeUnit.SECONDS);
			assertThat(output.getOut()).containsOnlyOnce("Exporter zipkin (").contains("Connection refused");
			assertThat(output.getOut()).doesNotContain("Failed to export spans").doesNotContain("\tat ");
		}
	}

	@Test
	void shouldPrintWhatToDoWhenKeyIsMissing(CapturedOutput output) {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> run(WebApplicationType.NONE, "--tracing.exporters.honeycomb.enabled=true"));
		assertThat(output.getOut().replace("\r", "")).contains("""
				APPLICATION FAILED TO START
				***************************

				Description:

				Property 'tracing.exporters.honeycomb.api-key': it is missing or blank.

				    Value: none

				Action:

				Write the ingest key of your Honeycomb environment, for example ${HONEYCOMB_API_KEY}.
				""");
	}

	@Test
	void shouldPrintNoSecretWhenUrlIsWrong(CapturedOutput output) {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> run(WebApplicationType.NONE, "--tracing.exporters.zipkin.enabled=true",
					"--tracing.exporters.zipkin.endpoint=http://user:top-secret@zipkin:port/"));
		assertThat(output.getOut())
			.contains("Property 'tracing.exporters.zipkin.endpoint': it has no valid host and port.")
			.contains("Value: \"http://******@zipkin:port/\"")
			.contains("Write the full URL, for example http://localhost:9411/api/v2/spans.");
		assertThat(output.getAll()).doesNotContain("top-secret");
	}

	@Test
	void shouldPrintNoSecretWhenHeadersAreWrittenInOneLine(CapturedOutput output) {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> run(WebApplicationType.NONE, "--tracing.exporters.otlp.enabled=true",
					"--tracing.exporters.otlp.headers=x-honeycomb-team=top-secret"));
		assertThat(output.getOut()).contains("Property 'tracing.exporters.otlp.headers': ")
			.contains("Value: \"******\"")
			.contains("for example tracing.exporters.otlp.headers.authorization: Bearer ${TOKEN}");
		assertThat(output.getAll()).doesNotContain("top-secret");
	}

	@Test
	void shouldTrustBackendWhenSslBundleHoldsItsCertificate(@TempDir Path directory) throws Exception {
		TestCertificate certificate = TestCertificate.create(directory, "backend");
		try (TestBackend backend = new TestBackend(certificate.context())) {
			backend.answerWith(200);
			String[] arguments = { "--spring.ssl.bundle.jks.backend.truststore.location=file:" + certificate.store(),
					"--spring.ssl.bundle.jks.backend.truststore.password=changeit",
					"--tracing.exporters.otlp.enabled=true",
					"--tracing.exporters.otlp.endpoint=" + backend.url("/v1/traces"),
					"--tracing.exporters.otlp.ssl.bundle=backend", "--tracing.exporters.zipkin.enabled=true",
					"--tracing.exporters.zipkin.endpoint=" + backend.url("/api/v2/spans"),
					"--tracing.exporters.zipkin.ssl.bundle=backend", "--tracing.exporters.jaeger.enabled=true",
					"--tracing.exporters.jaeger.endpoint=" + backend.url("/untrusted") };
			try (ConfigurableApplicationContext context = run(WebApplicationType.NONE, arguments)) {
				context.getBean(SdkTracerProvider.class).get("test").spanBuilder("x").startSpan().end();
				context.getBean(SdkTracerProvider.class).forceFlush().join(20, TimeUnit.SECONDS);
			}
			assertThat(backend.received()).extracting(TestBackend.Request::path)
				.containsExactlyInAnyOrder("/v1/traces", "/api/v2/spans");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
