package io.tracingstarter.export.xray;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that somebody else wrote into a text, checked to the last
 * character: what is no JSON would break the document it is copied into.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonMembers {

	private static final int MAX_DEPTH = 32;

	private final String text;

	private final List<Member> members = new ArrayList<>();

	private int at;

	private JsonMembers(String text) {
		this.text = text;
	}

	/**
	 * Reads a text.
	 * @return the members, {@code null} if it is no object, or has a name twice or with
	 * an escape in it
	 */
	static @Nullable List<Member> of(String text) {
		JsonMembers json = new JsonMembers(text);
		json.space();
		boolean whole = json.next() == '{' && json.object(0);
		json.space();
		return (whole && json.at == text.length()) ? json.members : null;
	}

	private boolean value(int depth) {
		return switch (next()) {
			case '{' -> depth < MAX_DEPTH && object(depth + 1);
			case '[' -> depth < MAX_DEPTH && array(depth + 1);
			case '"' -> string();
			case 't' -> word("true");
			case 'f' -> word("false");
			case 'n' -> word("null");
			default -> number();
		};
	}

	private boolean object(int depth) {
		Set<String> names = new HashSet<>();
		this.at++;
		space();
		while (next() != '}' || !names.isEmpty()) {
			int name = this.at;
			if (next() != '"' || !string()) {
				return false;
			}
			String raw = this.text.substring(name + 1, this.at - 1);
			space();
			// two names that differ in their escapes only would be one name twice
			if (raw.indexOf('\\') >= 0 || !names.add(raw) || !skip(':')) {
				return false;
			}
			space();
			int value = this.at;
			if (!value(depth)) {
				return false;
			}
			if (depth == 0) {
				this.members.add(new Member(raw, this.text.substring(value, this.at)));
			}
			space();
			if (!skip(',')) {
				break;
			}
			space();
		}
		return skip('}');
	}

	private boolean array(int depth) {
		this.at++;
		space();
		if (skip(']')) {
			return true;
		}
		do {
			space();
			if (!value(depth)) {
				return false;
			}
			space();
		}
		while (skip(','));
		return skip(']');
	}

	private boolean string() {
		this.at++;
		while (this.at < this.text.length()) {
			char c = this.text.charAt(this.at++);
			if (c == '"') {
				return true;
			}
			if (c < 0x20 || (c == '\\' && !escape())) {
				return false;
			}
		}
		return false;
	}

	private boolean escape() {
		if (!skip('u')) {
			return "\"\\/bfnrt".indexOf(next()) >= 0 && this.at++ < this.text.length();
		}
		int end = this.at + 4;
		while (this.at < end && Character.digit(next(), 16) >= 0 && next() < 0x80) {
			this.at++;
		}
		return this.at == end;
	}

	private boolean word(String word) {
		boolean there = this.text.startsWith(word, this.at);
		this.at += word.length();
		return there;
	}

	private boolean number() {
		skip('-');
		if (!skip('0') && !digits()) {
			return false;
		}
		if (skip('.') && !digits()) {
			return false;
		}
		if (skip('e') || skip('E')) {
			if (!skip('+')) {
				skip('-');
			}
			return digits();
		}
		return true;
	}

	private boolean digits() {
		int from = this.at;
		while (next() >= '0' && next() <= '9') {
			this.at++;
		}
		return this.at > from;
	}

	private void space() {
		while (next() == ' ' || next() == '\n' || next() == '\r' || next() == '\t') {
			this.at++;
		}
	}

	private boolean skip(char c) {
		if (next() == c) {
			this.at++;
			return true;
		}
		return false;
	}

	/** The next character; one that JSON has nowhere after the last. */
	private char next() {
		return (this.at < this.text.length()) ? this.text.charAt(this.at) : 0;
	}

	/**
	 * A member, as it was written.
	 *
	 * @param name between its quotation marks, without escapes
	 * @param value as JSON
	 */
	record Member(String name, String value) {

	}

}
