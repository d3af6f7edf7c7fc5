package io.tracingstarter.autoconfigure.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.tracingstarter.TracingNames;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the switch of the access log, and for Tomcat's own.
 */
class AccessLogSettingsIntegrationTests {

	@Test
	void shouldWriteNothingByDefault() {
		try (RunningApplication application = RunningApplication.servlet(FailureApplication.class);
				LogRecorder log = LogRecorder.of(TracingNames.ACCESS_LOGGER)) {
			application.get("/hello");
			assertThat(log.events()).isEmpty();
		}
	}

	@Test
	void shouldPutIdsIntoAccessLogOfTomcat(@TempDir Path directory) throws Exception {
		String traceId;
		try (RunningApplication application = RunningApplication.servlet(FailureApplication.class,
				"server.tomcat.accesslog.enabled=true", "server.tomcat.accesslog.directory=" + directory)) {
			traceId = application.get("/unhandled", "X-Correlation-ID", "order-4711")
				.headers()
				.firstValue("X-Trace-ID")
				.orElse("");
		}
		assertThat(lines(directory)).singleElement().asString().contains(" 500 ").endsWith(" order-4711 " + traceId);
	}

	@Test
	void shouldKeepPatternOfUser(@TempDir Path directory) throws Exception {
		try (RunningApplication application = RunningApplication.servlet(FailureApplication.class,
				"server.tomcat.accesslog.enabled=true", "server.tomcat.accesslog.directory=" + directory,
				"server.tomcat.accesslog.pattern=%s mine")) {
			application.get("/hello");
		}
		assertThat(lines(directory)).containsExactly("200 mine");
	}

	private static List<String> lines(Path directory) throws Exception {
		try (Stream<Path> files = Files.list(directory)) {
			return Files.readAllLines(files.findFirst().orElseThrow());
		}
	}

}
