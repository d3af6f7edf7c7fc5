package io.tracingstarter.cli.source.aws;

import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.XRayTraceId;

/**
 * What is searched for in log lines that hold an id: the id itself and, of a trace id,
 * also the form that X-Ray gives it.
 * <p>
 * AWS does not document how a quote is written inside a quoted term. So an id with a
 * quote, a backslash or a control character is searched by its longest part without any,
 * and {@link #isIn} sorts out what only holds the part.
 *
 * @param text what a line has to hold
 * @param safe the part that may stand in double quotes, as it is
 */
public record SearchTerm(String text, String safe) {

	/**
	 * Returns the terms of ids, in their order. An id without any part that can be quoted
	 * has none.
	 */
	public static List<SearchTerm> of(Iterable<String> ids) {
		List<SearchTerm> terms = new ArrayList<>();
		for (String id : ids) {
			String safe = safePart(id);
			if (!safe.isBlank()) {
				terms.add(new SearchTerm(id, safe));
			}
			if (RequestId.isTraceId(id)) {
				String xray = XRayTraceId.of(id);
				terms.add(new SearchTerm(xray, xray));
			}
		}
		return terms;
	}

	/**
	 * Returns whether a line holds one of the terms, as it is or inside of a JSON text.
	 */
	public static boolean isIn(String line, List<SearchTerm> terms) {
		return terms.stream()
			.anyMatch((term) -> line.contains(term.text)
					|| line.contains(term.text.replace("\\", "\\\\").replace("\"", "\\\"")));
	}

	/**
	 * Returns the term in double quotes.
	 */
	public String quoted() {
		return '"' + this.safe + '"';
	}

	/**
	 * Returns whether a text can stand in double quotes as it is.
	 */
	public static boolean isSafe(String text) {
		return safePart(text).equals(text);
	}

	private static String safePart(String text) {
		String longest = "";
		int start = 0;
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || isUnsafe(text.charAt(i))) {
				longest = (i - start > longest.length()) ? text.substring(start, i) : longest;
				start = i + 1;
			}
		}
		return longest;
	}

	private static boolean isUnsafe(char c) {
		return c == '"' || c == '\\' || Character.isISOControl(c) || Character.isSurrogate(c);
	}

}
