package io.tracingstarter.export.xray;

import java.util.List;

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

	private static final List<Field> SERVICES = List.of(REMOTE_SERVICE, PEER, AWS_SERVICE);

	private static final Field DATABASE = Field.of("db.namespace", "db.name", "db.system.name", "db.system");

	private static final Field RPC = Field.of("rpc.service");

	private static final Field HOST = Field.of("http.host", "server.address", "net.peer.name", "client.name",
			"messaging.destination.name");

	private static final String ALLOWED = " _.:/%&#=+\\-@";

	/** What may be in a name, of ASCII. */
	private static final boolean[] IS_ALLOWED = new boolean[0x80];

	static {
		for (char c = 0; c < IS_ALLOWED.length; c++) {
			IS_ALLOWED[c] = isAsciiAlphanumeric(c) || ALLOWED.indexOf(c) >= 0;
		}
	}

	private static final String FALLBACK = "span";

	private SegmentName() {
	}

	/**
	 * Returns the name of the service that made a span.
	 * @param service what its resource says; {@code null} for nothing
	 */
	static String ofService(SpanData span, Facts facts, @Nullable String service) {
		String own = LOCAL_SERVICE.text(facts);
		String name = (own != null) ? own : service;
		return clean((name != null) ? name : span.getName());
	}

	/**
	 * Returns the name of a segment or subsegment.
	 * @param service what the resource says; {@code null} for nothing
	 */
	static String of(SpanData span, Facts facts, @Nullable String service) {
		if (span.getKind() == SpanKind.SERVER) {
			return ofService(span, facts, service);
		}
		String name = (span.getKind() != SpanKind.INTERNAL) ? called(facts) : null;
		return clean((name != null) ? name : span.getName());
	}

	private static @Nullable String called(Facts facts) {
		for (Field field : SERVICES) {
			String name = field.text(facts);
			if (name != null) {
				return name;
			}
		}
		String database = DATABASE.text(facts);
		String host = HOST.text(facts);
		if (database != null) {
			return (host != null) ? database + "@" + host : database;
		}
		String service = RPC.text(facts);
		return (service != null) ? service : host;
	}

	/** Leaves out what X-Ray does not allow in a name, and what is too long. */
	static String clean(String name) {
		return isClean(name) ? name : cleaned(name);
	}

	/** Most are, and need no copy. */
	private static boolean isClean(String name) {
		boolean letters = false;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c >= IS_ALLOWED.length || !IS_ALLOWED[c]) {
				return false;
			}
			letters = letters || isAsciiAlphanumeric(c);
		}
		return letters && name.length() <= Limits.NAME;
	}

	private static boolean isAsciiAlphanumeric(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	}

	private static String cleaned(String name) {
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
