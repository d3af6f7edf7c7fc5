package io.tracingstarter.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/**
 * A backend on a real socket that keeps what is posted to it.
 */
public final class TestBackend implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

	private final String scheme;

	private volatile int status = 202;

	private volatile Answer answer = (exchange, status) -> exchange.sendResponseHeaders(status, -1);

	public TestBackend() {
		this(null);
	}

	public TestBackend(@Nullable SSLContext tls) {
		InetSocketAddress address = new InetSocketAddress("127.0.0.1", 0);
		try {
			if (tls != null) {
				HttpsServer https = HttpsServer.create(address, 0);
				https.setHttpsConfigurator(new HttpsConfigurator(tls));
				this.server = https;
			}
			else {
				this.server = HttpServer.create(address, 0);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.scheme = (tls != null) ? "https" : "http";
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	private void handle(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		this.requests.add(new Request(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
		this.answer.send(exchange, this.status);
		exchange.close();
	}

	public void answerWith(int status) {
		this.status = status;
	}

	public void answerWith(Answer answer) {
		this.answer = answer;
	}

	public void redirectTo(String url) {
		answerWith((exchange, status) -> {
			exchange.getResponseHeaders().add("Location", url);
			exchange.sendResponseHeaders(302, -1);
		});
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	public String url(String path) {
		return this.scheme + "://127.0.0.1:" + port() + path;
	}

	public Request take() throws InterruptedException {
		Request request = this.requests.poll(20, TimeUnit.SECONDS);
		if (request == null) {
			throw new AssertionError("Nothing was posted");
		}
		return request;
	}

	public List<Request> takeAll() {
		List<Request> taken = new ArrayList<>();
		this.requests.drainTo(taken);
		return taken;
	}

	public List<Request> received() {
		return List.copyOf(this.requests);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * How to answer.
	 */
	@FunctionalInterface
	public interface Answer {

		void send(HttpExchange exchange, int status) throws IOException;

	}

	/**
	 * What was posted.
	 */
	public record Request(String path, Headers headers, byte[] body) {

		public byte[] content() {
			if (!"gzip".equals(this.headers.getFirst("Content-Encoding"))) {
				return this.body;
			}
			try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(this.body))) {
				return content.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
