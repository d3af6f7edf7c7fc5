package io.tracingstarter.autoconfigure.test;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.test.RecordedTraces;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureTracingTest}, used as a service would use it.
 */
@ExtendWith(LoggingSystemExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "tracing.exporters.zipkin.enabled=true", "tracing.sampling.probability=0",
				"server.address=127.0.0.1" })
@AutoConfigureTracingTest
class AutoConfigureTracingTestTests {

	@Autowired
	private RecordedTraces traces;

	@Autowired
	private ObjectProvider<SpanProcessor> processors;

	@LocalServerPort
	private int port;

	@Test
	void shouldRecordTracesOfRequests() {
		get();
		assertThat(this.traces).singleTrace()
			.hasNoErrors()
			.hasCorrelationId("order-4711")
			.hasSpan("http get /hello")
			.withKind(SpanKind.SERVER)
			.withTag("status", "200");
	}

	@Test
	void shouldForgetTracesOfTheOtherTest() {
		assertThat(this.traces).isEmpty();
		get();
		assertThat(this.traces).hasTraces(1);
	}

	@Test
	void shouldKeepExportersOff() {
		assertThat(this.processors.stream()).noneMatch(QueueSpanProcessor.class::isInstance);
	}

	private void get() {
		RestClient.create("http://127.0.0.1:" + this.port)
			.get()
			.uri("/hello")
			.header("X-Correlation-ID", "order-4711")
			.retrieve()
			.toBodilessEntity();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

	}

}
