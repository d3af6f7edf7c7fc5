package io.tracingstarter.autoconfigure.concurrent;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.tracingstarter.testing.ChildProcess;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.Prerequisite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that structured tasks have the ids of their request when they are wrapped. The
 * application is compiled where it runs: what it uses is a preview of JDK 25.
 */
class StructuredTaskIntegrationTests {

	private static final int JDK = 25;

	@ParameterizedTest
	@ValueSource(strings = { "tomcat", "jetty" })
	void shouldKnowRequestInStructuredTaskWhenWrapped(String server) throws Exception {
		Prerequisite.require(Runtime.version().feature() == JDK, "ids in structured tasks, a preview of JDK 25",
				"build on JDK 25");
		Path source = new ClassPathResource("jdk25/StructuredApplication.java").getFile().toPath();
		try (ChildProcess service = ChildProcess.startSource(source, (jar) -> false,
				List.of("--enable-preview", "--source", String.valueOf(JDK)),
				"--spring.main.web-application-type=servlet", "--server.address=127.0.0.1", "--server.port=0",
				"--" + ClassPath.with(server))) {
			int port = Integer.parseInt(service.await(Pattern.compile("started on port (\\d+)")).group(1));
			HttpResponse<String> wrapped = get(port, "/wrapped");
			String traceId = wrapped.headers().firstValue("X-Trace-ID").orElse("");
			assertThat(wrapped.body()).as(service::output).isEqualTo("order-4711 " + traceId + " true");
			service.await(Pattern.compile("\"message\":\"priced\".*\"traceId\":\"" + traceId
					+ "\",\"spanId\":\"[0-9a-f]{16}\",\"correlationId\":\"order-4711\""));
			// the JDK hands nothing of ours to a task by itself
			assertThat(get(port, "/bare").body()).isEqualTo("null null true");
		}
	}

	private static HttpResponse<String> get(int port, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("X-Correlation-ID", "order-4711")
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

}
