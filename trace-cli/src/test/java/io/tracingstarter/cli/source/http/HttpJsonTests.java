package io.tracingstarter.cli.source.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.testing.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HttpJsonTests {

	private static final Map<String, String> SECRET = Map.of("Authorization", "Bearer geheim-4711");

	private final List<JsonNode> elements = new ArrayList<>();

	private final SearchRun run = run(Duration.ofSeconds(20));

	@Test
	void shouldSendHeadersAndReadPackedElements() throws Exception {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a?b=c%20d")
				.withHeader("Authorization", "Bearer geheim-4711")
				.withHeader("Accept", "application/json")
				.answerPacked("{\"x\":{\"y\":[{\"n\":1},{\"n\":2}],\"z\":3}}");
			HttpCall call = HttpCall.get(new QueryString().and("b", "c d").behind("/a"));
			assertThat(read(stub, call)).isEqualTo(HttpJson.Outcome.READ);
		}
		assertThat(this.elements).extracting(JsonNode::toString).containsExactly("{\"n\":1}", "{\"n\":2}");
	}

	@ParameterizedTest
	@CsvSource({ "401, credentials", "403, read access", "404, Check the URL", "400, shorter", "500, healthy",
			"418, proxy" })
	void shouldSayWhatToDoAndKeepTheSecret(int status, String action) {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a").answer(status, "no way\n for \u001b[31mgeheim-4711");
			SourceException failure = fail(stub, HttpCall.get("/a"));
			assertThat(failure).hasMessageContaining("Store at " + stub.url() + " answered " + status)
				.hasMessageContaining("(no way for [31m***)");
			assertThat(failure.action()).contains(action);
		}
	}

	@Test
	void shouldAnswerAbsentWhenTheCallSaysSo() throws Exception {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a").answer(404, "");
			assertThat(read(stub, HttpCall.get("/a").absentAt(404))).isEqualTo(HttpJson.Outcome.ABSENT);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void shouldTryAgainWhenBusy(int status) throws Exception {
		try (StubServer stub = new StubServer()) {
			stub.expect("POST /a").withBody("{}").answer(status, "").answerHeader("Retry-After", "1");
			stub.expect("POST /a").withBody("{}").answer("{\"x\":{\"y\":[1]}}");
			assertThat(read(stub, HttpCall.postJson("/a", "{}"))).isEqualTo(HttpJson.Outcome.READ);
		}
		assertThat(this.elements).hasSize(1);
	}

	@Test
	void shouldGiveUpWhenBusyForGood() {
		try (StubServer stub = new StubServer()) {
			for (int attempt = 0; attempt < 3; attempt++) {
				stub.expect("GET /a").answer(503, "");
			}
			assertThat(fail(stub, HttpCall.get("/a"))).hasMessageContaining("answered 503");
		}
	}

	@Test
	void shouldNotWaitLongerThanItMay() {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a").answer(429, "").answerHeader("Retry-After", "3600");
			assertThat(fail(stub, HttpCall.get("/a"))).hasMessageContaining("try again after 3600 s");
		}
	}

	@Test
	void shouldFollowRedirectsOnlyWithinTheBackend() throws Exception {
		try (StubServer stub = new StubServer(); StubServer other = new StubServer()) {
			stub.expect("GET /a").answer(302, "").answerHeader("Location", "/b");
			stub.expect("GET /b").answer("{}").withHeader("Authorization", "Bearer geheim-4711");
			assertThat(read(stub, HttpCall.get("/a"))).isEqualTo(HttpJson.Outcome.READ);
			stub.expect("GET /a").answer(302, "").answerHeader("Location", other.url() + "/login?secret=x");
			SourceException failure = fail(stub, HttpCall.get("/a"));
			assertThat(failure).hasMessageContaining("sends to another place, " + other.url() + ":");
			String sameElsewhere = stub.url().toString().replace("127.0.0.1", "localhost");
			stub.expect("GET /a").answer(302, "").answerHeader("Location", sameElsewhere + "/a");
			assertThat(fail(stub, HttpCall.get("/a"))).hasMessageContaining("another place, " + sameElsewhere);
		}
	}

	@Test
	void shouldNotRedirectForEver() {
		try (StubServer stub = new StubServer()) {
			for (int redirect = 0; redirect < 4; redirect++) {
				stub.expect("GET /a").answer(302, "").answerHeader("Location", "/a");
			}
			assertThat(fail(stub, HttpCall.get("/a"))).hasMessageContaining("answered 302");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "", "{\"x\":", "[}", "{\"x\":{\"y\":[{\"n\":1},", "7", "\u0000\u0001" })
	void shouldRefuseGarbage(String garbage) {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a").answer(garbage);
			assertThat(fail(stub, HttpCall.get("/a"))).hasMessageContaining("not its JSON");
		}
	}

	@Test
	void shouldRefuseGarbageThatSaysItIsPacked() {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a").answer("{}").answerHeader("Content-Encoding", "gzip");
			assertThat(fail(stub, HttpCall.get("/a"))).hasMessageContaining("not its JSON");
		}
	}

	@Test
	void shouldKnowALoginPage() {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a").answer("\n <!DOCTYPE html><html>");
			assertThat(fail(stub, HttpCall.get("/a"))).hasMessageContaining("a page for people");
		}
	}

	@Test
	void shouldCutALongAnswerAndSaySo() throws Exception {
		try (StubServer stub = new StubServer()) {
			stub.expect("GET /a").answer("{\"x\":{\"y\":[" + "{\"n\":1},".repeat(400_000) + "0]}}");
			HttpJson http = new HttpJson(HttpJson.client(), "Store", new Endpoint(stub.url(), null, SECRET), 1 << 20);
			assertThat(http.read(HttpCall.get("/a"), this.run,
					(json) -> JsonElements.read(json, "x.y", this.elements::add)))
				.isEqualTo(HttpJson.Outcome.CUT);
		}
		assertThat(this.elements).hasSizeBetween(100_000, 200_000);
		assertThat(this.run.findings().answer().notes()).containsExactly("an answer was cut after 1 MB");
	}

	@Test
	void shouldSayWhenNothingAnswers() throws IOException {
		URI url;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			url = URI.create("http://127.0.0.1:" + free.getLocalPort());
		}
		assertThat(fail(url, this.run)).hasMessageContaining("connection refused");
	}

	@Test
	void shouldSayWhenTheHostIsNotKnown() {
		assertThat(fail(URI.create("http://nowhere.invalid:1"), this.run))
			.hasMessageContaining("The host nowhere.invalid");
	}

	@Test
	void shouldSayWhenThereIsNoSafeConnection() throws Exception {
		try (PlainServer server = new PlainServer("HTTP/1.1 400 Bad Request\r\n\r\n")) {
			SourceException failure = fail(URI.create("https://127.0.0.1:" + server.port()), this.run);
			assertThat(failure).hasMessageContaining("No safe connection");
			assertThat(failure.action()).contains("http or https");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK\r\n\r\n{\"x\":{\"y\":[1,2," })
	void shouldStopWhenTheTimeIsUp(String beginning) throws Exception {
		try (PlainServer server = new PlainServer(beginning)) {
			URI url = URI.create("http://127.0.0.1:" + server.port());
			assertThat(fail(url, run(Duration.ofMillis(500)))).hasMessageContaining("did not answer within 0.5 s");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "HttpJson.send; ''", "JsonElements.elements; 'HTTP/1.1 200 OK\r\n\r\n{\"x\":{\"y\":[1,2,'" })
	void shouldStopWhenInterrupted(String place, String beginning) throws Exception {
		try (PlainServer server = new PlainServer(beginning)) {
			HttpJson http = new HttpJson(HttpJson.client(), "Store",
					new Endpoint(URI.create("http://127.0.0.1:" + server.port()), null, SECRET));
			AtomicReference<Exception> end = new AtomicReference<>();
			Thread thread = new Thread(() -> {
				try {
					http.read(HttpCall.get("/a"), run(Duration.ofMinutes(5)),
							(json) -> JsonElements.read(json, "x.y", (element) -> {
							}));
				}
				catch (Exception ex) {
					end.set(ex);
				}
			});
			thread.start();
			while (!waitsIn(place, thread)) {
				Thread.sleep(1);
			}
			thread.interrupt();
			thread.join(30_000);
			assertThat(end.get()).isInstanceOf(InterruptedException.class);
		}
	}

	private static boolean waitsIn(String place, Thread thread) {
		return thread.getState().name().endsWith("WAITING") && Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> (frame.getClassName() + "." + frame.getMethodName()).endsWith("." + place));
	}

	@Test
	void shouldNotShowAHeaderThatCannotBeSent() {
		HttpJson http = new HttpJson(HttpJson.client(), "Store",
				new Endpoint(URI.create("http://127.0.0.1:1"), null, Map.of("X-Key", "geheim\n4711")));
		SourceException failure = catchThrowableOfType(SourceException.class,
				() -> http.read(HttpCall.get("/a"), this.run, (json) -> {
				}));
		assertThat(failure).hasMessageContaining("X-Key").hasMessageNotContaining("4711");
	}

	private HttpJson.Outcome read(StubServer stub, HttpCall call) throws SourceException, InterruptedException {
		return new HttpJson(HttpJson.client(), "Store", new Endpoint(stub.url(), null, SECRET)).read(call, this.run,
				(json) -> JsonElements.read(json, "x.y", this.elements::add));
	}

	private SourceException fail(StubServer stub, HttpCall call) {
		SourceException failure = catchThrowableOfType(SourceException.class, () -> read(stub, call));
		assertThat(failure).hasMessageNotContaining("geheim");
		return failure;
	}

	private static SourceException fail(URI url, SearchRun run) {
		HttpJson http = new HttpJson(HttpJson.client(), "Store", new Endpoint(url, null, SECRET));
		return catchThrowableOfType(SourceException.class,
				() -> http.read(HttpCall.get("/a"), run, (json) -> JsonElements.read(json, "x.y", (element) -> {
				})));
	}

	private static SearchRun run(Duration timeout) {
		return new SearchRun(new Limits(10, 10, 1000, timeout));
	}

	/**
	 * Says the same to everybody, and then nothing.
	 */
	private static final class PlainServer implements AutoCloseable {

		private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

		private final List<Socket> open = new CopyOnWriteArrayList<>();

		private final Thread thread = new Thread(this::run);

		private final byte[] words;

		PlainServer(String words) throws IOException {
			this.words = words.getBytes(StandardCharsets.UTF_8);
			this.thread.start();
		}

		int port() {
			return this.server.getLocalPort();
		}

		private void run() {
			try {
				while (true) {
					Socket socket = this.server.accept();
					this.open.add(socket);
					socket.getOutputStream().write(this.words);
				}
			}
			catch (IOException ex) {
				// the test is over
			}
		}

		@Override
		public void close() throws Exception {
			this.server.close();
			this.thread.join();
			for (Socket socket : this.open) {
				socket.close();
			}
		}

	}

}
