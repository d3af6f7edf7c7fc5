package io.tracingstarter.autoconfigure.web.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.HeaderRecordingServer;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;

import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the headers that every kind of client sends, read from a real socket.
 */
class ClientPropagationIntegrationTests {

	private static final List<String> BLOCKING_CLIENTS = List.of("RestTemplate from Boot", "RestTemplate bean",
			"RestClient from Boot", "RestClient bean", "RestClient made in a method", "HTTP interface");

	private static final List<String> REACTIVE_CLIENTS = List.of("WebClient from Boot", "WebClient bean",
			"WebClient made in a method");

	/**
	 * <a href="https://www.w3.org/TR/trace-context-2/#trace-flags">W3C Trace Context,
	 * trace flags</a>.
	 */
	private static final String SAMPLED_AND_RANDOM = "03";

	@Test
	void shouldPropagateFromServletApplication() {
		try (RunningApplication application = RunningApplication.servlet(ClientApplication.class)) {
			Stream.concat(BLOCKING_CLIENTS.stream(), REACTIVE_CLIENTS.stream())
				.forEach((client) -> assertPropagates(application, client));
		}
	}

	@Test
	void shouldPropagateFromReactiveApplication() {
		try (RunningApplication application = RunningApplication.reactive(ClientApplication.class)) {
			assertThat(Hooks.isAutomaticContextPropagationEnabled()).isTrue();
			REACTIVE_CLIENTS.forEach((client) -> assertPropagates(application, client));
		}
	}

	@Test
	void shouldPropagateFromReactiveApplicationWhoseThreadsKnowNothing() {
		try (RunningApplication application = RunningApplication.reactive(ClientApplication.class,
				"spring.reactor.context-propagation=limited")) {
			// the switch is the JVM's, and an earlier test may have set it
			Hooks.disableAutomaticContextPropagation();
			// a client without an observation registry hides the trace there, as
			// documented
			REACTIVE_CLIENTS.stream()
				.filter((client) -> !client.endsWith("made in a method"))
				.forEach((client) -> assertPropagates(application, client));
		}
		finally {
			Hooks.enableAutomaticContextPropagation();
		}
	}

