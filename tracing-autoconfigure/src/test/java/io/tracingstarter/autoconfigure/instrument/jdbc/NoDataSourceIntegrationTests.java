package io.tracingstarter.autoconfigure.instrument.jdbc;

import java.util.regex.Pattern;

import io.tracingstarter.testing.ChildProcess;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a service that has no database is not bothered by what makes databases
 * visible.
 */
class NoDataSourceIntegrationTests {

	private static final Pattern DATABASE = Pattern.compile("(spring-boot-jdbc|spring-jdbc|HikariCP|h2)-.*");

	@Test
	void shouldStartWithoutWarningWhenServiceHasNoDatabase() {
		try (ChildProcess service = ChildProcess.start(Application.class, (jar) -> DATABASE.matcher(jar).matches(),
				"--server.address=127.0.0.1", "--server.port=0")) {
			service.await(Pattern.compile("Tracing is on"));
			assertThat(service.output().lines()).noneMatch((line) -> line.contains("\"level\":\"WARN\""));
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

}
