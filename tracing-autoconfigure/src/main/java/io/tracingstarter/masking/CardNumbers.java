package io.tracingstarter.masking;

/**
 * Finds payment card numbers: 13 to 19 digits (ISO/IEC 7812-1) with a right check digit,
 * written together or in groups with single spaces or dashes.
 * <p>
 * Numbers that no card scheme issues are left alone although one in ten has a right check
 * digit: those starting with 0 or 1 (a time in milliseconds until 2033) and with 2
 * outside 2200-2720 (dates).
 */
final class CardNumbers {

	private static final int MIN_DIGITS = 13;

	private static final int MAX_DIGITS = 19;

	private static final int UUID_LENGTH = 36;

	private static final int[] UUID_GROUPS = { 0, 9, 14, 19, 24 };

	private static final int[] DOUBLED = { 0, 2, 4, 6, 8, 1, 3, 5, 7, 9 };

	private CardNumbers() {
	}

	/**
	 * Looks for a card number that starts with the group of digits at a position.
	 * @param text the text
	 * @param start index of the group's first digit
	 * @return index after the number, or -1 if no card number starts here
	 */
	static int end(CharSequence text, int start) {
		if (!mayStart(text, start)) {
			return -1;
		}
		int found = -1;
		int digits = 0;
		int leadingIndexes = 0; // sum with the digits at even indexes doubled
		int followingIndexes = 0; // sum with the digits at odd indexes doubled
		int i = start;
		while (i < text.length() && digits < MAX_DIGITS) {
			int digit = text.charAt(i) - '0';
			boolean even = (digits & 1) == 0;
			leadingIndexes += even ? DOUBLED[digit] : digit;
			followingIndexes += even ? digit : DOUBLED[digit];
			digits++;
			i++;
			if (isDigit(text, i)) {
				continue;
			}
			if (digits >= MIN_DIGITS && !isWord(text, i)) {
				int sum = ((digits & 1) == 0) ? leadingIndexes : followingIndexes;
				found = (sum % 10 == 0) ? i : found;
			}
			if (!isGap(text, i) || !isDigit(text, i + 1)) {
				break;
			}
			i++;
		}
		return (found > 0 && isPartOfOther(text, start, found)) ? -1 : found;
	}

	// the digits behind a decimal point, and half of a UUID
	private static boolean isPartOfOther(CharSequence text, int start, int end) {
		if (isPoint(text, start - 1) && isDigit(text, start - 2) || isPoint(text, end) && isDigit(text, end + 1)) {
			return true;
		}
		for (int group : UUID_GROUPS) {
			if (isUuid(text, start - group)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isUuid(CharSequence text, int start) {
		if (start < 0 || start + UUID_LENGTH > text.length()) {
			return false;
		}
		for (int i = 0; i < UUID_LENGTH; i++) {
			char character = text.charAt(start + i);
			boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
			if (dash ? character != '-' : Character.digit(character, 16) < 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPoint(CharSequence text, int index) {
		return index >= 0 && index < text.length() && text.charAt(index) == '.';
	}

	private static boolean mayStart(CharSequence text, int start) {
		if (start > 0 && isWord(text, start - 1)) {
			return false;
		}
		char first = text.charAt(start);
		if (first != '2') {
			return first > '2';
		}
		int prefix = 0;
		for (int i = start; i < start + 4; i++) {
			if (!isDigit(text, i)) {
				return false;
			}
			prefix = prefix * 10 + (text.charAt(i) - '0');
		}
		return prefix >= 2200 && prefix <= 2720;
	}

	static boolean isDigit(CharSequence text, int index) {
		return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
	}

	private static boolean isGap(CharSequence text, int index) {
		return index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '-');
	}

	private static boolean isWord(CharSequence text, int index) {
		return index < text.length() && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
	}

}
