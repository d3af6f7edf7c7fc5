package io.tracingstarter.cli.render.html;

import java.net.URI;
import java.net.URISyntaxException;

import io.tracingstarter.cli.model.DeepLink;

/**
 * Makes text safe to stand in HTML.
 */
final class Html {

	private static final char REPLACEMENT = '\uFFFD';

	private Html() {
	}

	/**
	 * Returns the text for element content or a quoted attribute.
	 */
	static String escape(String text) {
		StringBuilder result = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '&' -> result.append("&amp;");
				case '<' -> result.append("&lt;");
				case '>' -> result.append("&gt;");
				case '"' -> result.append("&quot;");
				case '\'' -> result.append("&#39;");
				default -> result.append(isInvisible(c) ? REPLACEMENT : c);
			}
		}
		return result.toString();
	}

	/**
	 * Returns the text with a visible sign for each control character, and for each that
	 * would turn the order of the others around.
	 */
	static String visible(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isInvisible(text.charAt(i))) {
				return replaced(text, i);
			}
		}
		return text;
	}

	private static String replaced(String text, int first) {
		StringBuilder result = new StringBuilder(text);
		for (int i = first; i < result.length(); i++) {
			if (isInvisible(result.charAt(i))) {
				result.setCharAt(i, REPLACEMENT);
			}
		}
		return result.toString();
	}

	private static boolean isInvisible(char c) {
		if (c < ' ') {
			return c != '\n' && c != '\t' && c != '\r';
		}
		return (c >= 0x7f && c <= 0x9f) || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e)
				|| (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
	}

	/**
	 * Returns a link to a page on the web; only its label for any other URL.
	 */
	static String link(DeepLink link) {
		try {
			String scheme = new URI(link.url()).getScheme();
			if ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) {
				return "<a rel=\"noopener noreferrer\" target=\"_blank\" href=\"" + escape(link.url()) + "\">"
						+ escape(link.label()) + "</a>";
			}
		}
		catch (URISyntaxException ex) {
			// shown without link
		}
		return escape(link.label());
	}

}
