package io.tracingstarter.cli.source.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers as CloudWatch Logs and X-Ray do, but only requests that were announced, byte
 * for byte, signed for the right service and region.
 */
public final class StubAws implements AutoCloseable {

	public static final String REGION = "eu-west-1";

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<String, Deque<Reply>> expected = new LinkedHashMap<>();

	private final List<String> unexpected = Collections.synchronizedList(new ArrayList<>());

	private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

	private volatile boolean anyTime;

	private final CountDownLatch closed = new CountDownLatch(1);

	public StubAws() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
		System.setProperty("aws.accessKeyId", "AKIDSTUB");
		System.setProperty("aws.secretAccessKey", "not-a-secret");
	}

	public AwsSettings settings() {
		return new AwsSettings(REGION, null, URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Announces a request to CloudWatch Logs.
	 */
	public StubAws logs(String action, String body, Reply... replies) {
		return expect("logs " + action + " " + body, replies);
	}

	/**
	 * Announces a request to X-Ray.
	 */
	public StubAws xray(String path, String body, Reply... replies) {
		return expect("xray " + path + " " + body, replies);
	}

	private synchronized StubAws expect(String request, Reply... replies) {
		this.expected.computeIfAbsent(request, (key) -> new ArrayDeque<>()).addAll(List.of(replies));
		return this;
	}

	/**
	 * Lets requests name any time, written as {@code T} in their announcements.
	 */
	public void anyTime() {
		this.anyTime = true;
	}

	/**
	 * Returns the requests that came, each as service, action or path, and body.
	 */
	public List<String> seen() {
		return this.seen;
	}

	/**
	 * Asserts that all announced requests came, and no others.
	 */
	public synchronized void verify() {
		assertThat(this.unexpected).isEmpty();
		assertThat(
				this.expected.entrySet().stream().filter((entry) -> !entry.getValue().isEmpty()).map(Map.Entry::getKey))
			.isEmpty();
	}

	private void handle(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
		String service = (target != null) ? "logs" : "xray";
		String request = service + " "
				+ ((target != null) ? target.replace("Logs_20140328.", "") : exchange.getRequestURI().toString()) + " "
				+ body;
		if (this.anyTime) {
			request = request.replaceAll("Time\":[0-9.]+", "Time\":T");
		}
		this.seen.add(request);
		String problem = problem(exchange, service, target);
		Reply reply;
		synchronized (this) {
			Deque<Reply> replies = this.expected.get(request);
			reply = (replies != null) ? replies.poll() : null;
		}
		if (problem != null || reply == null) {
			this.unexpected.add(((problem != null) ? problem + " in " : "") + request);
			reply = new Reply(400, "{\"__type\":\"InvalidParameterException\",\"message\":\"not announced\"}");
		}
		send(exchange, reply);
	}

	private static String problem(HttpExchange exchange, String service, String target) {
		String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		if (!authorization.matches("AWS4-HMAC-SHA256 Credential=AKIDSTUB/\\d{8}/" + REGION + "/" + service
				+ "/aws4_request, " + "SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}")) {
			return "wrong signature " + authorization;
		}
		String type = (target != null) ? "application/x-amz-json-1.1" : "application/json";
		if (!type.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
			return "wrong content type " + exchange.getRequestHeaders().getFirst("Content-Type");
		}
		String path = exchange.getRequestURI().toString();
		return (!exchange.getRequestMethod().equals("POST") || (target != null && !path.equals("/"))) ? "wrong " + path
				: null;
	}

	private void send(HttpExchange exchange, Reply reply) throws IOException {
		if (reply.status == 0) {
			await();
		}
		byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
		exchange.getResponseHeaders().set("x-amzn-RequestId", "6a1f3b0e-0000-4000-8000-000000000000");
		exchange.sendResponseHeaders(Math.max(200, reply.status), bytes.length);
		try (exchange) {
			exchange.getResponseBody().write(bytes);
		}
	}

	private void await() {
		try {
			this.closed.await(60, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
		System.clearProperty("aws.accessKeyId");
		System.clearProperty("aws.secretAccessKey");
	}

	/**
	 * An answer.
	 *
	 * @param status its status; 0 hangs until the stub is closed
	 * @param body its body
	 */
	public record Reply(int status, String body) {

		public static final Reply HANGS = new Reply(0, "{}");

		public static Reply ok(String body) {
			return new Reply(200, body);
		}

		public static Reply error(String type, String message) {
			return new Reply(400, "{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}");
		}

	}

}
