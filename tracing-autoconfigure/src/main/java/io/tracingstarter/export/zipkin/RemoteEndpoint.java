package io.tracingstarter.export.zipkin;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;
import zipkin2.Endpoint;

/**
 * Finds out who was at the other end of a span, which Zipkin draws its dependency graph
 * from.
 * <p>
 * The order is the specification's: {@code peer.service}, then names, then addresses,
 * then the database. Added are today's names of {@code db.name} and, last, the host that
 * Spring's HTTP clients report as {@code client.name}.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/otel/trace/sdk_exporters/zipkin/#remote-endpoint">
 * OpenTelemetry to Zipkin transformation</a>
 */
final class RemoteEndpoint {

	private static final List<String> SERVER_NAMES = List.of("peer.service", "server.address", "net.peer.name",
			"network.peer.address", "server.socket.domain", "server.socket.address", "net.sock.peer.name",
			"net.sock.peer.addr", "peer.hostname", "peer.address", "db.namespace", "db.name", "db.system.name",
			"db.system", "messaging.system", "client.name");

	private static final List<String> SERVER_ADDRESSES = List.of("network.peer.address", "server.socket.address",
			"net.sock.peer.addr", "peer.address", "server.address", "net.peer.name");

	private static final List<String> SERVER_PORTS = List.of("network.peer.port", "server.socket.port",
			"net.sock.peer.port", "server.port", "net.peer.port");

	private static final List<String> CLIENT_NAMES = List.of("peer.service", "client.address");

	private static final List<String> CLIENT_ADDRESSES = List.of("client.address", "http.client_ip",
			"network.peer.address", "net.sock.peer.addr");

	private static final List<String> CLIENT_PORTS = List.of("client.port", "network.peer.port", "net.sock.peer.port");

	private RemoteEndpoint() {
	}

	static @Nullable Endpoint of(SpanData span) {
		Attributes attributes = span.getAttributes();
		if (attributes.isEmpty() || span.getKind() == SpanKind.INTERNAL) {
			return null;
		}
		return (span.getKind() == SpanKind.SERVER) ? find(attributes, CLIENT_NAMES, CLIENT_ADDRESSES, CLIENT_PORTS)
				: find(attributes, SERVER_NAMES, SERVER_ADDRESSES, SERVER_PORTS);
	}

	private static @Nullable Endpoint find(Attributes attributes, List<String> names, List<String> addresses,
			List<String> ports) {
		Endpoint.Builder endpoint = Endpoint.newBuilder();
		boolean found = false;
		for (String name : names) {
			String value = text(attributes, name);
			if (value != null && !isIp(value)) {
				endpoint.serviceName(value);
				found = true;
				break;
			}
		}
		for (String address : addresses) {
			if (endpoint.parseIp(text(attributes, address))) {
				found = true;
				break;
			}
		}
		if (!found) {
			return null;
		}
		return endpoint.port(port(attributes, ports)).build();
	}

	private static boolean isIp(String value) {
		return Endpoint.newBuilder().parseIp(value);
	}

	private static int port(Attributes attributes, List<String> names) {
		for (String name : names) {
			Long port = attributes.get(AttributeKey.longKey(name));
			if (port != null && port > 0 && port <= 65535) {
				return port.intValue();
			}
		}
		return 0;
	}

	private static @Nullable String text(Attributes attributes, String name) {
		String value = attributes.get(AttributeKey.stringKey(name));
		return (value == null || value.isBlank() || value.equals("none")) ? null : value;
	}

}
