package io.tracingstarter.autoconfigure.web;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.testing.RawConnection;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no span is left open when asynchronous requests fail one after the other on
 * one connection.
 */
class FailureAfterFailureIntegrationTests {

	private static final int ROUNDS = 30;

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void shouldEndEachSpan(ServletServer server) {
		try (RunningApplication application = server.start(Application.class, List.of());
				RawConnection connection = new RawConnection(URI.create(application.url("/")).getPort())) {
			for (int round = 0; round < ROUNDS; round++) {
				assertFailed(application, connection, "/given-up", 502);
				SpanData span = assertFailed(application, connection, "/thrown", 500);
				FailedRequest.assertException(span, "IllegalStateException");
			}
			for (LongTaskTimer active : application.bean(MeterRegistry.class)
				.find("http.server.requests.active")
				.longTaskTimers()) {
				assertThat(active.activeTasks()).isZero();
			}
		}
	}

	private static SpanData assertFailed(RunningApplication application, RawConnection connection, String path,
			int status) {
		String traceId = RandomIds.next();
		assertThat(connection
			.exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\ntraceparent: 00-" + traceId
					+ "-00f067aa0ba902b7-01\r\n\r\n")
			.status()).isEqualTo(status);
		SpanData span = application.bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		return span;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(SpanRecorder.class)
	@RestController
	static class Application {

		@GetMapping("/given-up")
		DeferredResult<String> givenUp() {
			DeferredResult<String> result = new DeferredResult<>();
			result.setErrorResult(new ResponseStatusException(HttpStatus.BAD_GATEWAY));
			return result;
		}

		@GetMapping("/thrown")
		Callable<String> thrown() {
			return () -> {
				throw new IllegalStateException("boom");
			};
		}

	}

}
