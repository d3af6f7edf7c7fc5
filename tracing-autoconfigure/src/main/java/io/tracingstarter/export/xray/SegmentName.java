package io.tracingstarter.export.xray;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * Names segments after services, which is what X-Ray draws on its map, and subsegments
 * after what was called.
 */
final class SegmentName {

	private static final Field LOCAL_SERVICE = Field.of("aws.local.service");

	private static final Field REMOTE_SERVICE = Field.of("aws.remote.service");

	private static final Field PEER = Field.of("peer.service", "service.peer.name");

	private static final Field AWS_SERVICE = Field.of("aws.service");

	private static final Field DATABASE = Field.of("db.namespace", "db.name", "db.system.name", "db.system");

	private static final Field SERVICE = Field.of("service.name");

	private static final Field RPC = Field.of("rpc.service");

	private static final Field HOST = Field.of("http.host", "server.address", "net.peer.name", "client.name",
			"messaging.destination.name");

	private static final String ALLOWED = " _.:/%&#=+\\-@";

	private static final String FALLBACK = "span";

	private SegmentName() {
	}

	/**
	 * Returns the name of the service that made a span.
	 */
	static String ofService(SpanData span) {
		String name = LOCAL_SERVICE.text(span.getAttributes());
		if (name == null) {
			name = SERVICE.text(span.getResource().getAttributes());
		}
		return clean((name != null) ? name : span.getName());
	}

	/**
	 * Returns the name of a segment or subsegment.
	 */
	static String of(SpanData span) {
		if (span.getKind() == SpanKind.SERVER) {
			return ofService(span);
		}
		String name = called(span);
		return clean((name != null) ? name : span.getName());
	}

	private static @Nullable String called(SpanData span) {
		if (span.getKind() == SpanKind.INTERNAL) {
			return null;
		}
		Attributes attributes = span.getAttributes();
		for (Field field : new Field[] { REMOTE_SERVICE, PEER, AWS_SERVICE }) {
			String name = field.text(attributes);
			if (name != null) {
				return name;
			}
		}
		String database = DATABASE.text(attributes);
		String host = HOST.text(attributes);
		if (database != null) {
			return (host != null) ? database + "@" + host : database;
		}
		String service = RPC.text(attributes);
		return (service != null) ? service : host;
	}

	/** Leaves out what X-Ray does not allow in a name, and what is too long. */
	static String clean(String name) {
		StringBuilder cleaned = new StringBuilder(Math.min(name.length(), Limits.NAME));
		int bytes = 0;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (Character.isLetter(c) || Character.isDigit(c) || ALLOWED.indexOf(c) >= 0) {
				bytes += (c < 0x80) ? 1 : (c < 0x800) ? 2 : 3;
				if (bytes > Limits.NAME) {
					break;
				}
				cleaned.append(c);
			}
		}
		return cleaned.toString().isBlank() ? FALLBACK : cleaned.toString();
	}

}
