package io.tracingstarter.autoconfigure.instrument;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the credentials and the query of a URL are on no span and in no log line,
 * whichever client that Spring does not know calls it.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class MaskedHttpClientsIntegrationTests {

	@Test
	void shouldShowNeitherCredentialsNorQuery(CapturedOutput output) throws Exception {
		try (RunningApplication application = RunningApplication.servlet(HttpClientsApplication.class,
				"tracing.access-log.enabled=true");
				HeaderRecordingServer server = new HeaderRecordingServer();
				RefusingPort refusing = new RefusingPort()) {
			for (String client : List.of("jdk", "jdk-async", "ok", "ok-enqueued", "apache", "RestClient on jdk",
					"RestClient on apache")) {
				call(application, client, Uncovered.query(server.url()), 200);
				call(application, client, Uncovered.credentials("http://127.0.0.1:" + refusing.number() + "/"), 500);
			}
		}
		assertThat(output.getOut()).contains("\"stack_trace\"").doesNotContain(Uncovered.SECRET);
	}

	private static void call(RunningApplication application, String client, String url, int status) {
		HttpResponse<String> response = application.get("/call?client=" + encode(client) + "&url=" + encode(url));
		assertThat(response.statusCode()).as(client).isEqualTo(status);
		List<SpanData> spans = application.bean(SpanRecorder.class)
			.spansOfAtLeast(response.headers().firstValue("X-Trace-ID").orElse(""), 2);
		Uncovered.assertNoneIn(spans);
		assertThat(spans).extracting(SpanData::getKind).contains(SpanKind.SERVER, SpanKind.CLIENT);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
