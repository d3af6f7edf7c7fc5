package io.tracingstarter.autoconfigure.instrument;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.HeaderRecordingServer;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RefusingPort;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the HTTP clients that Spring does not know, read from a real socket.
 */
class HttpClientsIntegrationTests {

	private static final List<String> CLIENTS = List.of("jdk", "jdk-async", "jdk-hand-made", "ok", "ok-enqueued",
			"ok-hand-made", "apache", "apache-repeated", "apache-hand-made");

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.servlet(HttpClientsApplication.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "jdk-async", "jdk-hand-made", "ok", "ok-enqueued", "ok-hand-made", "apache",
			"apache-hand-made", "RestClient on jdk", "RestClient on apache" })
	void shouldCarryTheIdsOnceAndMakeOneSpanWhenAServiceIsCalled(String client) {
		try (HeaderRecordingServer server = new HeaderRecordingServer()) {
			HttpResponse<String> response = call(application, client, server.url());
			assertThat(response.body()).isEqualTo("ok");
			assertCarried(response, server.next());
			if (!client.startsWith("RestClient")) {
				assertThat(clientSpan(response).getAttributes().get(AttributeKey.stringKey("http.url")))
					.isEqualTo(server.url());
			}
		}
	}

	@Test
	void shouldCarryTheIdsOfEachCallWhenARequestIsExecutedAgain() {
		try (HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (int i = 0; i < 2; i++) {
				assertCarried(call(application, "apache-repeated", server.url()), server.next());
			}
		}
	}

	private static void assertCarried(HttpResponse<String> response, Map<String, List<String>> headers) {
		SpanData span = clientSpan(response);
		assertThat(headers.get("X-correlation-id")).containsExactly("order-4711");
		assertThat(headers.get("Traceparent"))
			.containsExactly("00-" + span.getTraceId() + "-" + span.getSpanId() + "-03");
		assertThat(span.getName()).isEqualTo("http get");
		assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711");
		assertThat(span.getAttributes().get(AttributeKey.stringKey("status"))).isEqualTo("200");
		assertThat(span.getAttributes().get(AttributeKey.stringKey("client.name"))).isEqualTo("127.0.0.1");
	}

	@Test
	void shouldHideTheIdsWhenTheHostMustNotSeeThem() {
		try (RunningApplication careful = RunningApplication.servlet(HttpClientsApplication.class,
				"tracing.propagation.hosts=localhost"); HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (String client : CLIENTS) {
				call(careful, client, server.url());
				assertThat(server.next()).as(client)
					.doesNotContainKeys("X-correlation-id", "Traceparent", "Tracestate")
					.containsEntry("X-other", List.of("stays"));
				call(careful, client, server.url("localhost"));
				assertThat(server.next()).as(client).containsKeys("X-correlation-id", "Traceparent", "X-other");
			}
		}
	}

	@Test
	void shouldCarryTheCorrelationIdWhenTracingIsOff() {
		try (RunningApplication untraced = RunningApplication.servlet(HttpClientsApplication.class,
				"management.tracing.export.enabled=false");
				HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (String client : CLIENTS) {
				call(untraced, client, server.url());
				assertThat(server.next().get("X-correlation-id")).as(client).containsExactly("order-4711");
			}
		}
	}

	@Test
	void shouldCallWhenAThreadLocalOfSomebodyElseCannotBeRead() {
		ThreadLocalAccessor<String> broken = new BrokenAccessor();
		ContextRegistry.getInstance().registerThreadLocalAccessor(broken);
		try (HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (String client : CLIENTS) {
				assertThat(call(application, client, server.url()).body()).as(client).isEqualTo("ok");
				assertThat(server.next()).as(client).containsKeys("X-correlation-id", "Traceparent");
			}
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor(BrokenAccessor.class);
		}
	}

	@Test
	void shouldCallWhenThePathIsNoUri() throws IOException {
		try (HeaderRecordingServer server = new HeaderRecordingServer()) {
			BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET",
					HttpHost.create(URI.create(server.url())), "/50%-off");
			int status = application.bean(CloseableHttpClient.class).execute(request, (response) -> response.getCode());
			assertThat(status).isEqualTo(400);
		}
	}

	@Test
	void shouldLeaveTheClientsAloneWhenSwitchedOff() {
		try (RunningApplication off = RunningApplication.servlet(HttpClientsApplication.class,
				"tracing.instrument.jdk-http.enabled=false", "tracing.instrument.ok-http.enabled=false",
				"tracing.instrument.apache-http.enabled=false");
				HeaderRecordingServer server = new HeaderRecordingServer()) {
			for (String client : List.of("jdk", "jdk-async", "ok", "ok-enqueued", "apache")) {
				call(off, client, server.url());
				assertThat(server.next()).as(client).doesNotContainKeys("X-correlation-id", "Traceparent");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "jdk-async", "ok", "ok-enqueued", "apache" })
	void shouldNameTheFailureWhenNobodyListens(String client) {
		try (RefusingPort port = new RefusingPort()) {
			HttpResponse<String> response = call(application, client, "http://127.0.0.1:" + port.number() + "/");
			assertThat(response.statusCode()).isEqualTo(500);
			SpanData span = clientSpan(response);
			assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(span.getAttributes().get(AttributeKey.stringKey("exception"))).contains("ConnectException");
		}
	}

	@Test
	void shouldKeepTheIdsOnLogLinesWhenTheAnswerComesOnAThreadOfTheClient() {
		try (HeaderRecordingServer server = new HeaderRecordingServer();
				LogRecorder logs = LogRecorder.of(HttpClientsApplication.class)) {
			HttpResponse<String> response = call(application, "jdk-async", server.url());
			assertThat(logs.only("Done").getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", traceId(response));
		}
	}

	@Test
	void shouldEndTheExchangeWhenItsFutureIsCancelled() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<HttpResponse<String>> future = application.bean(HttpClient.class)
				.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + silent.getLocalPort())).build(),
						BodyHandlers.ofString());
			assertThat(future.cancel(true)).isTrue();
			assertThat(future).isCancelled();
		}
	}

	@Test
	void shouldKeepItsSettingsWhenAClientIsWrapped() {
		HttpClient client = application.bean(HttpClient.class);
		assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_2);
		assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
		assertThat(client.newWebSocketBuilder()).isNotNull();
		assertThat(client.sslContext()).isNotNull();
		assertThat(client.connectTimeout()).isEmpty();
	}

	private static SpanData clientSpan(HttpResponse<String> response) {
		List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId(response), 2);
		SpanData server = only(spans, SpanKind.SERVER);
		SpanData client = only(spans, SpanKind.CLIENT);
		assertThat(client.getParentSpanId()).isEqualTo(server.getSpanId());
		return client;
	}

	private static SpanData only(List<SpanData> spans, SpanKind kind) {
		return spans.stream().filter((span) -> span.getKind() == kind).findFirst().orElseThrow();
	}

	private static String traceId(HttpResponse<String> response) {
		return response.headers().firstValue("X-Trace-ID").orElseThrow();
	}

	private static HttpResponse<String> call(RunningApplication application, String client, String url) {
		return application.get("/call?client=" + URLEncoder.encode(client, StandardCharsets.UTF_8) + "&url="
				+ URLEncoder.encode(url, StandardCharsets.UTF_8), "X-Correlation-ID", "order-4711");
	}

	private static final class BrokenAccessor implements ThreadLocalAccessor<String> {

		@Override
		public Object key() {
			return BrokenAccessor.class;
		}

		@Override
		public String getValue() {
			throw new IllegalStateException();
		}

		@Override
		public void setValue(String value) {
			throw new IllegalStateException();
		}

		@Override
		public void setValue() {
		}

	}

}
