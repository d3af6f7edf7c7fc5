package io.tracingstarter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/**
 * A metadata endpoint as AWS or Kubernetes has them: 200 for the paths it knows, 404 for
 * others.
 */
public final class MetadataServer implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

	private final Map<String, Headers> headers = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private MetadataServer(HttpServer server) {
		this.server = server;
		server.createContext("/", this::answer);
		server.start();
	}

	public static MetadataServer http() {
		try {
			return new MetadataServer(
					HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static MetadataServer https(TestCertificate certificate) {
		try {
			HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
			server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
			return new MetadataServer(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.requests.add(exchange.getRequestMethod() + " " + path);
		this.headers.put(path, exchange.getRequestHeaders());
		String answer = this.answers.get(path);
		byte[] body = (answer != null) ? answer.getBytes(StandardCharsets.UTF_8) : new byte[0];
		int status = (answer != null) ? this.statuses.getOrDefault(path, 200) : 404;
		if (status == 302) {
			exchange.getResponseHeaders().set("Location", answer);
		}
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	public MetadataServer with(String path, String answer) {
		this.answers.put(path, answer);
		return this;
	}

	public MetadataServer with(String path, int status, String answer) {
		this.statuses.put(path, status);
		return with(path, answer);
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	public String url(String path) {
		return "http://127.0.0.1:" + port() + path;
	}

	/**
	 * The requests that came.
	 * @return method and path of each
	 */
	public List<String> requests() {
		return this.requests;
	}

	public @Nullable String header(String path, String name) {
		Headers headers = this.headers.get(path);
		return (headers != null) ? headers.getFirst(name) : null;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
