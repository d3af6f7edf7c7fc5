package io.tracingstarter.cli.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server that knows exactly which requests will come and what to answer. A request that
 * differs in a byte, or is missing at the end, fails the test when the server is closed.
 */
public final class StubServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<Expected> expected = new ArrayList<>();

	private final List<String> differences = new ArrayList<>();

	public StubServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.setExecutor(this.threads);
			this.server.createContext("/", this::handle);
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/**
	 * Adds a request that must come: of equal ones the first first, of different ones in
	 * any order.
	 * @param request method, and path and query as they are on the wire
	 */
	public synchronized Expected expect(String request) {
		Expected next = new Expected(request);
		this.expected.add(next);
		return next;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Expected match = take(exchange, request, body);
			if (match == null) {
				exchange.sendResponseHeaders(500, -1);
				return;
			}
			match.headers.forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(match.status, (match.answer.length == 0) ? -1 : match.answer.length);
			exchange.getResponseBody().write(match.answer);
		}
	}

	private synchronized Expected take(HttpExchange exchange, String request, String body) {
		for (Expected each : this.expected) {
			if (each.request.equals(request) && each.body.equals(body) && each.required.entrySet()
				.stream()
				.allMatch(
						(header) -> header.getValue().equals(exchange.getRequestHeaders().getFirst(header.getKey())))) {
				this.expected.remove(each);
				return each;
			}
		}
		this.differences.add(request + "\n" + body + "\n" + exchange.getRequestHeaders().entrySet());
		return null;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
		if (!this.differences.isEmpty() || !this.expected.isEmpty()) {
			StringBuilder text = new StringBuilder("Requests differ.");
			this.differences.forEach((difference) -> text.append("\ncame:    ").append(difference));
			this.expected.forEach((missing) -> text.append("\nmissing: ")
				.append(missing.request)
				.append('\n')
				.append(missing.body)
				.append('\n')
				.append(missing.required));
			throw new AssertionError(text.toString());
		}
	}

	/**
	 * A request that must come, and its answer.
	 */
	public static final class Expected {

		private final String request;

		private final Map<String, String> required = new LinkedHashMap<>();

		private final Map<String, String> headers = new LinkedHashMap<>();

		private String body = "";

		private int status = 200;

		private byte[] answer = new byte[0];

		private Expected(String request) {
			this.request = request;
		}

		public Expected withHeader(String name, String value) {
			this.required.put(name, value);
			return this;
		}

		public Expected withBody(String text) {
			this.body = text;
			return this;
		}

		public Expected answerHeader(String name, String value) {
			this.headers.put(name, value);
			return this;
		}

		public Expected answer(String json) {
			return answer(200, json);
		}

		public Expected answer(int code, String text) {
			this.status = code;
			this.answer = text.getBytes(StandardCharsets.UTF_8);
			return this;
		}

		public Expected answerPacked(String json) {
			ByteArrayOutputStream packed = new ByteArrayOutputStream();
			try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
				gzip.write(json.getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.answer = packed.toByteArray();
			return answerHeader("Content-Encoding", "gzip");
		}

	}

}
