package io.tracingstarter.cli.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.SpanKind;

/**
 * Finds out by how much the clocks of services differ, and corrects the times of spans.
 * <p>
 * A server works while its client waits. Each call therefore bounds the difference of two
 * clocks from both sides, as with NTP; of all differences that fit all calls between two
 * services the middle is taken, and none where the clocks may be the same. Where nothing
 * fits all calls, a service runs on several machines, and each call is corrected alone.
 * Messages say nothing: a consumer may be late.
 */
final class ClockSkew {

	/** As much as stores round. */
	private static final long START_TOLERANCE = Nanos.MILLISECOND;

	/** A client may have its answer before the server has finished. */
	private static final long END_TOLERANCE = 5 * Nanos.MILLISECOND;

	private final Map<String, Map<String, ClockBounds>> calls = new LinkedHashMap<>();

	private final Map<String, Long> offsets = new LinkedHashMap<>();

	/** Estimates the differences from spans in order of the tree. */
	ClockSkew(List<Node> ordered) {
		for (Node node : ordered) {
			Node parent = node.parent;
			if (parent != null && isCall(parent, node)) {
				this.calls.computeIfAbsent(key(parent), (caller) -> new LinkedHashMap<>())
					.computeIfAbsent(key(node), (callee) -> new ClockBounds())
					.add(parent, node);
			}
		}
		for (Node node : ordered) {
			if (node.parent == null) {
				spread(key(node));
			}
		}
	}

	/** Corrects spans in order of the tree. */
	void correct(List<Node> ordered) {
		for (Node node : ordered) {
			long offset = offset(node);
			if (offset != 0) {
				node.correct(offset);
			}
		}
	}

	/** Returns by how many nanoseconds the clock of a service is ahead. */
	long of(String service) {
		return this.offsets.getOrDefault(ServiceNames.key(service), 0L);
	}

	private long offset(Node node) {
		Node parent = node.parent;
		if (parent == null) {
			return of(node.span.service());
		}
		if (parent.sameService(node) || node.span.service().isEmpty()) {
			return parent.offset;
		}
		if (!isCall(parent, node)) {
			return of(node.span.service());
		}
		ClockBounds bounds = bounds(key(parent), key(node));
		return Nanos.plus(parent.offset, bounds.agree() ? bounds.offset() : ClockBounds.of(parent, node).offset());
	}

	private void spread(String service) {
		if (this.offsets.putIfAbsent(service, 0L) != null) {
			return;
		}
		Deque<String> open = new ArrayDeque<>(List.of(service));
		while (!open.isEmpty()) {
			String caller = open.remove();
			long offset = this.offsets.getOrDefault(caller, 0L);
			this.calls.getOrDefault(caller, Map.of()).forEach((callee, bounds) -> {
				long own = bounds.agree() ? bounds.offset() : 0;
				if (this.offsets.putIfAbsent(callee, Nanos.plus(offset, own)) == null) {
					open.add(callee);
				}
			});
		}
	}

	private ClockBounds bounds(String caller, String callee) {
		return this.calls.getOrDefault(caller, new HashMap<>()).getOrDefault(callee, new ClockBounds());
	}

	private static boolean isCall(Node parent, Node child) {
		return !parent.sameService(child) && !parent.span.service().isEmpty() && !child.span.service().isEmpty()
				&& parent.span.kind() != SpanKind.PRODUCER && child.span.kind() != SpanKind.CONSUMER;
	}

	private static String key(Node node) {
		return ServiceNames.key(node.span.service());
	}

	/** Between which values the difference of two clocks lies. */
	private static final class ClockBounds {

		private long low = Long.MIN_VALUE;

		private long high = Long.MAX_VALUE;

		/** From calls that say only which one came first. */
		private long guess;

		static ClockBounds of(Node parent, Node child) {
			ClockBounds bounds = new ClockBounds();
			bounds.add(parent, child);
			return bounds;
		}

		void add(Node parent, Node child) {
			long first = child.span.startNanos() - parent.span.startNanos();
			long last = child.span.endNanos() - parent.span.endNanos();
			// who gave up waiting says nothing of when the other one finished
			boolean waited = !parent.failed() || parent.span.answer() != null;
			if (last <= first && waited) {
				this.low = Math.max(this.low, last);
				this.high = Math.min(this.high, first);
			}
			else if (first < -START_TOLERANCE) {
				this.guess = Math.min(this.guess, first);
			}
		}

		boolean agree() {
			return this.low <= this.high;
		}

		long offset() {
			if (this.low == Long.MIN_VALUE && this.high == Long.MAX_VALUE) {
				return this.guess;
			}
			boolean same = this.low <= END_TOLERANCE && this.high >= -START_TOLERANCE;
			return (same || !agree()) ? 0 : this.low + (this.high - this.low) / 2;
		}

	}

}
