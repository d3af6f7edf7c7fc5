package io.tracingstarter.cli.render;

import io.tracingstarter.cli.render.mask.SecretScanner;

/**
 * Hides secrets in what sources tell: values whose names say that they are secret, and in
 * texts name-value pairs, {@code Authorization} and cookie headers, bearer and web
 * tokens, passwords in URLs and card numbers. The rules are those of the library's log
 * lines. Linear in the text's length. Threads may share one.
 */
public final class Masking {

	/** Hides secrets. */
	public static final Masking ON = new Masking(true);

	/** Shows everything as it is. */
	public static final Masking OFF = new Masking(false);

	private final SecretScanner scanner = new SecretScanner();

	private final boolean on;

	private Masking(boolean on) {
		this.on = on;
	}

	/**
	 * Returns a text without its secrets.
	 */
	public String text(String text) {
		return this.on ? this.scanner.mask(text) : text;
	}

	/**
	 * Returns the value of an attribute or field without its secrets.
	 */
	public String value(String name, String value) {
		if (!this.on) {
			return value;
		}
		return this.scanner.isSecret(name) ? SecretScanner.MASK : this.scanner.mask(value);
	}

}
