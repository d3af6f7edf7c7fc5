package io.tracingstarter.autoconfigure.web.client;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.HeaderRecordingServer;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RefusingPort;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import io.tracingstarter.testing.Uncovered;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the credentials and the query of a URL are on no span and in no log line,
 * whichever client of Spring calls it, and whatever comes of it.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class MaskedClientsIntegrationTests {

	private static final List<String> CLIENTS = List.of("RestTemplate from Boot", "RestTemplate bean",
			"RestClient from Boot", "RestClient bean", "HTTP interface", "WebClient from Boot", "WebClient bean",
			"WebClient made in a method", "RestClient made in a method");

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void shouldShowNeitherCredentialsNorQuery(boolean servlet, CapturedOutput output) throws Exception {
		try (RunningApplication application = start(servlet);
				HeaderRecordingServer server = new HeaderRecordingServer();
				RefusingPort refusing = new RefusingPort()) {
			for (String client : CLIENTS) {
				assertThat(call(application, client, Uncovered.query(server.url()), 200)).as(client).isNotEmpty();
				// answers 404, which all clients throw with the URL in their message
				call(application, client, Uncovered.credentials(application.url("/")), 500);
				call(application, client, Uncovered.credentials("http://127.0.0.1:" + refusing.number() + "/"), 500);
			}
		}
		assertThat(output.getOut()).contains("\"logger\":\"io.tracingstarter.access\"", "\"stack_trace\"")
			.doesNotContain(Uncovered.SECRET);
	}

	private static RunningApplication start(boolean servlet) {
		String accessLog = "tracing.access-log.enabled=true";
		return servlet ? RunningApplication.servlet(ClientApplication.class, accessLog)
				: RunningApplication.reactive(ClientApplication.class, accessLog);
	}

	private static List<SpanData> call(RunningApplication application, String client, String url, int status) {
		HttpResponse<String> response = application.get("/call?client=" + encode(client) + "&url=" + encode(url));
		assertThat(response.statusCode()).as(client).isEqualTo(status);
		List<SpanData> spans = application.bean(SpanRecorder.class)
			.spansOfAtLeast(response.headers().firstValue("X-Trace-ID").orElse(""), client.contains("made") ? 1 : 2);
		Uncovered.assertNoneIn(spans);
		assertThat(spans).anyMatch((span) -> span.getKind() == SpanKind.SERVER);
		return spans;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
