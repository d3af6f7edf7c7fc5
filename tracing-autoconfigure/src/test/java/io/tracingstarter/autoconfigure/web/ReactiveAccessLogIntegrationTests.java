package io.tracingstarter.autoconfigure.web;

import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests for the access log, in WebFlux on Netty.
 */
class ReactiveAccessLogIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.reactive(FailureApplication.class, "tracing.access-log.enabled=true");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(textBlock = """
			GET,  /hello,       200, /hello
			HEAD, /hello,       200, /hello
			GET,  /unhandled,   500, /unhandled
			GET,  /handled/1,   500, /handled/{id}
			GET,  /bad-gateway, 502, /bad-gateway
			GET,  /missing,     404, /**
			""")
	void shouldWriteOneLineForEachRequest(String method, String path, int status, String route) {
		AccessLogLine.assertOneFor(application, method, path, status, route);
	}

	@Test
	void shouldWriteOneLineWhenClientGoesAway() {
		AccessLogLine.assertOneForAbort(application, 200);
	}

	@Test
	void shouldWriteNothingForNoise() {
		AccessLogLine.assertNoneForNoise(application);
	}

}
