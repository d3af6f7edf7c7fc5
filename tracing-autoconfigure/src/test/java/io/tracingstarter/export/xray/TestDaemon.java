package io.tracingstarter.export.xray;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;

/**
 * The socket of an X-Ray daemon, which takes what comes.
 */
final class TestDaemon implements AutoCloseable {

	private static final String HEADER = "{\"format\": \"json\", \"version\": 1}\n";

	private final DatagramSocket socket;

	TestDaemon() {
		this("127.0.0.1", 0);
	}

	TestDaemon(String host, int port) {
		try {
			this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(host), port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A port where nobody listens. */
	static int freePort() {
		try (TestDaemon daemon = new TestDaemon()) {
			return daemon.port();
		}
	}

	int port() {
		return this.socket.getLocalPort();
	}

	InetSocketAddress socketAddress() {
		return (InetSocketAddress) this.socket.getLocalSocketAddress();
	}

	DaemonAddress address() {
		String host = this.socket.getLocalAddress().getHostAddress();
		return new DaemonAddress(host, port(), host, port());
	}

	/** The next document. */
	JsonNode document() {
		String datagram = receive(20_000);
		if (!datagram.startsWith(HEADER)) {
			throw new AssertionError("No header: " + datagram);
		}
		return Documents.read(datagram.substring(HEADER.length()));
	}

	/** Whether something has come. Takes it away. */
	boolean hasReceived() {
		return !receive(1).isEmpty();
	}

	private String receive(int millis) {
		DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
		try {
			this.socket.setSoTimeout(millis);
			this.socket.receive(packet);
			return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
		}
		catch (SocketTimeoutException ex) {
			return "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.socket.close();
	}

}
