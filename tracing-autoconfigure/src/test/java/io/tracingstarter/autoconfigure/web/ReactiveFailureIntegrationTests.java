package io.tracingstarter.autoconfigure.web;

import io.tracingstarter.autoconfigure.web.FailedRequest.Failure;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests what a failed request leaves behind, one row a case, in WebFlux on Netty.
 */
class ReactiveFailureIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.reactive(FailureApplication.class,
				"spring.http.codecs.max-in-memory-size=1KB");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			GET  | /unhandled   | -        | 500 | IllegalStateException     | 500 Server Error
			GET  | /handled/1   | -        | 500 | -                         | -
			GET  | /bad-gateway | -        | 502 | ResponseStatusException   | -
			GET  | /refused     | -        | 409 | ResponseStatusException   | -
			GET  | /missing     | -        | 404 | NoResourceFoundException  | -
			POST | /hello       | -        | 405 | MethodNotAllowedException | -
			POST | /order       | {"item": | 400 | ServerWebInputException   | -
			""")
	void shouldTellOfFailure(String method, String path, String body, int status, String exception, String line) {
		FailedRequest.assertTold(application, new Failure(method, path, body, status, exception, line));
	}

	@Test
	void shouldTellOfTooLargeBody() {
		String body = "{\"item\":\"" + "x".repeat(10_000) + "\"}";
		FailedRequest.assertTold(application,
				new Failure("POST", "/order", body, 413, "ContentTooLargeException", null));
	}

	@Test
	void shouldTellOfErrorWhileStreaming() {
		FailedRequest.assertStreamTold(application, true);
	}

	@Test
	void shouldNotBlameServerWhenClientGoesAway() {
		FailedRequest.assertStreamTold(application, false);
	}

}
