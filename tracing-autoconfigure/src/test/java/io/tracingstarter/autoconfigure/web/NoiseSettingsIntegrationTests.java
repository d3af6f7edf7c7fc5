package io.tracingstarter.autoconfigure.web;

import java.net.http.HttpResponse;
import java.util.List;

import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the switches of {@code tracing.noise}.
 */
class NoiseSettingsIntegrationTests {

	@Test
	void shouldTraceEverythingWhenToldSo() {
		try (RunningApplication application = RunningApplication.servlet(FailureApplication.class,
				"tracing.noise.health-checks=false", "tracing.noise.static-resources=false")) {
			for (String path : List.of("/actuator/health", "/style.css")) {
				HttpResponse<String> response = application.get(path, "User-Agent", "kube-probe/1");
				String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
				assertThat(application.bean(SpanRecorder.class).spansOf(traceId, 1)).hasSize(1);
			}
		}
	}

}
