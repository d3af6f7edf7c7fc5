package io.tracingstarter.testing;

import java.util.List;

import io.opentelemetry.sdk.trace.data.SpanData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for secrets where none may be.
 */
public final class Uncovered {

	/** Part of each secret that a test sends. */
	public static final String SECRET = "hunter2";

	private Uncovered() {
	}

	/**
	 * Fails if one of the spans shows a secret, anywhere.
	 * @param spans the spans
	 */
	public static void assertNoneIn(List<SpanData> spans) {
		assertThat(spans).isNotEmpty()
			.allSatisfy(
					(span) -> assertThat(span + " " + span.getEvents() + " " + span.getLinks()).doesNotContain(SECRET));
	}

	/**
	 * A URL with secrets in its query.
	 * @param server address of a server, ending with a slash
	 * @return the address with a path and a query
	 */
	public static String query(String server) {
		return server + "missing?name=" + SECRET + "&token=" + SECRET;
	}

	/**
	 * A URL with secrets in its query and before its host. Some clients refuse those.
	 * @param server address of a server, ending with a slash
	 * @return the address with credentials, a path and a query
	 */
	public static String credentials(String server) {
		return query(server).replace("://", "://ann:" + SECRET + "@");
	}

}
