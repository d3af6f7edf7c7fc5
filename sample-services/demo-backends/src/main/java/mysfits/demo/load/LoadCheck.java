package mysfits.demo.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import mysfits.demo.evidence.LogFile;
import mysfits.demo.server.RunningServers;
import mysfits.demo.server.Server;

/**
 * Sends many likes at once, each with a correlation id of its own, and then looks into
 * the log files for lines with a missing or a foreign id. The services log the name of
 * the visitor; here it is the correlation id, so that a line's message tells to which
 * request the line belongs, whatever its id field says.
 */
public final class LoadCheck {

	/**
	 * What to start the services with when there are very many requests: every span is
	 * made, but none is sent, or Zipkin would fill its memory with them.
	 */
	public static final List<String> UNSENT_SPANS = List.of("--tracing.exporters.zipkin.enabled=false",
			"--tracing.exporters.log.enabled=false");

	private static final int[] MYSFITS = { 1, 2, 4, 5, 7, 8 };

	private static final int UNKNOWN_MYSFIT = 404;

	private static final int HEXED_MYSFIT = 6;

	private static final int FAILURE_EVERY = 25;

	private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(90);

	private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

	private final URI page;

	private final RunningServers servers;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	public LoadCheck(RunningServers servers) {
		this.servers = servers;
		this.page = servers.url(Server.MYSFITS_WEB);
	}

	/**
	 * Sends the requests and audits the log files.
	 * @param requests how many
	 * @param concurrency how many at a time
	 * @param timeLimit after which no further request is sent, which is a problem in the
	 * report
	 * @param progress is told now and then how far it is
	 */
	public LoadReport run(int requests, int concurrency, Duration timeLimit, Consumer<String> progress)
			throws InterruptedException {
		String run = "load-" + Integer.toString(ThreadLocalRandom.current().nextInt(0x1000000, 0x7fffffff), 36);
		Answers answers = send(run, requests, concurrency, timeLimit, progress);
		LogAudit audit = new LogAudit(run);
		for (Server service : Server.services()) {
			FileAudit file = audit.ofService(service.id());
			new LogFile(this.servers.logFile(service)).forEach(file::accept);
		}
		return new LoadReport(answers, audit, requests);
	}

	private Answers send(String run, int requests, int concurrency, Duration timeLimit, Consumer<String> progress)
			throws InterruptedException {
		Answers answers = new Answers();
		Semaphore permits = new Semaphore(concurrency);
		long begun = System.nanoTime();
		long lastReport = begun;
		for (int number = 0; number < requests; number++) {
			permits.acquire();
			long now = System.nanoTime();
			if (now - begun > timeLimit.toNanos()) {
				permits.release();
				break;
			}
			if (now - lastReport > REPORT_EVERY.toNanos()) {
				lastReport = now;
				progress.accept("  %,d of %,d".formatted(number, requests));
			}
			String correlationId = run + "-" + number;
			int mysfit = mysfitOf(number);
			this.client.sendAsync(like(mysfit, correlationId), HttpResponse.BodyHandlers.discarding())
				.whenComplete((response, failure) -> {
					answers.add(correlationId, expectedStatus(mysfit), response, failure, System.nanoTime() - now);
					permits.release();
				});
		}
		// each request ends by its own time-out, so this does too
		if (!permits.tryAcquire(concurrency, REQUEST_PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)) {
			answers.unfinished();
		}
		answers.took(Duration.ofNanos(System.nanoTime() - begun));
		return answers;
	}

	private HttpRequest like(int mysfit, String correlationId) {
		return HttpRequest.newBuilder(this.page.resolve("/api/mysfits/" + mysfit + "/like?visitor=" + correlationId))
			.header("X-Correlation-ID", correlationId)
			.timeout(REQUEST_PATIENCE)
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
	}

	private static int mysfitOf(int number) {
		// failures take other ways through the code, so some must be among them
		return switch (number % FAILURE_EVERY) {
			case 7 -> UNKNOWN_MYSFIT;
			case 19 -> HEXED_MYSFIT;
			default -> MYSFITS[number % MYSFITS.length];
		};
	}

	private static int expectedStatus(int mysfit) {
		return switch (mysfit) {
			case UNKNOWN_MYSFIT -> 404;
			case HEXED_MYSFIT -> 502;
			default -> 200;
		};
	}

}
