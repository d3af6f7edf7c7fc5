package mysfits.demo.evidence;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A span as Zipkin's API tells it.
 *
 * @param traceId 32 hexadecimal digits
 * @param id 16 hexadecimal digits
 * @param parentId the id of the span that caused it; none for the first
 * @param kind {@code SERVER} or {@code CLIENT}; none for work inside a service
 * @param name in lower case, as Zipkin stores it
 * @param timestamp its begin in microseconds since 1970
 * @param duration in microseconds
 * @param localEndpoint who reported it
 * @param tags its attributes
 */
public record Span(String traceId, String id, @Nullable String parentId, @Nullable String kind, @Nullable String name,
		long timestamp, long duration, @Nullable Endpoint localEndpoint, @Nullable Map<String, String> tags) {

	public String service() {
		return (this.localEndpoint != null && this.localEndpoint.serviceName() != null)
				? this.localEndpoint.serviceName() : "";
	}

	public @Nullable String tag(String key) {
		return (this.tags != null) ? this.tags.get(key) : null;
	}

	/**
	 * Returns what it is, for a person.
	 */
	public String describe() {
		return ((this.kind != null) ? this.kind + " " : "") + "span \"" + this.name + "\" of " + service();
	}

	/**
	 * Who reported a span.
	 *
	 * @param serviceName the name of the service
	 */
	public record Endpoint(@Nullable String serviceName) {

	}

}
