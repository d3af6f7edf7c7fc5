package io.tracingstarter.cli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real server in a process of its own, on a free port of 127.0.0.1.
 */
public final class ServerProcess implements AutoCloseable {

	private static final Path BACKENDS = Path.of("target", "backends");

	private static final long PATIENCE_SECONDS = 120;

	private final Process process;

	private final Path output;

	private URI url = URI.create("http://127.0.0.1");

	private ServerProcess(List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(arguments);
		this.output = Files.createTempFile("server", ".out");
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.output.toFile())
			.start();
	}

	public static ServerProcess zipkin() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		ServerProcess server = new ServerProcess(
				List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", BACKENDS.resolve("zipkin-server.jar").toString(),
						"--armeria.ports[0].port=" + port, "--armeria.ports[0].address=127.0.0.1"));
		server.url = URI.create("http://127.0.0.1:" + port);
		server.awaitOutput(Pattern.compile("Serving HTTP at"));
		return server;
	}

	/**
	 * @param data an empty folder
	 */
	public static ServerProcess openSearch(Path data) throws Exception {
		Path classPath = Files.writeString(data.resolve("arguments"),
				"-cp \"" + Files.readString(BACKENDS.resolve("opensearch.classpath")).strip() + "\"");
		ServerProcess server = new ServerProcess(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "@" + classPath,
				Path.of("src", "test", "opensearch", "OpenSearchNode.java").toString(),
				data.resolve("node").toString()));
		Matcher port = server
			.awaitOutput(Pattern.compile("HttpServerTransport.*publish_address \\{127\\.0\\.0\\.1:(\\d+)}"));
		server.url = URI.create("http://127.0.0.1:" + port.group(1));
		return server;
	}

	public URI url() {
		return this.url;
	}

	/**
	 * Sends JSON and returns the answer, which must be a success.
	 */
	public String send(String method, String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path))
			.method(method, BodyPublishers.ofString(body))
			.header("Content-Type", "application/json")
			.build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		if (response.statusCode() > 299) {
			throw new AssertionError(response.statusCode() + " " + response.body());
		}
		return response.body();
	}

	private Matcher awaitOutput(Pattern pattern) throws IOException, InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (true) {
			boolean last = this.process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end;
			String text = Files.readString(this.output);
			Matcher matcher = pattern.matcher(text);
			if (matcher.find()) {
				return matcher;
			}
			if (last) {
				close();
				throw new AssertionError("'" + pattern + "' is not in the output:\n" + text);
			}
		}
	}

	@Override
	public void close() {
		try {
			this.process.destroyForcibly().waitFor();
			Files.deleteIfExists(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
