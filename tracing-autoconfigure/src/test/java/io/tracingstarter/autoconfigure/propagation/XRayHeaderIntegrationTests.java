package io.tracingstarter.autoconfigure.propagation;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.HeaderRecordingServer;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code X-Amzn-Trace-Id} from the request to the next service, the log line,
 * the response and the segment document, on Tomcat and on Netty.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class XRayHeaderIntegrationTests {

	private static final String HEADER = "X-Amzn-Trace-Id";

	private static final String ROOT = "Root=1-5759e988-bd862e3fe1be46a994272793";

	private static final String XRAY_ID = "1-5759e988-bd862e3fe1be46a994272793";

	private static final String TRACE = "5759e988bd862e3fe1be46a994272793";

	private static final String PARENT = "53995c3f42cd8ad8";

	private static final String OTHER = "0af7651916cd43dd8448eb211c80319c";

	private static final String TRACEPARENT = "00-" + OTHER + "-b7ad6b7169203331-01";

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void shouldContinueTraceOfCaller(boolean servlet, CapturedOutput output) throws Exception {
		try (DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress());
				RunningApplication application = start(servlet, "tracing.propagation.consume=xray",
						"tracing.propagation.produce=xray", "tracing.exporters.xray.enabled=true",
						"tracing.exporters.xray.daemon-address=127.0.0.1:" + daemon.getLocalPort(),
						"tracing.exporters.xray.schedule-delay=10ms")) {
			daemon.setSoTimeout(20_000);
			Exchange exchange = call(application, HEADER,
					"Self=1-67891234-12456789abcdef012345678;" + ROOT + ";Parent=" + PARENT + ";Sampled=1");
			assertThat(exchange.traceId()).isEqualTo(TRACE);
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(TRACE, 2);
			SpanData server = span(spans, SpanKind.SERVER);
			SpanData client = span(spans, SpanKind.CLIENT);
			assertThat(server.getParentSpanId()).isEqualTo(PARENT);
			assertThat(exchange.onward("X-amzn-trace-id"))
				.containsExactly(ROOT + ";Parent=" + client.getSpanId() + ";Sampled=1");
			assertThat(exchange.headers()).doesNotContainKey("Traceparent");
			assertThat(output.getOut().lines().filter((line) -> line.contains("\"calling\""))).singleElement()
				.asString()
				.contains("\"traceId\":\"" + TRACE + "\"", "\"xrayTraceId\":\"" + XRAY_ID + "\"");
			assertThat(document(daemon, server.getSpanId())).contains("\"trace_id\":\"" + XRAY_ID + "\"",
					"\"parent_id\":\"" + PARENT + "\"");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void shouldStartTraceWithTheIdOfTheLoadBalancer(boolean servlet, CapturedOutput output) {
		try (RunningApplication application = start(servlet, "tracing.propagation.consume=w3c,xray",
				"tracing.propagation.produce=w3c,xray")) {
			Exchange exchange = call(application, HEADER, ROOT);
			assertThat(exchange.traceId()).isEqualTo(TRACE);
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(TRACE, 2);
			SpanData server = span(spans, SpanKind.SERVER);
			assertThat(server.getParentSpanId()).isEqualTo(SpanId.getInvalid());
			assertThat(span(spans, SpanKind.CLIENT).getParentSpanId()).isEqualTo(server.getSpanId());
			assertThat(exchange.onward("X-amzn-trace-id")).singleElement()
				.asString()
				.matches(ROOT + ";Parent=[0-9a-f]{16};Sampled=1");
			assertThat(exchange.onward("Traceparent")).singleElement().asString().startsWith("00-" + TRACE + "-");
			assertThat(output).contains("\"traceId\":\"" + TRACE + "\"").doesNotContain("xrayTraceId");
			assertThat(call(application).traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
			assertThat(call(application, HEADER, ROOT, HEADER, ROOT).traceId()).isNotEqualTo(TRACE);
			assertThat(call(application, HEADER, ROOT.toUpperCase()).traceId()).isNotEqualToIgnoringCase(TRACE);
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, 0, ;Sampled=1, 1", "true, 1, ;Sampled=0, 0", "true, 1, ;Sampled=?, 1", "true, 0, ;Sampled=?, 0",
			"true, 1, ;Parent=53995c3f42cd8ad8, 1", "true, 1, ;Parent=53995c3f42cd8ad8;Sampled=?, 1",
			"true, 0, ;Parent=53995c3f42cd8ad8;Sampled=?, 0", "true, 1, ;Parent=53995c3f42cd8ad8;Sampled=0, 0",
			"false, 0, ;Sampled=1, 1", "false, 1, ;Sampled=0, 0", "false, 1, ;Parent=53995c3f42cd8ad8, 1" })
	void shouldHeedDecisionOfCallerOrDecide(boolean servlet, String probability, String rest, String sampled) {
		try (RunningApplication application = start(servlet, "tracing.propagation.consume=xray",
				"tracing.propagation.produce=xray", "tracing.sampling.probability=" + probability)) {
			Exchange exchange = call(application, HEADER, ROOT + rest);
			assertThat(exchange.traceId()).isEqualTo(TRACE);
			assertThat(exchange.onward("X-amzn-trace-id")).singleElement().asString().endsWith(";Sampled=" + sampled);
		}
	}

	@ParameterizedTest
	@CsvSource({ "'xray,w3c', " + TRACE, "'w3c,xray', " + OTHER, "'xray,jaeger,b3,w3c', " + TRACE,
			"'b3,xray,w3c', " + OTHER })
	void shouldBelieveTheHeaderThatIsListedFirst(String formats, String traceId) {
		try (RunningApplication application = start(true, "tracing.propagation.consume=" + formats)) {
			assertThat(call(application, HEADER, ROOT + ";Parent=" + PARENT, "traceparent", TRACEPARENT).traceId())
				.isEqualTo(traceId);
			// a span is more than a trace
			assertThat(call(application, HEADER, ROOT, "traceparent", TRACEPARENT).traceId()).isEqualTo(OTHER);
			assertThat(call(application, HEADER, "Root=1", "traceparent", TRACEPARENT).traceId()).isEqualTo(OTHER);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void shouldBeDeafToHeaderUnlessAsked(boolean servlet) {
		try (RunningApplication application = start(servlet)) {
			Exchange exchange = call(application, HEADER, ROOT + ";Parent=" + PARENT + ";Sampled=1");
			assertThat(exchange.traceId()).isNotEqualTo(TRACE);
			assertThat(exchange.headers()).containsKey("Traceparent").doesNotContainKey("X-amzn-trace-id");
		}
	}

	private static RunningApplication start(boolean servlet, String... properties) {
		return servlet ? RunningApplication.servlet(XRayApplication.class, properties)
				: RunningApplication.reactive(XRayApplication.class, properties);
	}

	private static SpanData span(List<SpanData> spans, SpanKind kind) {
		return spans.stream().filter((span) -> span.getKind() == kind).findFirst().orElseThrow();
	}

	private static String document(DatagramSocket daemon, String id) throws Exception {
		while (true) {
			DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
			daemon.receive(packet);
			String document = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
			if (document.contains("\"id\":\"" + id + "\"")) {
				return document;
			}
		}
	}

	private static Exchange call(RunningApplication application, String... headers) {
		try (HeaderRecordingServer next = new HeaderRecordingServer()) {
			HttpResponse<String> response = application.get("/call?url=" + next.url(), headers);
			assertThat(response.statusCode()).isEqualTo(200);
			return new Exchange(response.headers().firstValue("X-Trace-ID").orElseThrow(), next.next());
		}
	}

	private record Exchange(String traceId, Map<String, List<String>> headers) {

		List<String> onward(String name) {
			return this.headers.get(name);
		}

	}

}
