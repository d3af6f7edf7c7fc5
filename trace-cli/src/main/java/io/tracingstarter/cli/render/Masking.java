package io.tracingstarter.cli.render;

import java.util.List;

import io.tracingstarter.masking.SecretMasker;

/**
 * Hides secrets in what sources tell: values whose names say that they are secret, and in
 * texts name-value pairs, {@code Authorization} and cookie headers, bearer and web
 * tokens, credentials in URLs and card numbers: as the library does in log lines. Linear
 * in the text's length. Threads may share one.
 */
public final class Masking {

	/** Hides secrets. */
	public static final Masking ON = new Masking(true);

	/** Shows everything as it is. */
	public static final Masking OFF = new Masking(false);

	private final SecretMasker masker;

	private Masking(boolean on) {
		this.masker = on ? SecretMasker.of(List.of(), List.of(), false) : SecretMasker.none();
	}

	/**
	 * Returns a text without its secrets.
	 */
	public String text(String text) {
		return this.masker.mask(text);
	}

	/**
	 * Returns the value of an attribute or field without its secrets.
	 */
	public String value(String name, String value) {
		return this.masker.isSecret(name) ? SecretMasker.MASK : this.masker.mask(value);
	}

}
