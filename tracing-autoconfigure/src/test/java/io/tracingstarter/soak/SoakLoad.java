package io.tracingstarter.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.testing.RawConnection;
import io.tracingstarter.testing.RawConnection.Answer;
import io.tracingstarter.testing.RunningApplication;
import org.jspecify.annotations.Nullable;

/**
 * Several clients that ask for every path in turn, and check that each answer has the ids
 * of its own request.
 */
class SoakLoad {

	private static final int CLIENTS = 3;

	private static final int WITHOUT_IDS = 10;

	private static final Pattern CORRELATION_ID = Pattern.compile("(?im)^x-correlation-id: (\\S+)");

	private static final Pattern TRACE_ID = Pattern.compile("(?im)^x-trace-id: (\\S+)");

	private final int port;

	private final String connection;

	private final String endless;

	private final List<Map.Entry<String, Integer>> paths;

	/** Tomcat looks for what has timed out once a second only. */
	private final List<Map.Entry<String, Integer>> slowPaths;

	private final AtomicLong numbers = new AtomicLong();

	/**
	 * Creates the clients.
	 * @param application the application to ask
	 * @param connection value of the header {@code Connection}
	 * @param endless path of an answer without end, from which a client goes away
	 * @param statusByPath what to ask for, and the status to be answered with
	 */
	SoakLoad(RunningApplication application, String connection, String endless, Map<String, Integer> statusByPath) {
		this.connection = connection;
		this.endless = endless;
		this.port = URI.create(application.url("/")).getPort();
		this.paths = statusByPath.entrySet().stream().filter((path) -> !isSlow(path)).toList();
		this.slowPaths = statusByPath.entrySet().stream().filter(SoakLoad::isSlow).toList();
	}

	private static boolean isSlow(Map.Entry<String, Integer> path) {
		return path.getKey().equals("/timeout");
	}

	/**
	 * Sends requests, all paths at least once.
	 * @param duration for how long
	 */
	void run(Duration duration) throws InterruptedException {
		long end = System.nanoTime() + duration.toNanos();
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
		try {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				running.add(clients.submit(() -> sendUntil(end, this.paths)));
			}
			running.add(clients.submit(() -> sendUntil(end, this.slowPaths)));
			for (Future<?> client : running) {
				client.get();
			}
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause().getMessage(), ex.getCause());
		}
		finally {
			clients.shutdownNow();
		}
	}

	private void sendUntil(long end, List<Map.Entry<String, Integer>> paths) {
		try (RawConnection connection = new RawConnection(this.port)) {
			do {
				paths.forEach((path) -> send(connection, path.getKey(), path.getValue()));
				abort();
			}
			while (System.nanoTime() < end);
		}
	}

	private void send(RawConnection connection, String path, int status) {
		long number = this.numbers.incrementAndGet();
		SoakRequest request = new SoakRequest((number % WITHOUT_IDS == 0) ? 0 : number);
		Answer answer = connection.exchange(text(path, request));
		String id = header(answer, CORRELATION_ID);
		boolean right = answer.status() == status && request.owns(id, header(answer, TRACE_ID))
				&& (status != 200 || answer.body().equals(id));
		if (!right) {
			throw new AssertionError(path + " answered " + request + " with " + answer);
		}
	}

	private static @Nullable String header(Answer answer, Pattern header) {
		Matcher matcher = header.matcher(answer.head());
		return matcher.find() ? matcher.group(1) : null;
	}

	private String text(String path, SoakRequest request) {
		String query = "?n=" + request.number() + "&url=http://127.0.0.1:" + this.port + "/";
		return "GET " + path + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + this.connection + "\r\n"
				+ request.headers() + "\r\n";
	}

	/** Goes away in the middle of an answer. */
	private void abort() {
		SoakRequest request = new SoakRequest(this.numbers.incrementAndGet());
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream().write(text(this.endless, request).getBytes(StandardCharsets.US_ASCII));
			socket.getInputStream().readNBytes(20_000);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long requests() {
		return this.numbers.get();
	}

}
