package io.tracingstarter.autoconfigure.export.xray;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.export.QueueSpanProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XRayExporterAutoConfiguration}.
 */
class XRayExporterAutoConfigurationTests {

	private static final String P = "tracing.exporters.xray.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withPropertyValues("management.tracing.sampling.probability=1", P + "enabled=true")
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
				ExportAutoConfiguration.class, XRayExporterAutoConfiguration.class));

	@Test
	void shouldSendSpansToTheDaemon() throws Exception {
		try (DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			daemon.setSoTimeout(20_000);
			this.runner
				.withPropertyValues(P + "daemon-address=127.0.0.1:" + daemon.getLocalPort(), P + "schedule-delay=10ms",
						P + "annotations=shop.order")
				.run((context) -> {
					context.getBean(Tracer.class).nextSpan().name("work").tag("shop.order", "42").start().end();
					DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
					daemon.receive(packet);
					assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
						.contains("\"name\":\"work\"", "\"annotations\":{\"shop_order\":\"42\"}");
				});
		}
	}

	@Test
	void shouldNotBeThereUnlessSwitchedOn() {
		this.runner.withPropertyValues(P + "enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(QueueSpanProcessor.class));
	}

	@Test
	void shouldStartWithoutTheSdk() {
		this.runner.withClassLoader(new FilteredClassLoader(SdkTracerProvider.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("xraySpanProcessor"));
	}

	@Test
	void shouldLeaveTheUsersProcessorInItsPlace() {
		this.runner.withBean("xraySpanProcessor", String.class, () -> "mine")
			.run((context) -> assertThat(context).doesNotHaveBean(QueueSpanProcessor.class));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-, -, udp 127.0.0.1:2000", "-, 10.0.0.1:3000, udp 10.0.0.1:3000",
			"-, tcp:10.0.0.1:1 udp:10.0.0.2:2, udp 10.0.0.2:2", "[::1]:5, 10.0.0.1:3000, udp [::1]:5" })
	void shouldTakeTheDaemonFromPropertyThenVariable(String property, String variable, String target) {
		ApplicationContextRunner configured = this.runner;
		configured = (property != null) ? configured.withPropertyValues(P + "daemon-address=" + property) : configured;
		configured = (variable != null) ? configured.withPropertyValues("AWS_XRAY_DAEMON_ADDRESS=" + variable)
				: configured;
		configured.run((context) -> assertThat(context.getBean(QueueSpanProcessor.class).getTarget().address())
			.isEqualTo(target));
	}

	@ParameterizedTest
	@CsvSource({ "tracing.exporters.xray.daemon-address, localhost", "AWS_XRAY_DAEMON_ADDRESS, a:b" })
	void shouldStopWhenTheAddressIsNone(String name, String value) {
		this.runner.withPropertyValues(name + "=" + value).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidTracingPropertyException.class, (failure) -> {
					assertThat(failure.getProperty()).isEqualTo(name);
					assertThat(failure.getValue()).isEqualTo(value);
				});
		});
	}

}
