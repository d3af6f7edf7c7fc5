package io.tracingstarter.export;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue for many request threads that offer, and that take where the oldest span
 * has to make room. Without locks and without an allocation for each span, because a
 * request pays for every offer.
 * <p>
 * Positions count up for ever; {@code head} is the next to take, {@code tail} the next to
 * fill. Each slot has a turn: twice the position that may fill it next, and one more once
 * it is filled. Whoever moves {@code head} or {@code tail} owns the slot until it sets
 * the next turn. After Dmitry Vyukov's bounded queue for many producers and consumers;
 * twice the position, so that a capacity of 1 works.
 *
 * @see <a href=
 * "https://www.1024cores.net/home/lock-free-algorithms/queues/bounded-mpmc-queue">Bounded
 * MPMC queue</a>
 */
final class SpanRing {

	private final int capacity;

	private final AtomicReferenceArray<@Nullable ReadableSpan> slots;

	private final AtomicLongArray turns;

	private final AtomicLong head = new AtomicLong();

	private final AtomicLong tail = new AtomicLong();

	SpanRing(int capacity) {
		this.capacity = capacity;
		this.slots = new AtomicReferenceArray<>(capacity);
		this.turns = new AtomicLongArray(capacity);
		for (int slot = 0; slot < capacity; slot++) {
			this.turns.set(slot, 2L * slot);
		}
	}

	/**
	 * Adds a span, from any thread.
	 * @return whether there was room
	 */
	boolean offer(ReadableSpan span) {
		while (true) {
			long position = this.tail.get();
			int slot = slot(position);
			long turn = this.turns.get(slot);
			if (turn < 2 * position) {
				return false;
			}
			if (turn == 2 * position && this.tail.compareAndSet(position, position + 1)) {
				this.slots.setPlain(slot, span);
				this.turns.set(slot, turn + 1);
				return true;
			}
		}
	}

	/**
	 * Takes the oldest span, from any thread.
	 * @return the span, or {@code null} where there is none
	 */
	@Nullable ReadableSpan poll() {
		while (true) {
			long position = this.head.get();
			int slot = slot(position);
			long turn = this.turns.get(slot);
			if (turn < 2 * position + 1) {
				return null;
			}
			if (turn == 2 * position + 1 && this.head.compareAndSet(position, position + 1)) {
				ReadableSpan span = this.slots.getPlain(slot);
				this.slots.setPlain(slot, null);
				this.turns.set(slot, 2 * (position + this.capacity));
				return span;
			}
		}
	}

	int size() {
		// head first: it only grows, so that the difference cannot be negative
		long taken = this.head.get();
		return (int) Math.min(this.tail.get() - taken, this.capacity);
	}

	int capacity() {
		return this.capacity;
	}

	private int slot(long position) {
		return (int) (position % this.capacity);
	}

}
