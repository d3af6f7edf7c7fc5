package io.tracingstarter.autoconfigure.logging;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts an application in a Java virtual machine whose class path lacks a library.
 */
class MissingLibraryIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "logstash-logback-encoder, logstash-logback-encoder 9 is not on the class path",
			"jackson-databind-3, Jackson 3 is not on the class path" })
	void shouldStartWithTextAndOneWarningWhenLibraryIsMissing(String library, String reason) throws Exception {
		List<String> output = run(library);
		assertThat(output).as(String.join("\n", output))
			.anyMatch((line) -> line.contains("Started LoggingApplication"));
		assertThat(output).filteredOn((line) -> line.contains("tracing.logging.json"))
			.singleElement()
			.asString()
			.contains("WARN", "Logs are written as text, because " + reason);
		assertThat(output).noneMatch((line) -> line.startsWith("{"));
	}

	private static List<String> run(String missing) throws IOException, InterruptedException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		String remaining = Arrays.stream(classPath.split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).getFileName().toString().startsWith(missing))
			.collect(Collectors.joining(File.pathSeparator));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Duser.language=en", "-cp", remaining, LoggingApplication.class.getName()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		List<String> output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return output;
	}

}
