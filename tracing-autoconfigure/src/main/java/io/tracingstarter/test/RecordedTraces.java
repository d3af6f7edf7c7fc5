package io.tracingstarter.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.assertj.core.api.AssertProvider;

/**
 * Keeps the spans of a test in memory. A test gets it with
 * {@code @AutoConfigureTracingTest}, injects it, and asks:
 *
 * <pre>{@code
 * assertThat(this.traces).singleTrace().hasSpan("http get /mysfits").withTag("status", "200");
 * }</pre>
 *
 * A span that has started is waited for: a server span ends after its response has
 * arrived. Emptied before each test method. Safe for use by several threads.
 */
public final class RecordedTraces implements SpanProcessor, AssertProvider<RecordedTracesAssert> {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Map<String, Recording> recordings = new LinkedHashMap<>();

	private final Duration patience;

	/**
	 * Creates a recorder that waits up to ten seconds for a span to end.
	 */
	public RecordedTraces() {
		this(Duration.ofSeconds(10));
	}

	/**
	 * Creates a recorder.
	 * @param patience how long to wait for what has started to end
	 */
	public RecordedTraces(Duration patience) {
		this.patience = patience;
	}

	@Override
	public void onStart(Context parent, ReadWriteSpan span) {
		this.lock.lock();
		try {
			this.recordings.computeIfAbsent(span.getSpanContext().getTraceId(), (id) -> new Recording()).running
				.add(span.getSpanContext().getSpanId());
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public boolean isStartRequired() {
		return true;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		this.lock.lock();
		try {
			Recording recording = this.recordings.get(span.getSpanContext().getTraceId());
			// a span of an earlier test method belongs to nobody
			if (recording != null && recording.running.remove(span.getSpanContext().getSpanId())) {
				recording.spans.add(span.toSpanData());
				this.changed.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public boolean isEndRequired() {
		return true;
	}

	/**
	 * Forgets everything.
	 */
	public void clear() {
		this.lock.lock();
		try {
			this.recordings.clear();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * The traces since the last {@link #clear()}, in the order in which they started,
	 * once every span that has started has ended.
	 * @return the finished spans of each trace, in the order in which they ended; where
	 * the patience has run out, those that have ended by then
	 */
	public List<List<SpanData>> traces() {
		this.lock.lock();
		try {
			long remaining = this.patience.toNanos();
			while (remaining > 0 && this.recordings.values().stream().anyMatch(Recording::isRunning)) {
				remaining = this.changed.awaitNanos(remaining);
			}
			return this.recordings.values().stream().map(Recording::copy).toList();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while spans were running", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public RecordedTracesAssert assertThat() {
		return new RecordedTracesAssert(this);
	}

	@Override
	public String toString() {
		return "RecordedTraces" + traces();
	}

	private static final class Recording {

		private final List<SpanData> spans = new ArrayList<>();

		private final Set<String> running = new HashSet<>();

		boolean isRunning() {
			return !this.running.isEmpty();
		}

		List<SpanData> copy() {
			return List.copyOf(this.spans);
		}

	}

}
