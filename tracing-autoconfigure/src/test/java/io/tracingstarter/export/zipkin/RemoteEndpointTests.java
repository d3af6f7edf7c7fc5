package io.tracingstarter.export.zipkin;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.tracingstarter.export.TestSpans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zipkin2.Endpoint;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RemoteEndpoint}.
 */
class RemoteEndpointTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					CLIENT | peer.service=likes server.address=10.0.0.1 server.port=80 | likes | 10.0.0.1 | 80
					CLIENT | server.address=like-service server.port=8082 | like-service | - | 8082
					CLIENT | net.peer.name=old net.peer.port=81 | old | - | 81
					CLIENT | server.address=db network.peer.address=10.1.2.3 network.peer.port=5432 server.port=1 | db | 10.1.2.3 | 5432
					CLIENT | network.peer.address=10.1.2.3 | - | 10.1.2.3 | 0
					CLIENT | net.sock.peer.addr=10.1.2.4 net.sock.peer.port=9 | - | 10.1.2.4 | 9
					CLIENT | db.name=orders | orders | - | 0
					CLIENT | db.namespace=orders db.system=h2 | orders | - | 0
					CLIENT | db.system.name=postgresql | postgresql | - | 0
					CLIENT | client.name=localhost | localhost | - | 0
					CLIENT | client.name=none | - | - | -
					PRODUCER | server.address=kafka messaging.system=x | kafka | - | 0
					CONSUMER | messaging.system=kafka | kafka | - | 0
					SERVER | client.address=10.9.9.9 client.port=1234 | - | 10.9.9.9 | 1234
					SERVER | client.address=browser.example | browser.example | - | 0
					SERVER | server.address=me | - | - | -
					SERVER | server.address=me network.peer.address=10.9.9.8 | - | 10.9.9.8 | 0
					INTERNAL | peer.service=likes | - | - | -
					CLIENT | http.request.method=GET | - | - | -
					CLIENT | server.address=a server.port=99999 | a | - | 0
					""")
	void shouldFindOtherEndWhenAttributesNameIt(SpanKind kind, String attributes, @Nullable String service,
			@Nullable String ip, @Nullable Integer port) {
		Endpoint endpoint = RemoteEndpoint.of(TestSpans.data().setKind(kind).setAttributes(parse(attributes)).build());
		if (port == null) {
			assertThat(endpoint).isNull();
			return;
		}
		assertThat(endpoint).isNotNull();
		assertThat(endpoint.serviceName()).isEqualTo(service);
		assertThat(endpoint.ipv4()).isEqualTo(ip);
		assertThat(endpoint.portAsInt()).isEqualTo(port);
	}

	private static Attributes parse(String text) {
		AttributesBuilder attributes = Attributes.builder();
		for (String pair : text.split(" ")) {
			String[] parts = pair.split("=");
			if (parts[0].endsWith(".port")) {
				attributes.put(parts[0], Long.parseLong(parts[1]));
			}
			else {
				attributes.put(parts[0], parts[1]);
			}
		}
		return attributes.build();
	}

}
