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

	private static final int LANES = 4;

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
			for (int index : this.candidates[block(text[last - 1], text[last])]) {
				if (matches(text, start, to, this.patterns[index])) {
					return ((long) start << 32) | index;
				}
			}
			last++;
		}
		return -1;
	}

	/**
	 * Returns whether a pattern may occur, wherever: false is certain. Where there is
	 * none this takes half the time of {@link #find}: a step waits for the memory of the
	 * one before, so that four walks at once cost little more than one.
	 * @param text where to search
	 * @param from the first byte where a match may begin
	 * @param to the end of the text, exclusive
	 */
	boolean mayOccur(byte[] text, int from, int to) {
		int lead = this.window - 1;
		int quarter = (to - from) / LANES;
		if (this.window == 1 || quarter <= this.longest) {
			return true;
		}
		byte[] table = this.shifts;
		int endA = from + quarter + lead;
		int endB = endA + quarter;
		int endC = endB + quarter;
		int a = from + lead;
		int b = endA;
		int c = endB;
		int d = endC;
		while (a < endA && b < endB && c < endC && d < to) {
			int shiftA = table[block(text[a - 1], text[a])];
			int shiftB = table[block(text[b - 1], text[b])];
			int shiftC = table[block(text[c - 1], text[c])];
			int shiftD = table[block(text[d - 1], text[d])];
			if ((shiftA == 0 && isCandidate(text, a, to)) || (shiftB == 0 && isCandidate(text, b, to))
					|| (shiftC == 0 && isCandidate(text, c, to)) || (shiftD == 0 && isCandidate(text, d, to))) {
				return true;
			}
			a += Math.max(1, shiftA);
			b += Math.max(1, shiftB);
			c += Math.max(1, shiftC);
			d += Math.max(1, shiftD);
		}
		return occurs(text, a, endA, to) || occurs(text, b, endB, to) || occurs(text, c, endC, to)
				|| occurs(text, d, to, to);
	}

	private boolean occurs(byte[] text, int last, int end, int to) {
		int at = last;
		while ((at = skip(text, at, end, this.shifts)) < end) {
			if (isCandidate(text, at, to)) {
				return true;
			}
			at++;
		}
		return false;
	}

	private boolean isCandidate(byte[] text, int last, int to) {
		int start = last - this.window + 1;
		for (int index : this.candidates[block(text[last - 1], text[last])]) {
			if (matches(text, start, to, this.patterns[index])) {
				return true;
			}
		}
		return false;
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
