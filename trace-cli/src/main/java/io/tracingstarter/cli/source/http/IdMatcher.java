package io.tracingstarter.cli.source.http;

import java.util.Set;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.source.XRayTraceId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Tells what really carries an id: stores split text into words, so that a search for
 * {@code order-1} may find {@code order-12}, too.
 */
public final class IdMatcher {

	private final Set<String> ids;

	public IdMatcher(Set<String> ids) {
		this.ids = XRayTraceId.inAllForms(ids);
	}

	/**
	 * Returns whether a span is of one of the traces or carries one of the correlation
	 * ids.
	 */
	public boolean matches(Span span) {
		String correlationId = span.correlationId();
		return this.ids.contains(span.traceId()) || (correlationId != null && this.ids.contains(correlationId));
	}

	/**
	 * Returns whether a line holds one of the ids as a whole word, also where its JSON
	 * writes characters of the id as escapes.
	 */
	public boolean matches(String line) {
		if (contains(line)) {
			return true;
		}
		if (line.indexOf('\\') < 0 || !line.startsWith("{")) {
			return false;
		}
		try {
			return matches(JsonElements.MAPPER.readTree(line));
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * Returns whether a text anywhere in it holds one of the ids.
	 */
	public boolean matches(JsonNode node) {
		if (node.isString()) {
			return contains(node.stringValue());
		}
		if (node.isContainer()) {
			for (JsonNode child : node) {
				if (matches(child)) {
					return true;
				}
			}
			return false;
		}
		return node.isNumber() && this.ids.contains(node.asString());
	}

	private boolean contains(String text) {
		for (String id : this.ids) {
			for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
				if (isWhole(text, at, at + id.length(), XRayTraceId.toTraceId(id).isPresent())) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * A trace id may stand between hyphens, as in a {@code traceparent}; of any other id
	 * a hyphen, a dot or an underscore with a letter or digit behind it is a part.
	 */
	private static boolean isWhole(String text, int from, int to, boolean traceId) {
		if (from > 0) {
			char before = text.charAt(from - 1);
			boolean escape = from > 1 && text.charAt(from - 2) == '\\';
			if ((isWord(before) && !escape)
					|| (!traceId && joins(before) && from > 1 && isWord(text.charAt(from - 2)))) {
				return false;
			}
		}
		if (to < text.length()) {
			char after = text.charAt(to);
			return !isWord(after)
					&& (traceId || !joins(after) || to + 1 == text.length() || !isWord(text.charAt(to + 1)));
		}
		return true;
	}

	private static boolean joins(char character) {
		return character == '-' || character == '.' || character == '_';
	}

	private static boolean isWord(char character) {
		return Character.isLetterOrDigit(character);
	}

}
