package mysfits.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Plays mysfits-service and like-service on one ephemeral port: creature 1 can be liked,
 * 6 makes like-service fail, and there is no other.
 */
final class Neighbours implements AutoCloseable {

	private final HttpServer server;

	Neighbours() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		switch (exchange.getRequestURI().getPath()) {
			case "/mysfits" -> answer(exchange, 200,
					"[{\"id\":1,\"name\":\"Pipkin\",\"species\":\"Lantern Newt\",\"about\":\"\",\"mood\":\"shy\"}]");
			case "/mysfits/1/like" -> answer(exchange, 200, "{\"id\":1,\"likes\":42}");
			case "/mysfits/6/like" -> answer(exchange, 500, "{}");
			default -> answer(exchange, 404, "{}");
		}
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		try (exchange) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

}
