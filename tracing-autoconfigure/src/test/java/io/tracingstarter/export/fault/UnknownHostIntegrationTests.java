package io.tracingstarter.export.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tracingstarter.testing.ChildProcess;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one fault that cannot be caused in the JVM of the tests: the name of the backend
 * does not resolve.
 */
class UnknownHostIntegrationTests {

	static Stream<ExporterRow> answered() {
		return ExporterRow.all().filter(ExporterRow::answered);
	}

	@ParameterizedTest
	@MethodSource("answered")
	void shouldKeepSpansUntilHostIsKnown(ExporterRow row, @TempDir Path directory) throws IOException {
		Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 localhost\n");
		// else the JVM remembers for 10 seconds that it does not know the host
		Path security = Files.writeString(directory.resolve("security"), "networkaddress.cache.negative.ttl=0\n");
		List<String> options = List.of("-Djdk.net.hosts.file=" + hosts, "-Djava.security.properties=" + security);
		try (FaultBackend backend = row.backend().get();
				ChildProcess process = ChildProcess.start(UnknownHostProgram.class, options, row.name(),
						String.valueOf(backend.port()))) {
			assertThat(process.await(Pattern.compile("failed: (.*)")).group(1)).contains("unknown host")
				.contains(UnknownHostProgram.HOST);
			Files.writeString(hosts, "127.0.0.1 localhost " + UnknownHostProgram.HOST + "\n");
			assertThat(process.await(Pattern.compile("exported (.*)\\.")).group(1)).isEqualTo("40 lost 0");
			assertThat(backend.accepted()).hasSize(40);
		}
	}

}
