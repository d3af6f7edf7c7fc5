package io.tracingstarter.cli.source.http;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a backend answers, and what it wants to know first.
 *
 * @param url its base URL, without user, query and slash at the end
 * @param uiUrl where people look at it, where that is another URL
 * @param headers what each request carries, such as {@code Authorization}
 */
public record Endpoint(URI url, @Nullable URI uiUrl, Map<String, String> headers) {

	public Endpoint {
		headers = Map.copyOf(headers);
	}

	/**
	 * Returns the base URL of the pages for people.
	 */
	public URI ui() {
		return (this.uiUrl != null) ? this.uiUrl : this.url;
	}

	@Override
	public String toString() {
		return this.url.toString();
	}

}
