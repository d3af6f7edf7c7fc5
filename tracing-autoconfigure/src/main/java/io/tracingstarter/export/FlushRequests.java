package io.tracingstarter.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.opentelemetry.sdk.common.CompletableResultCode;

/**
 * Flushes that were asked for and have not begun. From any thread.
 */
final class FlushRequests {

	private final Queue<CompletableResultCode> waiting = new ConcurrentLinkedQueue<>();

	CompletableResultCode add() {
		CompletableResultCode flush = new CompletableResultCode();
		this.waiting.add(flush);
		return flush;
	}

	boolean isEmpty() {
		return this.waiting.isEmpty();
	}

	List<CompletableResultCode> take() {
		List<CompletableResultCode> taken = new ArrayList<>();
		CompletableResultCode flush = this.waiting.poll();
		while (flush != null) {
			taken.add(flush);
			flush = this.waiting.poll();
		}
		return taken;
	}

	static void complete(List<CompletableResultCode> flushes, boolean delivered) {
		for (CompletableResultCode flush : flushes) {
			if (delivered) {
				flush.succeed();
			}
			else {
				flush.fail();
			}
		}
	}

}
