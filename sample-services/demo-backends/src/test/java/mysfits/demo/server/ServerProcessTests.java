package mysfits.demo.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A server that does not come up.
 */
class ServerProcessTests {

	private static final Progress SILENT = new Progress() {

		@Override
		public void waiting(Server server, Duration sinceStart) {
		}

		@Override
		public void ready(Server server, Duration sinceStart) {
		}

	};

	@Test
	void shouldShowItsLastLinesWhenAServerEndsEarly(@TempDir Path logs) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ServerProcess process = ServerProcess.start(Server.LIKE_SERVICE, List.of(java, "-no-such-option"), logs);
		URI nowhere = Ports.ephemeral().url(Server.LIKE_SERVICE);
		assertThatExceptionOfType(StartFailedException.class)
			.isThrownBy(() -> process.await(nowhere, System.nanoTime(), Duration.ofSeconds(30), SILENT))
			.withMessageContaining("like-service ended with exit code 1")
			.withMessageContaining("-no-such-option");
	}

}
