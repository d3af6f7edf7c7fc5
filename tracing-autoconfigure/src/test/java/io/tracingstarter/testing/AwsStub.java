package io.tracingstarter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server that speaks the JSON protocol of AWS just well enough: it wants a signed POST
 * with a target, and answers what it was told to, or an empty object.
 */
public final class AwsStub implements AutoCloseable {

	/**
	 * The request id of every answer.
	 */
	public static final String REQUEST_ID = "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG";

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	public AwsStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	private void handle(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		Map<String, List<String>> headers = Map.copyOf(exchange.getRequestHeaders());
		this.requests.add(headers);
		boolean valid = exchange.getRequestMethod().equals("POST") && headers.containsKey("X-amz-target")
				&& headers.containsKey("Authorization");
		Answer answer = valid ? this.answers.poll() : error(400, "UnrecognizedClientException");
		if (answer == null) {
			answer = new Answer(200, "{}");
		}
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("x-amzn-RequestId", REQUEST_ID);
		exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
		exchange.sendResponseHeaders(answer.status(), body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static Answer error(int status, String code) {
		return new Answer(status,
				"{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"no\"}".formatted(code));
	}

	/**
	 * Fails the next request that has no other answer yet.
	 * @param status status of the answer
	 * @param code what the service calls the failure
	 */
	public void failNext(int status, String code) {
		this.answers.add(error(status, code));
	}

	/**
	 * The headers of each request so far.
	 * @return names, with a capital first letter only, and all their values
	 */
	public List<Map<String, List<String>>> requests() {
		return this.requests;
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Answer(int status, String body) {
	}

}
