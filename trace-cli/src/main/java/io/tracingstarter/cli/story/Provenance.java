package io.tracingstarter.cli.story;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

import io.tracingstarter.cli.model.Search;

/**
 * Knows which source told what: the evidence holds one search's findings after the
 * other's.
 */
final class Provenance {

	private final List<Search> searches;

	/** Where the findings of each search end. */
	private final int[] ends;

	private final boolean known;

	/**
	 * @param searches what was searched
	 * @param count how many of the findings are a search's
	 * @param size how many findings there are
	 */
	Provenance(List<Search> searches, ToIntFunction<Search> count, int size) {
		this.searches = searches;
		this.ends = new int[searches.size()];
		long end = 0;
		for (int i = 0; i < this.ends.length; i++) {
			end += count.applyAsInt(searches.get(i));
			this.ends[i] = (int) Math.min(end, Integer.MAX_VALUE);
		}
		this.known = end == size;
	}

	/** Returns the name of the source that told the finding; empty where unknown. */
	String of(int finding) {
		if (!this.known) {
			return "";
		}
		int search = Arrays.binarySearch(this.ends, finding);
		int next = (search >= 0) ? search + 1 : -search - 1;
		// searches that found nothing end where the one before them ends
		while (next < this.ends.length && this.ends[next] <= finding) {
			next++;
		}
		return this.searches.get(next).source();
	}

}
