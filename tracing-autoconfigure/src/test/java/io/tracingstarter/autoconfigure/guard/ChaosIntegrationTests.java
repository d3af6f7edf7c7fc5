package io.tracingstarter.autoconfigure.guard;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a request is answered when each part of tracing that a user can bring throws
 * at once, exceptions and errors.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class ChaosIntegrationTests {

	private static final List<String> PARTS = List.of("Propagator", "Generator", "Listener", "Rejections", "Processor",
			"Exporter", "RatioSampler", "Handler", "Filter", "Predicate", "Convention");

	@ParameterizedTest
	@CsvSource({ "true, false", "true, true", "false, false", "false, true" })
	void shouldAnswerAndWarnOnceForEachPartWhenAllThrow(boolean servlet, boolean error, CapturedOutput output) {
		String property = "chaos.error=" + error;
		try (RunningApplication running = servlet ? RunningApplication.servlet(ChaosApplication.class, property)
				: RunningApplication.reactive(ChaosApplication.class, property)) {
			for (int i = 0; i < 3; i++) {
				HttpResponse<String> response = running.get("/id", "X-Correlation-ID", "not an id");
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.body()).matches("[0-9a-f]{32}")
					.isEqualTo(response.headers().firstValue("X-Correlation-ID").orElse(""));
				running.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
			}
			String thrown = error ? "java.lang.NoClassDefFoundError" : "java.lang.IllegalStateException";
			List<String> warnings = warnings(output);
			for (String part : PARTS) {
				String name = (part.equals("Convention") && !servlet) ? "ReactiveConvention" : part;
				assertThat(warnings).as(name)
					.filteredOn((line) -> line.contains(ChaosApplication.class.getName() + "$" + name + " "))
					.singleElement()
					.asString()
					.contains("\"WARN\"", "threw " + thrown);
			}
			assertThat(warnings).hasSameSizeAs(PARTS);
		}
	}

	private static List<String> warnings(CapturedOutput output) {
		return output.getOut()
			.lines()
			.filter((line) -> line.contains("\"WARN\"") || line.contains("\"ERROR\""))
			.toList();
	}

}
