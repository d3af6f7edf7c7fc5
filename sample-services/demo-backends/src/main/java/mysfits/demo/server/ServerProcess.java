package mysfits.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One running server: waits for it, shows its last words, stops it.
 */
final class ServerProcess {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final int LAST_LINES = 15;

	private static final int LINE_WIDTH = 300;

	private final Server server;

	private final Process process;

	private final Path output;

	private ServerProcess(Server server, Process process, Path output) {
		this.server = server;
		this.process = process;
		this.output = output;
	}

	static ServerProcess start(Server server, List<String> command, Path logs) {
		Path output = logs.resolve(server.id() + ".out");
		try {
			Process process = new ProcessBuilder(command).directory(logs.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			process.getOutputStream().close();
			return new ServerProcess(server, process, output);
		}
		catch (IOException ex) {
			throw new StartFailedException("Cannot start " + server.id() + ": " + ex.getMessage(), ex);
		}
	}

	Server server() {
		return this.server;
	}

	/**
	 * Returns when the server answers at its address.
	 * @param baseUrl its address
	 * @param begun when the start of all servers began, on the clock of
	 * {@link System#nanoTime()}
	 * @param patience how long after that it may take
	 * @param progress is told how it goes
	 * @throws StartFailedException when it ends before, or does not answer in time
	 */
	void await(URI baseUrl, long begun, Duration patience, Progress progress) throws InterruptedException {
		HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
		while (!answers(client, baseUrl)) {
			Duration waited = Duration.ofNanos(System.nanoTime() - begun);
			progress.waiting(this.server, waited);
			if (this.process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
				throw failed("ended with exit code " + this.process.exitValue() + " before it was ready");
			}
			if (waited.compareTo(patience) > 0) {
				throw failed("was not ready after " + patience.toSeconds() + " s");
			}
		}
		progress.ready(this.server, Duration.ofNanos(System.nanoTime() - begun));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	void askToStop() {
		this.process.destroy();
	}

	void stop(Duration patience) {
		try {
			if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	StartFailedException failed(String what) {
		return new StartFailedException("%s %s. Its last lines (all: %s):%n%s".formatted(this.server.id(), what,
				this.output, String.join(System.lineSeparator(), lastLines())), null);
	}

	private boolean answers(HttpClient client, URI baseUrl) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(baseUrl.resolve(this.server.readyPath()))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			return this.process.isAlive() && this.server.isReadyWith(status);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private List<String> lastLines() {
		try {
			List<String> lines = new String(Files.readAllBytes(this.output), StandardCharsets.UTF_8).lines().toList();
			return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
				.stream()
				.map((line) -> "  | " + line.substring(0, Math.min(line.length(), LINE_WIDTH)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
