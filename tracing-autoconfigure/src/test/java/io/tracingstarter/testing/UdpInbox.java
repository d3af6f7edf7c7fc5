package io.tracingstarter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes datagrams on an ephemeral port of this machine.
 */
public final class UdpInbox implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 10_000;

	private static final String MARK = "mark";

	private final DatagramSocket socket;

	public UdpInbox() {
		try {
			this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			this.socket.setSoTimeout(PATIENCE_MILLIS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String address() {
		return "127.0.0.1:" + this.socket.getLocalPort();
	}

	/**
	 * Waits for the next datagram.
	 */
	public String next() {
		DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
		try {
			this.socket.receive(packet);
			return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns what was sent before this call, and not fetched yet. A datagram to this
	 * machine is there when it has been sent.
	 */
	public List<String> sentBefore() {
		try (DatagramSocket sender = new DatagramSocket()) {
			sender.send(new DatagramPacket(MARK.getBytes(StandardCharsets.UTF_8), MARK.length(),
					this.socket.getLocalSocketAddress()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List<String> sent = new ArrayList<>();
		String next = next();
		while (!next.equals(MARK)) {
			sent.add(next);
			next = next();
		}
		return sent;
	}

	@Override
	public void close() {
		this.socket.close();
	}

}
