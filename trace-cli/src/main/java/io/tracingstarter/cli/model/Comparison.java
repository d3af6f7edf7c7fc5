package io.tracingstarter.cli.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Two requests side by side.
 *
 * @param first one of them
 * @param second the other one
 * @param rows their spans, in order of a tree of both
 */
public record Comparison(Story first, Story second, List<Row> rows) {

	public Comparison {
		rows = List.copyOf(rows);
	}

	/**
	 * What stands at the same place in both requests, or in one of them.
	 *
	 * @param depth how deep it lies; 0 for the first of its tree
	 * @param first the span of the first request; null where it has none
	 * @param second the span of the second request; null where it has none
	 * @param rank 1 for the greatest difference in self time, 2 for the next, up to 5; 0
	 * for all others
	 */
	public record Row(int depth, @Nullable StorySpan first, @Nullable StorySpan second, int rank) {

		/**
		 * Returns the span of the first request, or that of the second where there is
		 * none.
		 */
		public StorySpan any() {
			StorySpan span = (this.first != null) ? this.first : this.second;
			if (span == null) {
				throw new IllegalStateException("A row has a span");
			}
			return span;
		}

		/**
		 * Returns how much longer the second request was here by itself, in nanoseconds.
		 */
		public long selfDifference() {
			return ((this.second != null) ? this.second.selfNanos() : 0)
					- ((this.first != null) ? this.first.selfNanos() : 0);
		}

	}

}
