package io.tracingstarter.cli.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures and cuts text in the cells of a terminal: wide characters take two, combining
 * ones none. Text has to be {@linkplain SafeText safe}.
 */
final class Cells {

	private static final int[][] WIDE = { { 0x1100, 0x115f }, { 0x231a, 0x231b }, { 0x23e9, 0x23ec },
			{ 0x25fd, 0x25fe }, { 0x2614, 0x2615 }, { 0x2648, 0x2653 }, { 0x26a1, 0x26a1 }, { 0x26bd, 0x26be },
			{ 0x26d4, 0x26d4 }, { 0x2705, 0x2705 }, { 0x270a, 0x270b }, { 0x2728, 0x2728 }, { 0x274c, 0x274c },
			{ 0x2753, 0x2757 }, { 0x2795, 0x2797 }, { 0x2b1b, 0x2b1c }, { 0x2b50, 0x2b50 }, { 0x2e80, 0x303e },
			{ 0x3041, 0x33ff }, { 0x3400, 0x4dbf }, { 0x4e00, 0x9fff }, { 0xa000, 0xa4cf }, { 0xa960, 0xa97f },
			{ 0xac00, 0xd7a3 }, { 0xf900, 0xfaff }, { 0xfe30, 0xfe6f }, { 0xff00, 0xff60 }, { 0xffe0, 0xffe6 },
			{ 0x16fe0, 0x18cff }, { 0x1b000, 0x1b2ff }, { 0x1f004, 0x1f004 }, { 0x1f0cf, 0x1f0cf },
			{ 0x1f18e, 0x1f19a }, { 0x1f200, 0x1f265 }, { 0x1f300, 0x1f64f }, { 0x1f680, 0x1f6ff },
			{ 0x1f7e0, 0x1f7eb }, { 0x1f900, 0x1f9ff }, { 0x1fa70, 0x1faff }, { 0x20000, 0x3fffd } };

	private Cells() {
	}

	/** Returns how many cells a character takes: 0, 1 or 2. */
	static int width(int point) {
		if (point < 0x300) {
			return 1;
		}
		int type = Character.getType(point);
		if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
			return 0;
		}
		int low = 0;
		int high = WIDE.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			if (point < WIDE[middle][0]) {
				high = middle - 1;
			}
			else if (point > WIDE[middle][1]) {
				low = middle + 1;
			}
			else {
				return 2;
			}
		}
		return 1;
	}

	static int width(String text) {
		int width = 0;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			width += width(text.codePointAt(i));
		}
		return width;
	}

	/** Returns the text in exactly so many cells: cut, or with blanks behind it. */
	static String left(String text, int width, String ellipsis) {
		String cut = cut(text, width, ellipsis);
		return cut + " ".repeat(Math.max(0, width - width(cut)));
	}

	/** Returns the text in exactly so many cells: cut, or with blanks before it. */
	static String right(String text, int width, String ellipsis) {
		String cut = cut(text, width, ellipsis);
		return " ".repeat(Math.max(0, width - width(cut))) + cut;
	}

	/** Returns as much of the text as fits. */
	static String cut(String text, int width, String ellipsis) {
		int end = end(text, 0, width);
		if (end == text.length()) {
			return text;
		}
		return text.substring(0, end(text, 0, Math.max(0, width - width(ellipsis)))) + ellipsis;
	}

	/**
	 * Breaks the text into lines, between words where it can.
	 * @param width the cells of a line
	 * @param max the most lines; the last one is cut
	 */
	static List<String> wrap(String text, int width, int max, String ellipsis) {
		List<String> lines = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			if (lines.size() == max - 1) {
				lines.add(cut(text.substring(start), width, ellipsis));
				break;
			}
			int end = Math.max(end(text, start, width), start + 1);
			int blank = text.lastIndexOf(' ', end);
			int stop = (end < text.length() && blank > start + width / 2) ? blank : end;
			lines.add(text.substring(start, stop));
			start = stop;
			while (start < text.length() && text.charAt(start) == ' ') {
				start++;
			}
		}
		return lines.isEmpty() ? List.of("") : lines;
	}

	private static int end(String text, int start, int width) {
		int used = 0;
		int i = start;
		while (i < text.length()) {
			int point = text.codePointAt(i);
			used += width(point);
			if (used > width) {
				return i;
			}
			i += Character.charCount(point);
		}
		return i;
	}

}
