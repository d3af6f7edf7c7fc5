package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.List;

import io.tracingstarter.cli.render.Style.Ink;
import org.jspecify.annotations.Nullable;

/**
 * Where text is written, line by line. Makes safe what comes from outside.
 */
final class Page {

	/** More of a text is never shown, nor looked at for secrets. */
	private static final int MAX_TEXT = 64 * 1024;

	private final TextOptions options;

	private final Appendable out;

	Page(TextOptions options, Appendable out) {
		this.options = options;
		this.out = out;
	}

	TextOptions options() {
		return this.options;
	}

	Style style() {
		return this.options.style();
	}

	int width() {
		return this.options.width();
	}

	/** Returns a text from outside, safe and without secrets. */
	String safe(@Nullable String text) {
		if (text == null) {
			return "";
		}
		String bounded = (text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) : text;
		return SafeText.line(this.options.masking().text(bounded), style().unicode());
	}

	String safe(String name, String value) {
		String bounded = (value.length() > MAX_TEXT) ? value.substring(0, MAX_TEXT) : value;
		return SafeText.line(this.options.masking().value(name, bounded), style().unicode());
	}

	void line(String text) throws IOException {
		this.out.append(text.stripTrailing()).append('\n');
	}

	void line() throws IOException {
		this.out.append('\n');
	}

	void title(String text) throws IOException {
		line();
		line(paint(Ink.BOLD, text));
	}

	/** Writes a text behind an indent, on as many lines as it takes and may. */
	void wrapped(String first, String indent, String text, int max, Ink ink) throws IOException {
		int room = Math.max(20, width() - Cells.width(indent));
		List<String> lines = Cells.wrap(text, room, max, style().ellipsis());
		for (int i = 0; i < lines.size(); i++) {
			line(((i == 0) ? first : indent) + paint(ink, lines.get(i)));
		}
	}

	String paint(Ink ink, String text) {
		return style().paint(ink, text);
	}

	String left(String text, int width) {
		return Cells.left(text, width, style().ellipsis());
	}

	String right(String text, int width) {
		return Cells.right(text, width, style().ellipsis());
	}

}
