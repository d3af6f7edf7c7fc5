package mysfits.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import mysfits.demo.evidence.FoundTrace;
import mysfits.demo.evidence.LogFile;
import mysfits.demo.evidence.LogLine;
import mysfits.demo.evidence.Span;
import mysfits.demo.evidence.ToldStory;
import mysfits.demo.evidence.TraceExpectation;
import mysfits.demo.evidence.TraceRequest;
import mysfits.demo.evidence.TraceRequest.BothStories;
import mysfits.demo.evidence.ZipkinTraces;
import mysfits.demo.load.FileAudit;
import mysfits.demo.load.LogAudit;
import mysfits.demo.server.Installation;
import mysfits.demo.server.RunningServers;
import mysfits.demo.server.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that go through three services, a real Zipkin and DynamoDB Local.
 */
@ExtendWith(DemoServers.class)
class RequestIntegrationTests {

	private static final Duration TRACE_PATIENCE = Duration.ofSeconds(40);

	private final HttpClient client = HttpClient.newHttpClient();

	private final RunningServers servers;

	RequestIntegrationTests(RunningServers servers) {
		this.servers = servers;
	}

	@ParameterizedTest
	@EnumSource(names = { "MYSFITS_WEB", "LIKE_SERVICE", "MYSFITS_SERVICE" })
	void shouldRunTheServicesAsAskedWhenProcessedAheadOfTime(Server service) {
		List<String> messages = new ArrayList<>();
		new LogFile(this.servers.logFile(service))
			.forEach((line) -> line.map(LogLine::message).ifPresent(messages::add));
		assertThat(messages.get(0).startsWith("Starting AOT-processed ")).as(messages.get(0))
			.isEqualTo(DemoServers.aheadOfTime());
	}

	@Test
	void shouldLeaveOneTraceOfThreeServicesWhenACreatureIsLiked() throws Exception {
		HttpResponse<String> response = like(2, null);
		assertThat(response.statusCode()).isEqualTo(200);
		FoundTrace trace = trace(response, header(response, "X-Correlation-ID"),
				TraceExpectation.ofLike(true).andCount());
		assertThat(trace.problems()).isEmpty();
		assertThat(trace.spans()).extracting(Span::service)
			.containsOnly("mysfits-web", "like-service", "mysfits-service");
	}

	@Test
	void shouldTakeTheTraceIdAsCorrelationIdWhenTheCallerSendsNone() throws Exception {
		HttpResponse<String> response = like(4, null);
		assertThat(header(response, "X-Correlation-ID")).isEqualTo(header(response, "X-Trace-ID"));
	}

	@Test
	void shouldReachEverySpanAndEveryLogWhenTheCallerSendsItsOwnId() throws Exception {
		String correlationId = "order-" + UUID.randomUUID();
		HttpResponse<String> response = like(5, correlationId);
		assertThat(header(response, "X-Correlation-ID")).isEqualTo(correlationId);
		assertThat(trace(response, correlationId, TraceExpectation.ofLike(true).andCount()).problems()).isEmpty();
		for (Server service : Server.services()) {
			assertThat(new LogFile(this.servers.logFile(service)).linesOf(correlationId)).as(service.id())
				.isNotEmpty()
				.allSatisfy((line) -> {
					assertThat(line.traceId()).isEqualTo(header(response, "X-Trace-ID"));
					assertThat(line.service()).isEqualTo(service.id());
				});
		}
	}

	@ParameterizedTest
	@CsvSource({ "404, 404, false", "6, 502, true" })
	void shouldStillBeOneTraceWhenTheRequestFails(int mysfit, int status, boolean known) throws Exception {
		HttpResponse<String> response = like(mysfit, null);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(trace(response, header(response, "X-Correlation-ID"), TraceExpectation.ofLike(known)).problems())
			.isEmpty();
	}

	@Test
	void shouldLogTheExceptionWithItsIdsWhenAServiceFails() throws Exception {
		String correlationId = "failure-" + UUID.randomUUID();
		like(6, correlationId);
		for (Server service : List.of(Server.LIKE_SERVICE, Server.MYSFITS_WEB)) {
			assertThat(new LogFile(this.servers.logFile(service)).linesOf(correlationId)).as(service.id())
				.extracting(LogLine::level)
				.contains("ERROR");
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, OK, 200, ''", "6, FAILED, 502, like-service" })
	void shouldBeToldTheSameFromFilesAndFromZipkin(int mysfit, String outcome, String status, String firstError)
			throws Exception {
		HttpResponse<String> response = like(mysfit, null);
		String id = header(response, "X-Correlation-ID");
		TraceExpectation expectation = TraceExpectation.ofLike(true);
		trace(response, id, (mysfit == 1) ? expectation.andCount() : expectation);
		TraceRequest command = new TraceRequest(Installation.fromSystemProperties().home(), this.servers.logs(),
				this.servers.url(Server.ZIPKIN));
		BothStories both = command.both(id);
		assertThat(both.agree()).as(both.toString()).isTrue();
		ToldStory files = both.files();
		assertThat(files.outcome()).isEqualTo(outcome);
		assertThat(files.status()).isEqualTo(status);
		assertThat(files.firstError()).isEqualTo(firstError);
		assertThat(files.lines()).isPositive();
	}

	@Test
	void shouldHaveItsIdsOnEveryLineThatBelongsToARequest() throws Exception {
		like(1, null);
		like(404, null);
		LogAudit audit = new LogAudit("any");
		for (Server service : Server.services()) {
			FileAudit file = audit.ofService(service.id());
			new LogFile(this.servers.logFile(service)).forEach(file::accept);
			assertThat(file.findings()).as(file.describe()).isEmpty();
		}
	}

	private HttpResponse<String> like(int mysfit, @Nullable String correlationId)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(this.servers.url(Server.MYSFITS_WEB).resolve("/api/mysfits/" + mysfit + "/like"))
			.timeout(Duration.ofSeconds(30))
			.POST(HttpRequest.BodyPublishers.noBody());
		if (correlationId != null) {
			request.header("X-Correlation-ID", correlationId);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private FoundTrace trace(HttpResponse<String> response, String correlationId, TraceExpectation expectation)
			throws InterruptedException {
		return new ZipkinTraces(this.servers.url(Server.ZIPKIN)).await(header(response, "X-Trace-ID"), expectation,
				correlationId, TRACE_PATIENCE);
	}

	private static String header(HttpResponse<String> response, String name) {
		assertThat(response.headers().allValues(name)).as(name).hasSize(1);
		return response.headers().firstValue(name).orElseThrow();
	}

}
