package io.tracingstarter.autoconfigure.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests requests to a WebFlux application below a base path.
 */
class ReactiveBasePathIntegrationTests {

	private static final Pattern ID = Pattern.compile("(?im)^x-(correlation|trace)-id: (\\S+)");

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.reactive(FailureApplication.class, "spring.webflux.base-path=/shop",
				RunningApplication.MANY_REQUESTS_A_CONNECTION);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void shouldTraceNoHealthCheck() {
		HttpResponse<String> response = application.get("/shop/actuator/health");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().allValues("X-Correlation-ID")).hasSize(1);
		String traceId = application.get("/shop/hello").headers().firstValue("X-Trace-ID").orElse("");
		assertThat(application.bean(SpanRecorder.class).spansOf(traceId, 1)).hasSize(1);
		assertThat(application.bean(SpanRecorder.class).spans())
			.allSatisfy((span) -> assertThat(span.getName()).endsWith("/hello"));
	}

	@Test
	void shouldNotMixRequestsOfOneConnection() throws IOException {
		String first = RandomIds.next();
		String second = RandomIds.next();
		String requests = request("X-Correlation-ID: order-1\r\n", first) + request("Connection: close\r\n", second);
		try (Socket socket = new Socket("127.0.0.1", URI.create(application.url("/")).getPort())) {
			socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
			String responses = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(ID.matcher(responses).results().map((match) -> match.group(2)))
				.containsExactlyInAnyOrder("order-1", first, second, second);
			assertThat(responses).containsOnlyOnce("\r\n\r\norder-1").containsOnlyOnce("\r\n\r\n" + second);
		}
	}

	private static String request(String header, String traceId) {
		return "GET /shop/hello HTTP/1.1\r\nHost: localhost\r\ntraceparent: 00-" + traceId + "-b7ad6b7169203331-01\r\n"
				+ header + "\r\n";
	}

}
