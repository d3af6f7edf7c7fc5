package io.tracingstarter.cli.source.cloudwatch;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides what is too much for one request.
 */
final class Parts {

	/** A filter pattern has at most 1024 characters; a text needs a few more in it. */
	static final int PATTERN_LENGTH = 1024;

	private static final int AROUND_TEXT = 2;

	private Parts() {
	}

	static <T> List<List<T>> ofSize(List<T> all, int size) {
		List<List<T>> parts = new ArrayList<>();
		for (int i = 0; i < all.size(); i += size) {
			parts.add(all.subList(i, Math.min(all.size(), i + size)));
		}
		return parts;
	}

	/**
	 * Returns parts whose texts and what stands between them are not longer than that,
	 * except where one text alone is.
	 */
	static List<List<String>> ofLength(List<String> texts, int length) {
		List<List<String>> parts = new ArrayList<>();
		List<String> part = new ArrayList<>();
		int used = 0;
		for (String text : texts) {
			if (!part.isEmpty() && used + text.length() + AROUND_TEXT > length) {
				parts.add(part);
				part = new ArrayList<>();
				used = 0;
			}
			part.add(text);
			used += text.length() + AROUND_TEXT;
		}
		parts.add(part);
		return parts;
	}

}
