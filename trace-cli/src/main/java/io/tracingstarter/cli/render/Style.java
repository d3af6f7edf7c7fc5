package io.tracingstarter.cli.render;

/**
 * What a terminal can show.
 *
 * @param colour whether it may be coloured; everything is told without colours, too
 * @param unicode whether it can draw more than ASCII
 */
public record Style(boolean colour, boolean unicode) {

	public static final Style PLAIN = new Style(false, true);

	String paint(Ink ink, String text) {
		return (this.colour && ink != Ink.NONE && !text.isEmpty()) ? "\u001b[" + ink.code + "m" + text + "\u001b[0m"
				: text;
	}

	String ellipsis() {
		return this.unicode ? "…" : "~";
	}

	String times() {
		return this.unicode ? "×" : "x";
	}

	String arrow() {
		return this.unicode ? "→" : "->";
	}

	char bar(boolean critical) {
		if (this.unicode) {
			return critical ? '█' : '░';
		}
		return critical ? '#' : '-';
	}

	/**
	 * How text is painted.
	 */
	enum Ink {

		NONE(""), BOLD("1"), FAINT("2"), RED("31"), BOLD_RED("1;31"), GREEN("32"), YELLOW("33"), CYAN("36");

		private final String code;

		Ink(String code) {
			this.code = code;
		}

	}

}
