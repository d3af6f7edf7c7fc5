package io.tracingstarter.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * The queue of one exporter: request threads add spans, the worker takes batches, as the
 * application's filters let them go.
 */
final class SpanQueue {

	private final SpanRing ring;

	private final Overflow overflow;

	private final SpanSelection selection;

	private final ExportStatistics statistics;

	private final DeliveryLog log;

	private volatile boolean closed;

	private volatile boolean dropped;

	SpanQueue(SpanRing ring, Overflow overflow, SpanSelection selection, ExportStatistics statistics, DeliveryLog log) {
		this.ring = ring;
		this.overflow = overflow;
		this.selection = selection;
		this.statistics = statistics;
		this.log = log;
	}

	/**
	 * Adds a finished span, from any thread. Takes no lock.
	 */
	void add(ReadableSpan span) {
		if (this.closed) {
			this.statistics.lost(LossReason.SHUT_DOWN, 1);
			return;
		}
		boolean added = this.ring.offer(span);
		while (!added && this.overflow == Overflow.DROP_OLDEST) {
			if (this.ring.poll() != null) {
				this.statistics.lost(LossReason.QUEUE_FULL, 1);
			}
			added = this.ring.offer(span);
		}
		if (!added) {
			this.statistics.lost(LossReason.QUEUE_FULL, 1);
		}
		if (this.dropped) {
			// added while the rest was dropped
			drop();
		}
	}

	int size() {
		return this.ring.size();
	}

	/**
	 * Takes spans off the queue, on the worker only.
	 * @param limit how many at most
	 * @return those to be exported
	 */
	List<SpanData> take(int limit) {
		List<SpanData> batch = new ArrayList<>(limit);
		for (int taken = 0; taken < limit; taken++) {
			ReadableSpan span = this.ring.poll();
			if (span == null) {
				break;
			}
			try {
				// safe here: an ended span no longer changes
				SpanData selected = this.selection.select(span.toSpanData());
				if (selected != null) {
					batch.add(selected);
				}
				else {
					this.statistics.filtered();
				}
			}
			catch (Throwable ex) {
				// also errors: what one span holds must not end the exporter's thread
				this.statistics.lost(LossReason.FAILED, 1);
				this.log.failed(FailureReason.of(ex));
			}
		}
		return Collections.unmodifiableList(batch);
	}

	/**
	 * From now on what ends is lost.
	 */
	void close() {
		this.closed = true;
	}

	/**
	 * Drops what is left.
	 */
	void drop() {
		this.closed = true;
		this.dropped = true;
		while (this.ring.poll() != null) {
			this.statistics.lost(LossReason.SHUT_DOWN, 1);
		}
	}

}
