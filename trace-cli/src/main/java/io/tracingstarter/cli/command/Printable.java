package io.tracingstarter.cli.command;

/**
 * Makes what somebody typed safe to be repeated in a message.
 */
final class Printable {

	private static final int MAX_LENGTH = 150;

	private Printable() {
	}

	static String of(String text) {
		String head = (text.length() > MAX_LENGTH) ? text.substring(0, MAX_LENGTH) + "…" : text;
		return head.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
	}

}
