package io.tracingstarter.export.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A backend that is posted to over HTTP.
 */
final class HttpFaultBackend implements FaultBackend {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Set<String> accepted = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Fault fault;

	/**
	 * Starts it.
	 * @param names finds the names of the spans in a body
	 */
	HttpFaultBackend(Function<byte[], Collection<String>> names) {
		try {
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> {
			answer(exchange, names.apply(exchange.getRequestBody().readAllBytes()));
			exchange.close();
		});
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	private void answer(HttpExchange exchange, Collection<String> names) throws IOException {
		Fault current = this.fault;
		if (current == null) {
			this.accepted.addAll(names);
			exchange.sendResponseHeaders(200, -1);
			return;
		}
		if (current.name().endsWith("RETRY_AFTER")) {
			exchange.getResponseHeaders().add("Retry-After", "1");
		}
		exchange.sendResponseHeaders(status(current), -1);
	}

	private static int status(Fault fault) {
		return switch (fault) {
			case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_WITH_RETRY_AFTER -> 429;
			case UNAVAILABLE, UNAVAILABLE_WITH_RETRY_AFTER -> 503;
			default -> 400;
		};
	}

	@Override
	public int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void answer(Fault fault) {
		this.fault = fault;
	}

	@Override
	public void accept() {
		this.fault = null;
	}

	@Override
	public Set<String> accepted() {
		return this.accepted;
	}

	@Override
	public boolean isHttp2() {
		return false;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
