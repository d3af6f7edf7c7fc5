package io.tracingstarter.cli.story;

import java.util.Locale;
import java.util.Map;

import io.tracingstarter.cli.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of a span say, under the names that OpenTelemetry gave them at one
 * time or another, and those of Spring Boot's observations.
 */
final class SpanFacts {

	private static final String[] REMOTE = { "peer.service", "server.address", "net.peer.name", "client.name",
			"http.host" };

	private static final String[] INFRASTRUCTURE = { "db.", "aws.", "messaging.", "jdbc.", "cache.", "spring.rabbit",
			"spring.kafka" };

	private SpanFacts() {
	}

	/** Returns the name of the service or host that was called, where it is known. */
	static @Nullable String remote(Span span) {
		return first(span.attributes(), REMOTE);
	}

	/** Returns whether a call went to something that never has spans of its own. */
	static boolean callsInfrastructure(Span span) {
		for (String name : span.attributes().keySet()) {
			for (String prefix : INFRASTRUCTURE) {
				if (name.startsWith(prefix)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Returns whether a host is one of the own services rather than somebody else's:
	 * public names have dots.
	 */
	static boolean isOwn(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return name.indexOf('.') < 0 || name.endsWith(".local") || name.endsWith(".internal") || name.endsWith(".svc");
	}

	static @Nullable String first(Map<String, String> attributes, String... names) {
		for (String name : names) {
			String value = attributes.get(name);
			if (value != null && !value.isBlank() && !value.equals("none") && !value.equals("UNKNOWN")) {
				return value;
			}
		}
		return null;
	}

}
