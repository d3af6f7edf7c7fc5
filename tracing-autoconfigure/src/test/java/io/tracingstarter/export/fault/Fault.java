package io.tracingstarter.export.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

import io.tracingstarter.export.LossReason;

/**
 * What can be wrong with a backend: how it comes about, why spans are lost then, and what
 * the operator reads.
 */
enum Fault {

	REFUSED(LossReason.UNREACHABLE, "Connection refused", Kind.CONNECTION),

	HANGS_ON_CONNECT(LossReason.TIMED_OUT, "(connecting timed out|no answer in time)", Kind.CONNECTION),

	HANGS_ON_ANSWER(LossReason.TIMED_OUT, "no answer in time", Kind.CONNECTION),

	SLOW_DRIP(LossReason.TIMED_OUT, "no answer in time", Kind.CONNECTION),

	GARBAGE(LossReason.UNREACHABLE, ".+", Kind.CONNECTION),

	CLOSED_MID_BODY(LossReason.UNREACHABLE, ".+", Kind.CONNECTION),

	WRONG_CERTIFICATE(LossReason.UNREACHABLE, "TLS: .*", Kind.TLS),

	TOO_MANY_REQUESTS(LossReason.OVERLOADED, "(HTTP 429|gRPC RESOURCE_EXHAUSTED).*", Kind.ANSWER),

	TOO_MANY_REQUESTS_WITH_RETRY_AFTER(LossReason.OVERLOADED, "(HTTP 429|gRPC RESOURCE_EXHAUSTED).*", Kind.ANSWER),

	UNAVAILABLE(LossReason.OVERLOADED, "(HTTP 503|gRPC UNAVAILABLE).*", Kind.ANSWER),

	UNAVAILABLE_WITH_RETRY_AFTER(LossReason.OVERLOADED, "(HTTP 503|gRPC UNAVAILABLE).*", Kind.ANSWER),

	BAD_REQUEST(LossReason.REJECTED, "(HTTP 400|gRPC INVALID_ARGUMENT).*", Kind.ANSWER);

	private static final byte[] HTTP_DRIP = "HTTP/1.1 200 OK\r\nX-Drip: ".getBytes(StandardCharsets.US_ASCII);

	// an empty SETTINGS frame
	private static final byte[] HTTP_2_DRIP = { 0, 0, 0, 4, 0, 0, 0, 0, 0 };

	private final LossReason lossReason;

	private final String reason;

	private final Kind kind;

	Fault(LossReason lossReason, String reason, Kind kind) {
		this.lossReason = lossReason;
		this.reason = reason;
		this.kind = kind;
	}

	Kind kind() {
		return this.kind;
	}

	LossReason lossReason(FaultBackend backend) {
		// the OTLP specification: not to be tried again unless the server says when
		return (this == TOO_MANY_REQUESTS && backend.isHttp2()) ? LossReason.REJECTED : this.lossReason;
	}

	/** Regular expression for the reason in words. */
	String reason() {
		return this.reason;
	}

	void cause(FaultyPort port, FaultBackend backend) {
		switch (this) {
			case REFUSED -> port.refuse();
			case HANGS_ON_CONNECT -> port.hangOnConnect();
			case HANGS_ON_ANSWER -> port.behave((client) -> {
				while (client.getInputStream().read() >= 0) {
					// and says nothing
				}
			});
			case SLOW_DRIP -> port.behave((client) -> drip(client, backend.isHttp2() ? HTTP_2_DRIP : HTTP_DRIP));
			case GARBAGE -> port.behave((client) -> {
				client.getOutputStream().write(new byte[] { (byte) 0xff, 0, (byte) 0xfe, 'n', 'o', '\r', '\n', 7 });
				client.getOutputStream().flush();
				read(client, 1000);
			});
			case CLOSED_MID_BODY -> port.behave((client) -> read(client, 150));
			case WRONG_CERTIFICATE -> port.heal();
			default -> {
				backend.answer(this);
				port.heal();
			}
		}
	}

	private static void drip(Socket client, byte[] drops) throws IOException {
		for (int i = 0; true; i++) {
			client.getOutputStream().write((i < drops.length || drops == HTTP_2_DRIP) ? drops[i % drops.length] : 'x');
			client.getOutputStream().flush();
			LockSupport.parkNanos(5_000_000);
		}
	}

	private static void read(Socket client, int bytes) throws IOException {
		InputStream input = client.getInputStream();
		for (int i = 0; i < bytes && input.read() >= 0; i++) {
			// goes on
		}
	}

	/**
	 * Where a fault happens.
	 */
	enum Kind {

		/** On the way to the backend. */
		CONNECTION,

		/** In what the backend shows of itself. */
		TLS,

		/** In what the backend answers. */
		ANSWER

	}

}
