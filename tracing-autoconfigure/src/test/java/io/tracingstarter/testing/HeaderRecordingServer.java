package io.tracingstarter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;

/**
 * An HTTP server that answers 200 and remembers which headers it was sent.
 */
public final class HeaderRecordingServer implements AutoCloseable {

	private final BlockingQueue<Map<String, List<String>>> requests = new LinkedBlockingQueue<>();

	private final HttpServer server;

	public HeaderRecordingServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> {
			this.requests.add(Map.copyOf(exchange.getRequestHeaders()));
			exchange.sendResponseHeaders(200, 2);
			exchange.getResponseBody().write("ok".getBytes());
			exchange.close();
		});
		this.server.start();
	}

	public String url() {
		return url("127.0.0.1");
	}

	public String url(String host) {
		return "http://" + host + ":" + this.server.getAddress().getPort() + "/";
	}

	/**
	 * The headers of the next request.
	 * @return names, with a capital first letter only, and all their values
	 */
	public Map<String, List<String>> next() {
		try {
			Map<String, List<String>> headers = this.requests.poll(30, TimeUnit.SECONDS);
			if (headers == null) {
				throw new AssertionError("No request came");
			}
			return headers;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