	private static void assertPropagates(RunningApplication application, String client) {
		try (HeaderRecordingServer server = new HeaderRecordingServer()) {
			HttpResponse<String> response = call(application, client, server.url());
			assertThat(response.statusCode()).as(client).isEqualTo(200);
			String traceId = response.headers().firstValue("X-Trace-ID").orElseThrow();
			Map<String, List<String>> headers = server.next();
			assertThat(headers.get("X-correlation-id")).as(client).containsExactly("order-4711");
			boolean hasClientSpan = !client.endsWith("made in a method");
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, hasClientSpan ? 2 : 1);
			SpanData caller = spans.stream()
				.filter((span) -> span.getKind() == (hasClientSpan ? SpanKind.CLIENT : SpanKind.SERVER))
				.findFirst()
				.orElseThrow();
			assertThat(headers.get("Traceparent")).as(client)
				.containsExactly("00-" + traceId + "-" + caller.getSpanId() + "-" + SAMPLED_AND_RANDOM);
			assertThat(spans).as(client)
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldHideIdsFromOtherHosts(boolean servlet) {
		String[] properties = { "tracing.propagation.hosts=localhost,*.internal" };
		try (RunningApplication application = servlet ? RunningApplication.servlet(ClientApplication.class, properties)
				: RunningApplication.reactive(ClientApplication.class, properties);
				HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (String client : servlet ? BLOCKING_CLIENTS : REACTIVE_CLIENTS) {
				call(application, client, server.url());
				assertThat(server.next()).as(client)
					.doesNotContainKeys("X-correlation-id", "Traceparent", "Tracestate");
				call(application, client, server.url("localhost"));
				assertThat(server.next()).as(client).containsKeys("X-correlation-id", "Traceparent");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.opentelemetry.enabled=false", "management.tracing.export.enabled=false",
			"management.observations.enable.http=false" })
	void shouldPropagateCorrelationIdWhenTracingIsOff(String off) {
		try (RunningApplication servlet = RunningApplication.servlet(ClientApplication.class, off);
				RunningApplication reactive = RunningApplication.reactive(ClientApplication.class, off);
				HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (String client : BLOCKING_CLIENTS) {
				call(servlet, client, server.url());
				assertThat(server.next().get("X-correlation-id")).as(client).containsExactly("order-4711");
			}
			for (String client : REACTIVE_CLIENTS) {
				call(reactive, client, server.url());
				assertThat(server.next().get("X-correlation-id")).as(client).containsExactly("order-4711");
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			w3c      | Traceparent    | 00-TRACE-SPAN-03
			b3       | B3             | TRACE-SPAN-1
			b3-multi | X-b3-traceid   | TRACE
			jaeger   | Uber-trace-id  | TRACE:SPAN:0:1
			""")
	void shouldWriteChosenFormatOnly(String format, String header, String value) {
		try (RunningApplication application = RunningApplication.servlet(ClientApplication.class,
				"tracing.propagation.produce=" + format); HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (String client : List.of("RestClient from Boot", "RestClient made in a method")) {
				String traceId = call(application, client, server.url()).headers()
					.firstValue("X-Trace-ID")
					.orElseThrow();
				Map<String, List<String>> headers = server.next();
				assertThat(headers.get(header)).as(client)
					.singleElement()
					.asString()
					.matches(value.replace("TRACE", traceId).replace("SPAN", "[0-9a-f]{16}"));
				assertThat(headers.keySet()).filteredOn(ClientPropagationIntegrationTests::carriesTrace)
					.allMatch((name) -> name.equals(header) || "b3-multi".equals(format));
			}
		}
	}

	private static boolean carriesTrace(String header) {
		return header.startsWith("X-b3") || List.of("Traceparent", "B3", "Uber-trace-id").contains(header);
	}

	@ParameterizedTest
	@CsvSource({ "w3c, traceparent, 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"b3, b3, 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
			"jaeger, uber-trace-id, af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1" })
	void shouldReadChosenFormat(String format, String header, String value) {
		try (RunningApplication application = RunningApplication.servlet(ClientApplication.class,
				"tracing.propagation.consume=" + format)) {
			HttpResponse<String> response = application.get("/", header, value);
			assertThat(response.headers().firstValue("X-Trace-ID")).contains("0af7651916cd43dd8448eb211c80319c");
			String other = "traceparent".equals(header) ? "uber-trace-id" : "traceparent";
			String otherValue = "traceparent".equals(header) ? "1:2:0:1"
					: "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
			assertThat(application.get("/", other, otherValue).headers().firstValue("X-Trace-ID").orElseThrow())
				.doesNotContain("1af7651916cd43dd8448eb211c80319c");
		}
	}

	@Test
	void shouldStreamRequestBody() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.getRequestBody().read();
			begun.countDown();
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		try (RunningApplication application = RunningApplication.servlet(ClientApplication.class)) {
			AtomicBoolean streamed = new AtomicBoolean();
			StreamingHttpOutputMessage.Body body = (out) -> {
				out.write(new byte[100_000]);
				out.flush();
				streamed.set(await(begun));
			};
			application.bean(RestClient.Builder.class)
				.build()
				.post()
				.uri("http://127.0.0.1:" + server.getAddress().getPort())
				.body(body)
				.retrieve()
				.toBodilessEntity();
			assertThat(streamed).isTrue();
		}
		finally {
			server.stop(0);
		}
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static HttpResponse<String> call(RunningApplication application, String client, String url) {
		return application.get("/call?client=" + URLEncoder.encode(client, StandardCharsets.UTF_8) + "&url="
				+ URLEncoder.encode(url, StandardCharsets.UTF_8), "X-Correlation-ID", "order-4711");
	}

}
