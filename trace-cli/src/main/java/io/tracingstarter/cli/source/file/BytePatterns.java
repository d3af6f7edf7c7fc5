package io.tracingstarter.cli.source.file;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the first of several byte sequences, in a time that grows with the text divided
 * by the length of the shortest: the algorithm of Wu and Manber ("A fast algorithm for
 * multi-pattern searching", 1994) with blocks of two bytes.
 */
final class BytePatterns {

	private static final int TABLE = 1 << 13;

	private final byte[][] patterns;

	private final int[][] candidates;

	private final byte[] shifts = new byte[TABLE];

	private final int window;

	private final int longest;

	/**
	 * @param patterns at least one, none of them empty
	 */
	BytePatterns(List<byte[]> patterns) {
		this.patterns = patterns.toArray(byte[][]::new);
		this.window = patterns.stream().mapToInt((pattern) -> pattern.length).min().orElseThrow();
		this.longest = patterns.stream().mapToInt((pattern) -> pattern.length).max().orElseThrow();
		this.candidates = new int[TABLE][];
		Arrays.fill(this.shifts, (byte) Math.min(Math.max(1, this.window - 1), Byte.MAX_VALUE));
		for (int index = 0; index < this.patterns.length; index++) {
			add(index, this.patterns[index]);
		}
	}

	private void add(int index, byte[] pattern) {
		for (int last = 1; last < this.window; last++) {
			int block = block(pattern[last - 1], pattern[last]);
			int shift = Math.min(this.window - 1 - last, Byte.MAX_VALUE);
			this.shifts[block] = (byte) Math.min(this.shifts[block], shift);
			if (last == this.window - 1) {
				addCandidate(block, index);
			}
		}
	}

	private void addCandidate(int block, int index) {
		int[] before = (this.candidates[block] != null) ? this.candidates[block] : new int[0];
		int[] after = Arrays.copyOf(before, before.length + 1);
		after[before.length] = index;
		this.candidates[block] = after;
	}

	int longest() {
		return this.longest;
	}

	int length(int index) {
		return this.patterns[index].length;
	}

	/**
	 * Finds the next match.
	 * @param text where to search
	 * @param from the first byte where a match may begin
	 * @param to the end of the text, exclusive
	 * @return the place where it begins, in the upper 32 bits, and the index of the
	 * pattern, in the lower; negative where there is none
	 */
	long find(byte[] text, int from, int to) {
		if (this.window == 1) {
			return findSlowly(text, from, to);
		}
		int last = from + this.window - 1;
		while ((last = skip(text, last, to, this.shifts)) < to) {
			int start = last - this.window + 1;
			int[] indexes = this.candidates[block(text[last - 1], text[last])];
			for (int index : indexes) {
				if (matches(text, start, to, this.patterns[index])) {
					return ((long) start << 32) | index;
				}
			}
			last++;
		}
		return -1;
	}

	// the loop that a gigabyte runs through: small, so that it is compiled at once
	private static int skip(byte[] text, int last, int to, byte[] shifts) {
		int at = last;
		while (at < to) {
			int shift = shifts[block(text[at - 1], text[at])];
			if (shift == 0) {
				return at;
			}
			at += shift;
		}
		return at;
	}

	private long findSlowly(byte[] text, int from, int to) {
		for (int start = from; start < to; start++) {
			for (int index = 0; index < this.patterns.length; index++) {
				if (matches(text, start, to, this.patterns[index])) {
					return ((long) start << 32) | index;
				}
			}
		}
		return -1;
	}

	private static boolean matches(byte[] text, int start, int to, byte[] pattern) {
		return start + pattern.length <= to
				&& Arrays.equals(text, start, start + pattern.length, pattern, 0, pattern.length);
	}

	private static int block(byte first, byte second) {
		return ((first & 0xFF) << 5 ^ (second & 0xFF)) & (TABLE - 1);
	}

}
