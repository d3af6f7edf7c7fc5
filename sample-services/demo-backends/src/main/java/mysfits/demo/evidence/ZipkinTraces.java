package mysfits.demo.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads traces through Zipkin's API.
 */
public final class ZipkinTraces {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {
	};

	private static final Duration POLL = Duration.ofMillis(250);

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI baseUrl;

	public ZipkinTraces(URI baseUrl) {
		this.baseUrl = baseUrl;
	}

	/**
	 * Returns the address at which a person looks at the trace.
	 */
	public URI page(String traceId) {
		return this.baseUrl.resolve("/zipkin/traces/" + traceId);
	}

	/**
	 * Waits for the spans of a trace, which services send some seconds late.
	 * @param traceId the trace
	 * @param expectation what the trace must be like
	 * @param correlationId what every span must be tagged with
	 * @param patience how long to wait
	 * @return what had arrived when the expectation was met or patience ended
	 */
	public FoundTrace await(String traceId, TraceExpectation expectation, String correlationId, Duration patience)
			throws InterruptedException {
		long deadline = System.nanoTime() + patience.toNanos();
		while (true) {
			List<Span> spans = find(traceId);
			List<String> problems = expectation.problems(spans, correlationId);
			if (problems.isEmpty() || System.nanoTime() > deadline) {
				return new FoundTrace(traceId, spans, problems);
			}
			TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
		}
	}

	private List<Span> find(String traceId) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.baseUrl.resolve("/api/v2/trace/" + traceId))
			.timeout(Duration.ofSeconds(10))
			.build();
		try {
			HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			// 404 until the first span of the trace arrives
			return (response.statusCode() == 200) ? JSON.readValue(response.body(), SPANS) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
