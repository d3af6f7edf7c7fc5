package mysfits.demo.xray;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what services send to the X-Ray daemon, on a UDP port of 127.0.0.1, and keeps it.
 * The real daemon looks at the first line of a datagram only; this one reads all of it,
 * and tells of what it cannot read.
 */
public final class XRayDaemon implements AutoCloseable {

	private static final String HEADER = "{\"format\": \"json\", \"version\": 1}\n";

	private static final int LARGEST_DATAGRAM = 65_507;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private final DatagramSocket socket;

	private final Consumer<String> documents;

	private final ConcurrentLinkedQueue<Segment> received = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();

	/**
	 * Starts to listen.
	 * @param port the port; 0 for any free one
	 * @param documents gets each document as it came
	 * @throws UncheckedIOException if the port is taken
	 */
	public XRayDaemon(int port, Consumer<String> documents) {
		try {
			this.socket = new DatagramSocket(port, InetAddress.getByName("127.0.0.1"));
			// three services may send at once while this thread is not running
			this.socket.setReceiveBufferSize(4_000_000);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on UDP port " + port + " of 127.0.0.1", ex);
		}
		this.documents = documents;
		Thread thread = new Thread(this::receive, "xray-daemon");
		thread.setDaemon(true);
		thread.start();
	}

	private void receive() {
		byte[] buffer = new byte[LARGEST_DATAGRAM];
		while (!this.socket.isClosed()) {
			DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
			try {
				this.socket.receive(datagram);
				read(new String(buffer, 0, datagram.getLength(), StandardCharsets.UTF_8));
			}
			catch (SocketException ex) {
				// closed
			}
			catch (IOException | RuntimeException ex) {
				this.problems.add(ex.toString());
			}
		}
	}

	private void read(String datagram) {
		if (!datagram.startsWith(HEADER)) {
			this.problems.add("A datagram does not begin with the daemon's header: " + datagram);
			return;
		}
		String document = datagram.substring(HEADER.length());
		this.documents.accept(document);
		try {
			this.received.add(JSON.readValue(document, Segment.class));
		}
		catch (JacksonException ex) {
			this.problems.add("A document is none: " + ex.getOriginalMessage());
		}
	}

	/**
	 * Returns where it listens.
	 */
	public String address() {
		return "127.0.0.1:" + this.socket.getLocalPort();
	}

	/**
	 * Returns the documents of a trace that have come so far.
	 * @param traceId 32 hexadecimal digits
	 */
	public SegmentTrace trace(String traceId) {
		String id = "1-" + traceId.substring(0, 8) + "-" + traceId.substring(8);
		List<Segment> segments = new ArrayList<>(this.received);
		segments.removeIf((segment) -> !id.equals(segment.traceId()));
		return new SegmentTrace(id, segments);
	}

	/**
	 * Returns what could not be read, each in a sentence.
	 */
	public List<String> problems() {
		return List.copyOf(this.problems);
	}

	@Override
	public void close() {
		this.socket.close();
	}

}
