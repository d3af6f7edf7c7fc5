package io.tracingstarter.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.guard.GuardedListeners;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is kept to the exporters, and remembers for a while which traces these were:
 * what a request started may end long after it. Any thread.
 */
final class KeptTraces {

	/** Failures come in storms; an id costs about a hundred bytes. */
	private static final int REMEMBERED = 1000;

	private final Supplier<List<SpanProcessor>> exporters;

	private final GuardedListeners<SamplingListener> listeners;

	private final Map<String, KeepReason> remembered = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, KeepReason> eldest) {
			return size() > REMEMBERED;
		}

	};

	KeptTraces(Supplier<List<SpanProcessor>> exporters, List<SamplingListener> listeners) {
		this.exporters = exporters;
		this.listeners = new GuardedListeners<>(listeners);
	}

	/**
	 * Says that a trace is kept from now on.
	 */
	void add(String traceId, KeepReason reason) {
		synchronized (this.remembered) {
			if (this.remembered.putIfAbsent(traceId, reason) != null) {
				return;
			}
		}
		this.listeners.tell((listener) -> listener.kept(reason));
	}

	/**
	 * Why a trace was kept not long ago; {@code null} where it was not.
	 */
	@Nullable KeepReason reasonOf(String traceId) {
		synchronized (this.remembered) {
			return this.remembered.get(traceId);
		}
	}

	void export(ReadableSpan span, KeepReason reason) {
		KeptSpan kept = new KeptSpan(span, reason);
		for (SpanProcessor exporter : this.exporters.get()) {
			exporter.onEnd(kept);
		}
	}

	void overflowed(BufferLimit limit) {
		this.listeners.tell((listener) -> listener.overflowed(limit));
	}

}
