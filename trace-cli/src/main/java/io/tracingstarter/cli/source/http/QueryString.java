package io.tracingstarter.cli.source.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Names and values, percent-encoded for the query of a URL or the body of a form.
 */
public final class QueryString {

	private final StringBuilder text = new StringBuilder();

	public QueryString and(String name, Object value) {
		this.text.append(this.text.isEmpty() ? "" : "&")
			.append(encode(name))
			.append('=')
			.append(encode(value.toString()));
		return this;
	}

	/**
	 * Returns it without a question mark.
	 */
	public String encoded() {
		return this.text.toString();
	}

	/**
	 * Returns it behind a path.
	 */
	public String behind(String path) {
		return path + "?" + this.text;
	}

	/**
	 * Percent-encodes all but letters, digits and {@code -_.*}.
	 */
	public static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
