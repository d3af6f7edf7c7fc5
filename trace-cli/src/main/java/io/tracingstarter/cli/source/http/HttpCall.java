package io.tracingstarter.cli.source.http;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One request to a backend.
 *
 * @param method GET, POST or DELETE
 * @param path path and query behind the base URL, encoded, beginning with a slash
 * @param contentType of what the body is; null without one
 * @param body what is sent; null for nothing
 * @param absentAt statuses that are no failure, but say that there is nothing
 */
public record HttpCall(String method, String path, @Nullable String contentType, @Nullable String body,
		Set<Integer> absentAt) {

	public static HttpCall get(String path) {
		return new HttpCall("GET", path, null, null, Set.of());
	}

	public static HttpCall postJson(String path, String body) {
		return new HttpCall("POST", path, "application/json", body, Set.of());
	}

	public static HttpCall postForm(String path, QueryString form) {
		return new HttpCall("POST", path, "application/x-www-form-urlencoded", form.encoded(), Set.of());
	}

	/**
	 * Returns the call for which these statuses say that there is nothing.
	 */
	public HttpCall absentAt(Integer... statuses) {
		return new HttpCall(this.method, this.path, this.contentType, this.body, Set.of(statuses));
	}

}
