package io.tracingstarter.export.xray;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Sends documents to the X-Ray daemon, a datagram each. UDP promises nothing, but to a
 * daemon on the same machine it tells when nobody listens. The host's name is looked up
 * again now and then, and after each failure. Used by one thread.
 */
final class DaemonSocket implements Closeable {

	private static final byte[] HEADER = "{\"format\": \"json\", \"version\": 1}\n".getBytes(StandardCharsets.US_ASCII);

	/** Room for any. */
	private static final int MAX_DATAGRAM = 64 * 1024;

	private static final long LOOK_UP_NANOS = TimeUnit.MINUTES.toNanos(1);

	/** Smaller ones every system takes; macOS takes no larger ones, unless told to. */
	private static final int ALWAYS_TAKEN = 9 * 1000;

	// of glibc and macOS, musl, Windows
	private static final Pattern TOO_LARGE = Pattern.compile("(?i)too long|too large|larger than");

	private final DaemonAddress address;

	private final LookUp lookUp;

	private final LongSupplier nanoTime;

	private ByteBuffer datagram = ByteBuffer.allocateDirect(MAX_DATAGRAM).put(HEADER);

	private @Nullable DatagramChannel channel;

	private @Nullable InetSocketAddress resolved;

	private long lookUpAt;

	private volatile boolean closed;

	/**
	 * Creates the socket, without opening it.
	 * @param address where the daemon is, in words
	 * @param lookUp finds it
	 * @param nanoTime {@link System#nanoTime()}
	 */
	DaemonSocket(DaemonAddress address, LookUp lookUp, LongSupplier nanoTime) {
		this.address = address;
		this.lookUp = lookUp;
		this.nanoTime = nanoTime;
	}

	/**
	 * Sends a document.
	 * @throws DatagramTooLargeException if this system sends no datagram of that size
	 * @throws IOException if nobody listens, the host has no address, or the socket is
	 * closed
	 */
	void send(byte[] document, int length) throws IOException {
		DatagramChannel connected = connected();
		this.datagram.clear().position(HEADER.length);
		this.datagram.put(document, 0, length).flip();
		try {
			connected.write(this.datagram);
		}
		catch (IOException ex) {
			if (length > ALWAYS_TAKEN && ex.getMessage() != null && TOO_LARGE.matcher(ex.getMessage()).find()) {
				throw new DatagramTooLargeException(length);
			}
			disconnect();
			throw (ex instanceof PortUnreachableException) ? nobodyListens() : ex;
		}
	}

	/**
	 * Tells of datagrams that nobody took.
	 * @throws IOException if there were some
	 */
	void check() throws IOException {
		DatagramChannel connected = this.channel;
		if (connected != null) {
			try {
				connected.configureBlocking(false);
				this.datagram.clear().position(HEADER.length);
				connected.read(this.datagram);
			}
			catch (PortUnreachableException ex) {
				disconnect();
				throw nobodyListens();
			}
			finally {
				if (connected.isOpen()) {
					connected.configureBlocking(true);
				}
			}
		}
	}

	private IOException nobodyListens() {
		return new IOException("nobody listens on " + this.address);
	}

	private DatagramChannel connected() throws IOException {
		if (this.closed) {
			throw new IOException("closed");
		}
		long now = this.nanoTime.getAsLong();
		DatagramChannel current = this.channel;
		if (current != null && now - this.lookUpAt < 0) {
			return current;
		}
		InetSocketAddress found = this.lookUp.find();
		this.lookUpAt = now + LOOK_UP_NANOS;
		if (current != null && found.equals(this.resolved)) {
			return current;
		}
		disconnect();
		DatagramChannel fresh = DatagramChannel.open();
		try {
			fresh.connect(found);
		}
		catch (IOException | RuntimeException ex) {
			fresh.close();
			throw ex;
		}
		this.channel = fresh;
		this.resolved = found;
		return fresh;
	}

	private void disconnect() throws IOException {
		DatagramChannel old = this.channel;
		this.channel = null;
		if (old != null) {
			old.close();
		}
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		disconnect();
	}

	/**
	 * Finds the daemon.
	 */
	@FunctionalInterface
	interface LookUp {

		/**
		 * Looks the daemon's host up.
		 * @throws UnknownHostException if it has no address
		 */
		InetSocketAddress find() throws UnknownHostException;

	}

}
