package io.tracingstarter.testing;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.MDC;

/**
 * What a listener received, with the ids that its log lines have.
 */
public final class Inbox {

	private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

	public void add(String text, Map<String, String> headers) {
		this.received.add(new Received(text, headers, MDC.get("correlationId"), MDC.get("traceId")));
	}

	public Received next() {
		try {
			Received next = this.received.poll(20, TimeUnit.SECONDS);
			if (next == null) {
				throw new AssertionError("Nothing was received");
			}
			return next;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * One message.
	 *
	 * @param text the message
	 * @param headers its headers
	 * @param correlationId as on the listener's log lines
	 * @param traceId as on the listener's log lines
	 */
	public record Received(String text, Map<String, String> headers, String correlationId, String traceId) {

	}

}
