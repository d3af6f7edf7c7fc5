package io.tracingstarter.cli.story;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Finds the span that encloses a time most tightly: of those that do, the last to begin.
 * Takes logarithmic time.
 */
final class Enclosing {

	/** How many spans are tried for one that is also liked. */
	private static final int MAX_TRIES = 16;

	private final Node[] nodes;

	private final int leaves;

	/** A tree of the latest end in each range of nodes. */
	private final long[] latest;

	Enclosing(Collection<Node> nodes) {
		this.nodes = nodes.toArray(new Node[0]);
		Arrays.sort(this.nodes, Tree.IN_TIME);
		this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, this.nodes.length * 2 - 1)));
		this.latest = new long[this.leaves * 2];
		Arrays.fill(this.latest, Long.MIN_VALUE);
		for (int i = 0; i < this.nodes.length; i++) {
			this.latest[this.leaves + i] = this.nodes[i].end;
		}
		for (int i = this.leaves - 1; i > 0; i--) {
			this.latest[i] = Math.max(this.latest[2 * i], this.latest[2 * i + 1]);
		}
	}

	/**
	 * Returns the span that encloses a time and is liked; if none is, the tightest of
	 * all; null where no span encloses it.
	 */
	@Nullable Node find(long from, long until, Predicate<Node> liked) {
		Node tightest = null;
		int at = lastNotAfter(from);
		for (int i = 0; i < MAX_TRIES; i++) {
			at = lastReaching(at, until);
			if (at < 0) {
				return tightest;
			}
			Node node = this.nodes[at];
			if (liked.test(node)) {
				return node;
			}
			tightest = (tightest != null) ? tightest : node;
			at--;
		}
		return tightest;
	}

	private int lastNotAfter(long from) {
		int low = 0;
		int high = this.nodes.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.nodes[middle].start <= from) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low - 1;
	}

	private int lastReaching(int last, long until) {
		if (last < 0) {
			return -1;
		}
		int at = this.leaves + last;
		while (this.latest[at] < until) {
			while ((at & 1) == 0) {
				at >>= 1;
			}
			if (at == 1) {
				return -1;
			}
			at--;
		}
		while (at < this.leaves) {
			at = (this.latest[2 * at + 1] >= until) ? 2 * at + 1 : 2 * at;
		}
		return at - this.leaves;
	}

}
