package io.tracingstarter.autoconfigure.web;

import io.tracingstarter.autoconfigure.web.FailedRequest.Failure;
import io.tracingstarter.testing.ServletServer;
import io.tracingstarter.testing.ServletServerRows;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests what a failed request leaves behind, one row a case, on each servlet server.
 */
class FailureIntegrationTests {

	@Nested
	class TomcatTests extends Rows {

		TomcatTests() {
			super(ServletServer.TOMCAT);
		}

	}

	@Nested
	class JettyTests extends Rows {

		JettyTests() {
			super(ServletServer.JETTY);
		}

	}

	@Nested
	class TomcatVirtualThreadsTests extends Rows {

		TomcatVirtualThreadsTests() {
			super(ServletServer.TOMCAT_VIRTUAL);
		}

	}

	@Nested
	class JettyVirtualThreadsTests extends Rows {

		JettyVirtualThreadsTests() {
			super(ServletServer.JETTY_VIRTUAL);
		}

	}

	abstract static class Rows extends ServletServerRows {

		Rows(ServletServer server) {
			super(server, FailureApplication.class, "spring.mvc.async.request-timeout=50ms",
					"spring.servlet.multipart.max-file-size=1KB");
		}

		@ParameterizedTest(name = "{0} {1}")
		@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
				GET  | /handled/1   | -        | 500 | HandledException                | -
				GET  | /bad-gateway | -        | 502 | ResponseStatusException         | -
				GET  | /refused     | -        | 409 | ResponseStatusException         | -
				GET  | /missing     | -        | 404 | NoResourceFoundException        | -
				POST | /hello       | -        | 405 | HttpRequestMethodNotSupported   | Resolved
				POST | /order       | {"item": | 400 | HttpMessageNotReadableException | Resolved
				GET  | /late        | -        | 500 | SocketTimeoutException          | -
				GET  | /slow        | -        | 503 | AsyncRequestTimeoutException    | Resolved
				""")
		void shouldTellOfFailure(String method, String path, String body, int status, String exception, String line) {
			FailedRequest.assertTold(application(), new Failure(method, path, body, status, exception, line));
		}

		@Test
		void shouldTellOfUnhandledExceptionOnLineOfContainer() {
			FailedRequest.assertTold(application(), new Failure("GET", "/unhandled", null, 500, "IllegalStateException",
					server().isJetty() ? "/unhandled" : "threw exception"));
		}

		/** Spring MVC reads the upload again for the error page, and fails again. */
		@Test
		void shouldTellOfTooLargeUploadButInBody() {
			FailedRequest.assertTold(application(), Failure.ofUpload(false));
		}

		@Test
		void shouldTellOfErrorWhileStreaming() {
			FailedRequest.assertStreamTold(application(), true);
		}

		@Test
		void shouldNotBlameServerWhenClientGoesAway() {
			FailedRequest.assertStreamTold(application(), false);
		}

	}

}
