package io.tracingstarter.export.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A collector of log lines.
 */
final class LogFaultBackend implements FaultBackend {

	private final ServerSocket server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Set<String> accepted = ConcurrentHashMap.newKeySet();

	LogFaultBackend() {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.execute(() -> {
			while (!this.server.isClosed()) {
				try {
					Socket client = this.server.accept();
					this.threads.execute(() -> read(client));
				}
				catch (IOException ex) {
					// closed
				}
			}
		});
	}

	private void read(Socket client) {
		try (client;
				BufferedReader lines = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				this.accepted.addAll(SpanNames.ofLogLine(line));
			}
		}
		catch (IOException ex) {
			// the client has gone
		}
	}

	@Override
	public int port() {
		return this.server.getLocalPort();
	}

	@Override
	public void answer(Fault fault) {
		throw new UnsupportedOperationException("Log lines are not answered");
	}

	@Override
	public void accept() {
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
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
