package io.tracingstarter.cli.source.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.tracingstarter.cli.source.SourceException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Asks one backend over HTTP and reads its JSON while it comes. Bounded in time and size;
 * waits and tries again where the backend is busy; follows redirects only within the
 * backend, so that credentials go nowhere else. Threads may share one.
 */
public final class HttpJson {

	private static final long MOST_BYTES = 64L * 1024 * 1024;

	private static final int MOST_ERROR_BYTES = 4096;

	private static final int ATTEMPTS = 3;

	private static final int MOST_REDIRECTS = 3;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private final HttpClient client;

	private final Endpoint endpoint;

	private final HttpFailures failures;

	private final long mostBytes;

	/**
	 * @param client {@link #client() one} for all backends
	 * @param product the backend's name for a reader, such as "Zipkin"
	 * @param endpoint where it is
	 */
	public HttpJson(HttpClient client, String product, Endpoint endpoint) {
		this(client, product, endpoint, MOST_BYTES);
	}

	HttpJson(HttpClient client, String product, Endpoint endpoint, long mostBytes) {
		this.client = client;
		this.endpoint = endpoint;
		this.failures = new HttpFailures(product, endpoint);
		this.mostBytes = mostBytes;
	}

	/**
	 * Returns a client with the settings that this class wants.
	 */
	public static HttpClient client() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(Duration.ofSeconds(10))
			.build();
	}

	public Endpoint endpoint() {
		return this.endpoint;
	}

	/**
	 * Asks, and hands the answer to the reader. An answer that is too long is cut, with a
	 * note, after the reader had what came before.
	 * @param call what to ask
	 * @param run the question it belongs to
	 * @param reader reads the answer
	 * @return whether there was an answer, complete or not
	 * @throws SourceException when the backend cannot be reached or does not answer as it
	 * should
	 * @throws InterruptedException when the thread is interrupted
	 */
	public Outcome read(HttpCall call, SearchRun run, Consumer<JsonParser> reader)
			throws SourceException, InterruptedException {
		URI uri = URI.create(this.endpoint.url() + call.path());
		int redirects = 0;
		for (int attempt = 1;; attempt++) {
			HttpResponse<ReceivedBytes> response = send(call, uri, run);
			try (AnswerBody body = new AnswerBody(response.body(), this.mostBytes)) {
				int status = response.statusCode();
				if (call.absentAt().contains(status)) {
					return Outcome.ABSENT;
				}
				if (REDIRECTS.contains(status) && redirects++ < MOST_REDIRECTS) {
					uri = redirected(uri, response);
					attempt--;
					continue;
				}
				Duration pause = RetryAfter.of(response, attempt);
				if (RetryAfter.isBusy(status) && attempt < ATTEMPTS && pause.compareTo(run.remaining()) < 0) {
					body.close();
					Thread.sleep(pause.toMillis());
					continue;
				}
				return answered(response, body, run, reader);
			}
		}
	}

	private HttpResponse<ReceivedBytes> send(HttpCall call, URI uri, SearchRun run)
			throws SourceException, InterruptedException {
		Duration remaining = run.remaining();
		if (remaining.isNegative() || remaining.isZero()) {
			throw this.failures.late(run.limits().timeout());
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(remaining)
			.method(call.method(),
					(call.body() != null) ? BodyPublishers.ofString(call.body()) : BodyPublishers.noBody())
			.header("Accept", "application/json")
			.header("Accept-Encoding", "gzip");
		if (call.contentType() != null) {
			request.header("Content-Type", call.contentType());
		}
		for (Map.Entry<String, String> header : this.endpoint.headers().entrySet()) {
			try {
				request.setHeader(header.getKey(), header.getValue());
			}
			catch (IllegalArgumentException ex) {
				// its message holds the value
				throw this.failures.header(header.getKey());
			}
		}
		try {
			return this.client.send(request.build(), (head) -> new ReceivedBytes(run.remaining()));
		}
		catch (IOException ex) {
			throw this.failures.of(ex, run.limits().timeout());
		}
	}

	private Outcome answered(HttpResponse<?> response, AnswerBody body, SearchRun run, Consumer<JsonParser> reader)
			throws SourceException, InterruptedException {
		try {
			body.unpack(response.headers().firstValue("Content-Encoding").orElse("identity"));
			int status = response.statusCode();
			if (status < 200 || status > 299) {
				throw this.failures.status(status, body.beginning(MOST_ERROR_BYTES), RetryAfter.asked(response));
			}
			if (body.isMarkup()) {
				throw this.failures.markup();
			}
			try (JsonParser json = JsonElements.MAPPER.createParser(body)) {
				reader.accept(json);
			}
			return Outcome.READ;
		}
		catch (IOException | JacksonException ex) {
			return broken(ex, body, run);
		}
	}

	private Outcome broken(Exception failure, AnswerBody body, SearchRun run)
			throws SourceException, InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		if (body.isLate()) {
			throw this.failures.late(run.limits().timeout());
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof AnswerBody.TooLongException) {
				run.findings().note("an answer was cut after " + this.mostBytes / 1024 / 1024 + " MB");
				return Outcome.CUT;
			}
			if (cause instanceof java.util.zip.ZipException) {
				throw this.failures.garbage();
			}
			if (cause instanceof IOException connection) {
				throw this.failures.of(connection, run.limits().timeout());
			}
		}
		throw this.failures.garbage();
	}

	private URI redirected(URI from, HttpResponse<?> response) throws SourceException {
		try {
			URI to = from.resolve(response.headers().firstValue("Location").orElse(""));
			boolean same = from.getScheme().equals(to.getScheme()) && from.getPort() == to.getPort();
			boolean safer = "http".equals(from.getScheme()) && "https".equals(to.getScheme());
			if (from.getHost().equalsIgnoreCase(to.getHost()) && (same || safer)) {
				return to;
			}
			throw this.failures.redirect(to.getScheme() + "://" + to.getAuthority());
		}
		catch (IllegalArgumentException ex) {
			throw this.failures.garbage();
		}
	}

	/**
	 * How a call went that did not fail.
	 */
	public enum Outcome {

		/** The answer was read. */
		READ,

		/** The answer was too long; its beginning was read. */
		CUT,

		/** The backend says that there is nothing. */
		ABSENT

	}

}
