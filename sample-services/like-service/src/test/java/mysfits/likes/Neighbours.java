package mysfits.likes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Plays mysfits-service and DynamoDB on one ephemeral port: creature 1 is an ordinary
 * one, 6 is hexed, 5 makes the catalogue fail, and every count is 41 or, after a like,
 * 42.
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
		this.server.createContext("/mysfits/", this::catalogue);
		this.server.createContext("/", this::dynamodb);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void catalogue(HttpExchange exchange) throws IOException {
		switch (exchange.getRequestURI().getPath()) {
			case "/mysfits/1" -> answer(exchange, 200, "{\"id\":1,\"name\":\"Pipkin\",\"hexed\":false}");
			case "/mysfits/6" -> answer(exchange, 200, "{\"id\":6,\"name\":\"Morwenna\",\"hexed\":true}");
			case "/mysfits/5" -> answer(exchange, 500, "{}");
			default -> answer(exchange, 404, "{}");
		}
	}

	private void dynamodb(HttpExchange exchange) throws IOException {
		String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
		switch (operation.substring(operation.indexOf('.') + 1)) {
			case "UpdateItem" -> answer(exchange, 200, "{\"Attributes\":{\"likes\":{\"N\":\"42\"}}}");
			case "GetItem" -> answer(exchange, 200, "{\"Item\":{\"likes\":{\"N\":\"41\"}}}");
			default -> answer(exchange, 200, "{}");
		}
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		try (exchange) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getRequestBody().readAllBytes();
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

}
