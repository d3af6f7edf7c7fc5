package io.tracingstarter.autoconfigure.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.tracingstarter.TracingNames;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
			traceId = application.get("/unhandled?token=hunter2", "X-Correlation-ID", "order-4711")
				.headers()
				.firstValue("X-Trace-ID")
				.orElse("");
		}
		assertThat(lines(directory)).singleElement()
			.asString()
			.contains("\"GET /unhandled HTTP/1.1\" 500 ")
			.endsWith(" order-4711 " + traceId);
	}

	@Test
	void shouldShowQueryInAccessLogWhenQueriesAreShown(@TempDir Path directory) throws Exception {
		try (RunningApplication application = RunningApplication.servlet(FailureApplication.class,
				"server.tomcat.accesslog.enabled=true", "server.tomcat.accesslog.directory=" + directory,
				"tracing.masking.url-queries=false")) {
			application.get("/hello?page=2");
		}
		assertThat(lines(directory)).singleElement().asString().contains("\"GET /hello?page=2 HTTP/1.1\"");
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			format=ncsa          | false
			format=ncsa          | true
			format=extended-ncsa | false
			""")
	void shouldPutIdsIntoRequestLogOfJetty(String format, boolean json, @TempDir Path directory) throws Exception {
		String traceId;
		try (RunningApplication application = jetty(directory, "server.jetty.accesslog." + format,
				"tracing.access-log.enabled=" + json); LogRecorder log = LogRecorder.of(TracingNames.ACCESS_LOGGER)) {
			traceId = application.get("/unhandled?token=hunter2", "X-Correlation-ID", "order-4711")
				.headers()
				.firstValue("X-Trace-ID")
				.orElse("");
			// the lines of a request are written before the next is answered on its
			// thread
			application.get("/actuator/health");
			assertThat(log.events()).hasSize(json ? 1 : 0);
		}
		assertThat(lines(directory)).first()
			.asString()
			.contains("\"GET /unhandled HTTP/1.1\" 500 ")
			.endsWith(" order-4711 " + traceId);
	}

	@Test
	void shouldKeepFormatOfUserInRequestLogOfJetty(@TempDir Path directory) throws Exception {
		try (RunningApplication application = jetty(directory,
				"server.jetty.accesslog.custom-format=%s %{correlationId}attr mine",
				"server.jetty.accesslog.ignore-paths=/actuator/*")) {
			application.get("/hello", "X-Correlation-ID", "order-4711");
			application.get("/actuator/health");
		}
		assertThat(lines(directory)).containsExactly("200 order-4711 mine");
	}

	private static RunningApplication jetty(Path directory, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("server.jetty.accesslog.enabled=true");
		all.add("server.jetty.accesslog.filename=" + directory.resolve("access.log"));
		return ServletServer.JETTY.start(FailureApplication.class, List.of(), all.toArray(String[]::new));
	}

	private static List<String> lines(Path directory) throws Exception {
		try (Stream<Path> files = Files.list(directory)) {
			return Files.readAllLines(files.findFirst().orElseThrow());
		}
	}

}
