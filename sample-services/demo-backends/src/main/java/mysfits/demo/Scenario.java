package mysfits.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import mysfits.demo.evidence.FoundTrace;
import mysfits.demo.evidence.LogFile;
import mysfits.demo.evidence.LogLine;
import mysfits.demo.evidence.ZipkinTraces;
import mysfits.demo.server.RunningServers;
import mysfits.demo.server.Server;

/**
 * Sends the requests of the scenario and gathers what each left behind.
 */
final class Scenario {

	private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(30);

	private static final Duration TRACE_PATIENCE = Duration.ofSeconds(30);

	private final RunningServers servers;

	private final ZipkinTraces zipkin;

	private final HttpClient client = HttpClient.newHttpClient();

	Scenario(RunningServers servers) {
		this.servers = servers;
		this.zipkin = new ZipkinTraces(servers.url(Server.ZIPKIN));
	}

	StepResult play(ScenarioStep step) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.servers.url(Server.MYSFITS_WEB).resolve(step.path()))
			.POST(HttpRequest.BodyPublishers.noBody())
			.timeout(REQUEST_PATIENCE)
			.build();
		long begun = System.nanoTime();
		HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		Duration took = Duration.ofNanos(System.nanoTime() - begun);
		String correlationId = response.headers().firstValue("X-Correlation-ID").orElse("");
		String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
		List<String> problems = new ArrayList<>(answerProblems(step, response.statusCode(), took));
		if (correlationId.isEmpty() || traceId.isEmpty()) {
			problems.add("The answer has no X-Correlation-ID or no X-Trace-ID");
			return new StepResult(response.statusCode(), took, correlationId, List.of(),
					new FoundTrace(traceId, List.of(), List.of()), problems);
		}
		FoundTrace trace = this.zipkin.await(traceId, step.trace(), correlationId, TRACE_PATIENCE);
		problems.addAll(trace.problems());
		List<LogLine> lines = lines(correlationId, problems);
		return new StepResult(response.statusCode(), took, correlationId, lines, trace, problems);
	}

	String traceUrl(FoundTrace trace) {
		return this.zipkin.page(trace.traceId()).toString();
	}

	private static List<String> answerProblems(ScenarioStep step, int status, Duration took) {
		List<String> problems = new ArrayList<>();
		if (status != step.status()) {
			problems.add("The answer was " + status + " instead of " + step.status());
		}
		if (took.compareTo(step.slowerThan()) < 0) {
			problems.add("The answer came too fast to show a slow request");
		}
		return problems;
	}

	private List<LogLine> lines(String correlationId, List<String> problems) {
		List<LogLine> all = new ArrayList<>();
		for (Server service : Server.services()) {
			List<LogLine> lines = new LogFile(this.servers.logFile(service)).linesOf(correlationId);
			if (lines.isEmpty()) {
				problems.add("The log of " + service.id() + " has no line with the correlation id");
			}
			all.addAll(lines);
		}
		all.sort(Comparator.comparing(LogLine::timestamp));
		return all;
	}

}
