package io.tracingstarter.export.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * A port of 127.0.0.1 in front of a backend, which passes on what comes or does worse to
 * it. The number stays the same when that changes.
 */
public final class FaultyPort implements AutoCloseable {

	private static final int FULL_BACKLOG_ATTEMPTS = 16;

	private final int backend;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final List<Socket> backlog = new ArrayList<>();

	private final int number;

	private @Nullable ServerSocket server;

	private volatile @Nullable SSLContext tls;

	private volatile String protocol = "http/1.1";

	public FaultyPort(int backend) {
		this.backend = backend;
		ServerSocket bound = bind(0, 50);
		this.number = bound.getLocalPort();
		this.server = bound;
	}

	public int number() {
		return this.number;
	}

	/**
	 * Speaks TLS from now on.
	 * @param context the certificate
	 * @param protocol the protocol that is agreed on, {@code h2} or {@code http/1.1}
	 */
	FaultyPort secure(SSLContext context, String protocol) {
		this.protocol = protocol;
		this.tls = context;
		return this;
	}

	/** Refuses connections. */
	public void refuse() {
		dropAll();
	}

	/** Lets connections begin that never come about: nobody accepts them. */
	public void hangOnConnect() {
		dropAll();
		this.server = bind(this.number, 1);
		try {
			for (int i = 0; i < FULL_BACKLOG_ATTEMPTS; i++) {
				Socket waiting = new Socket();
				this.backlog.add(waiting);
				waiting.connect(new InetSocketAddress("127.0.0.1", this.number), 200);
			}
		}
		catch (SocketTimeoutException ex) {
			// full
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Does something else than to pass on. */
	public void behave(Behaviour behaviour) {
		accept(behaviour);
	}

	/** Passes on to the backend. */
	void heal() {
		accept((client) -> {
			Socket target = new Socket("127.0.0.1", this.backend);
			this.sockets.add(target);
			this.threads.execute(() -> copy(client, target));
			copy(target, client);
		});
	}

	private void accept(Behaviour behaviour) {
		dropAll();
		ServerSocket bound = bind(this.number, 50);
		this.server = bound;
		this.threads.execute(() -> {
			while (!bound.isClosed()) {
				try {
					Socket client = bound.accept();
					this.sockets.add(client);
					if (bound.isClosed()) {
						// came while all others were dropped
						close(client);
					}
					this.threads.execute(() -> serve(client, behaviour));
				}
				catch (IOException ex) {
					// closed: the next behaviour takes over
				}
			}
		});
	}

	private void serve(Socket client, Behaviour behaviour) {
		try {
			behaviour.serve(secured(client));
		}
		catch (IOException ex) {
			// the client has gone
		}
		finally {
			close(client);
		}
	}

	private Socket secured(Socket client) throws IOException {
		SSLContext context = this.tls;
		if (context == null) {
			return client;
		}
		SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(client, null, this.number, true);
		this.sockets.add(secured);
		secured.setUseClientMode(false);
		secured.setHandshakeApplicationProtocolSelector((socket, protocols) -> this.protocol);
		secured.startHandshake();
		return secured;
	}

	private void copy(Socket from, Socket to) {
		try (InputStream input = from.getInputStream(); OutputStream output = to.getOutputStream()) {
			byte[] buffer = new byte[8192];
			int read = input.read(buffer);
			while (read >= 0) {
				output.write(buffer, 0, read);
				output.flush();
				read = input.read(buffer);
			}
		}
		catch (IOException ex) {
			// one of both has gone
		}
		finally {
			close(from);
			close(to);
		}
	}

	private static ServerSocket bind(int port, int backlog) {
		while (true) {
			try {
				ServerSocket socket = new ServerSocket();
				socket.setReuseAddress(true);
				socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), backlog);
				return socket;
			}
			catch (BindException ex) {
				// what was closed a moment ago may not be gone yet
				LockSupport.parkNanos(1_000_000);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void dropAll() {
		ServerSocket before = this.server;
		if (before != null) {
			close(before);
		}
		this.server = null;
		this.backlog.forEach(FaultyPort::close);
		this.backlog.clear();
		this.sockets.forEach(FaultyPort::close);
		this.sockets.clear();
	}

	private static void close(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			// closed is closed
		}
	}

	@Override
	public void close() {
		dropAll();
		this.threads.shutdownNow();
	}

	/**
	 * What happens to a connection. It is closed afterwards.
	 */
	public interface Behaviour {

		void serve(Socket client) throws IOException;

	}

}
