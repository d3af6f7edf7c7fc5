package io.tracingstarter.export.xray;

import java.io.IOException;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Sends to real sockets, as the daemon has them, and to none.
 */
class XRayDaemonSpanExporterTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1" })
	void shouldSendOneDatagramForEachDocument(String host) {
		try (TestDaemon daemon = new TestDaemon(host, 0)) {
			XRayDaemonSpanExporter exporter = new XRayDaemonSpanExporter(daemon.address(), List.of());
			assertThat(exporter.export(TestSpans.data(3)).isSuccess()).isTrue();
			for (int i = 0; i < 3; i++) {
				assertThat(daemon.document().path("id").asString()).isEqualTo(TestSpans.SPAN_ID);
			}
			exporter.shutdown();
			assertThat(exporter.export(TestSpans.data(1)).isSuccess()).isFalse();
		}
	}

	@Test
	void shouldSayThatNobodyListensAndSendAgainWhenTheDaemonIsBack() {
		int port = TestDaemon.freePort();
		XRayDaemonSpanExporter exporter = new XRayDaemonSpanExporter(
				new DaemonAddress("127.0.0.1", port, "127.0.0.1", port), List.of());
		CompletableResultCode result = exporter.export(TestSpans.data(10));
		assertThat(result.isSuccess()).isFalse();
		assertThat(result.getFailureThrowable()).isInstanceOf(IOException.class)
			.hasMessage("nobody listens on udp 127.0.0.1:" + port);
		try (TestDaemon daemon = new TestDaemon("127.0.0.1", port)) {
			assertThat(exporter.export(TestSpans.data(1)).isSuccess()).isTrue();
			assertThat(daemon.document().path("id").asString()).isEqualTo(TestSpans.SPAN_ID);
		}
		exporter.shutdown();
	}

	@Test
	void shouldFailWhenTheHostHasNoAddress() {
		XRayDaemonSpanExporter exporter = new XRayDaemonSpanExporter(
				new DaemonAddress("no-such-host.invalid", 2000, "no-such-host.invalid", 2000), List.of());
		assertThat(exporter.export(TestSpans.data(1)).getFailureThrowable()).isInstanceOf(IOException.class);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "127.0.0.1:2000, 127.0.0.1, 2000, 127.0.0.1, 2000",
					"xray-daemon.local:3000, xray-daemon.local, 3000, xray-daemon.local, 3000",
					"[::1]:2000, ::1, 2000, ::1, 2000",
					"tcp:127.0.0.1:2000 udp:127.0.0.2:2001, 127.0.0.2, 2001, 127.0.0.1, 2000",
					"'  udp:[fe80::1]:1   tcp:a:2 ', fe80::1, 1, a, 2" })
	void shouldReadAddresses(String text, String udpHost, int udpPort, String tcpHost, int tcpPort) {
		assertThat(DaemonAddress.parse(text)).isEqualTo(new DaemonAddress(udpHost, udpPort, tcpHost, tcpPort));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "::1:2000", "http://a:1", "a:1 b:2",
			"tcp:a:1 tcp:b:2", "udp:a:1 udp:b:2", "tcp:a:1 udp:b:2 udp:c:3", "a b:1", "tcp:a:1 udp:b" })
	void shouldRefuseWhatIsNoAddress(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> DaemonAddress.parse(text));
	}

}
