package io.tracingstarter.autoconfigure.web;

import io.tracingstarter.autoconfigure.web.FailedRequest.Failure;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tests what a failed request leaves behind, one row a case, in WebFlux on Netty.
 */
class ReactiveFailureIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.reactive(Application.class, "spring.http.codecs.max-in-memory-size=1KB");
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
			GET  | /late        | -        | 500 | SocketTimeoutException    | 500 Server Error
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

	@Test
	void shouldHaveHandledExceptionOnSpanWhenHandlerTellsObservation() {
		FailedRequest.assertTold(application, new Failure("GET", "/told", null, 500, "ToldException", null));
	}

	@SpringBootConfiguration
	@RestController
	static class Application extends FailureApplication {

		@GetMapping("/told")
		String told() {
			throw new ToldException();
		}

		@ExceptionHandler
		@ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
		ProblemDetail handle(ToldException ex, ServerWebExchange exchange) {
			ServerRequestObservationContext.findCurrent(exchange.getAttributes())
				.ifPresent((observed) -> observed.setError(ex));
			return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
		}

	}

	static class ToldException extends RuntimeException {

	}

}
