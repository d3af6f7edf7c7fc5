package io.tracingstarter.autoconfigure.web;

import io.tracingstarter.testing.ServletServer;
import io.tracingstarter.testing.ServletServerRows;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests for the access log, on each servlet server.
 */
class AccessLogIntegrationTests {

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
			super(server, FailureApplication.class, "tracing.access-log.enabled=true",
					"spring.mvc.async.request-timeout=50ms");
		}

		@ParameterizedTest(name = "{0} {1}")
		@CsvSource(textBlock = """
				GET,  /hello,       200, /hello
				HEAD, /hello,       200, /hello
				GET,  /unhandled,   500, /unhandled
				GET,  /handled/1,   500, /handled/{id}
				GET,  /bad-gateway, 502, /bad-gateway
				GET,  /slow,        503, /slow
				GET,  /missing,     404, /**
				""")
		void shouldWriteOneLineForEachRequest(String method, String path, int status, String route) {
			AccessLogLine.assertOneFor(application(), method, path, status, route);
		}

		@Test
		void shouldWriteOneLineWhenClientGoesAway() {
			// Tomcat forgets which status it has sent
			AccessLogLine.assertOneForAbort(application(), server().isJetty() ? 200 : 500);
		}

		@Test
		void shouldWriteNothingForNoise() {
			AccessLogLine.assertNoneForNoise(application());
		}

	}

}
