package io.tracingstarter.export;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue for many request threads that offer and one worker that takes. Without
 * locks and without an allocation for each span, because a request pays for every offer.
 * <p>
 * Positions count up for ever; {@code head} is the next to take, {@code tail} the next to
 * fill. A position is claimed by moving {@code tail} and then filled, so the worker may
 * see a claimed slot that is still empty for a few nanoseconds.
 */
final class SpanRing {

	private final int capacity;

	private final AtomicReferenceArray<@Nullable ReadableSpan> slots;

	private final AtomicLong head = new AtomicLong();

	private final AtomicLong tail = new AtomicLong();

	SpanRing(int capacity) {
		this.capacity = capacity;
		this.slots = new AtomicReferenceArray<>(capacity);
	}

	/**
	 * Adds a span, from any thread.
	 * @return whether there was room
	 */
	boolean offer(ReadableSpan span) {
		long position;
		do {
			position = this.tail.get();
			if (position - this.head.get() >= this.capacity) {
				return false;
			}
		}
		while (!this.tail.compareAndSet(position, position + 1));
		this.slots.setRelease(slot(position), span);
		return true;
	}

	/**
	 * Takes the oldest span, on the worker only.
	 * @return the span, or {@code null} where there is none
	 */
	@Nullable ReadableSpan poll() {
		long position = this.head.get();
		if (position >= this.tail.get()) {
			return null;
		}
		int slot = slot(position);
		ReadableSpan span = this.slots.getAcquire(slot);
		while (span == null) {
			Thread.onSpinWait();
			span = this.slots.getAcquire(slot);
		}
		this.slots.setRelease(slot, null);
		this.head.setRelease(position + 1);
		return span;
	}

	int size() {
		// head first: it only grows, so that the difference cannot be negative
		long taken = this.head.get();
		return (int) Math.min(this.tail.get() - taken, this.capacity);
	}

	private int slot(long position) {
		return (int) (position % this.capacity);
	}

}
