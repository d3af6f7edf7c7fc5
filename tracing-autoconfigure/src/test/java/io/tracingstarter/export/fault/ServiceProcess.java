package io.tracingstarter.export.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tracingstarter.testing.ChildProcess;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service in a JVM of its own, and clients that keep it busy.
 */
final class ServiceProcess implements AutoCloseable {

	private static final int CLIENTS = 4;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ExecutorService clients = Executors.newCachedThreadPool();

	private final Set<String> answered = ConcurrentHashMap.newKeySet();

	private final ChildProcess process;

	private final String url;

	ServiceProcess(String... properties) {
		String[] arguments = Stream
			.concat(Stream.of("server.port=0", "server.address=127.0.0.1"), Stream.of(properties))
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		this.process = ChildProcess.start(Service.class, List.of(), arguments);
		this.url = "http://127.0.0.1:" + this.process.await(Pattern.compile("Tomcat started on port (\\d+)")).group(1);
	}

	ChildProcess process() {
		return this.process;
	}

	/**
	 * Begins to send requests, until the service takes no more. The correlation ids are
	 * the number of the client and of its request, counted from 0.
	 */
	void load() {
		for (int i = 0; i < CLIENTS; i++) {
			int client = i;
			this.clients.execute(() -> {
				int request = 0;
				while (get("/work", client + "-" + request)) {
					request++;
				}
			});
		}
	}

	/**
	 * Sends a request.
	 * @return whether it was answered as it should
	 */
	boolean get(String path, String correlationId) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path))
				.header("X-Correlation-ID", correlationId)
				.build();
			if (this.client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
				this.answered.add(correlationId);
				return true;
			}
		}
		catch (IOException ex) {
			// the service has gone
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

	/** The correlation ids of the requests that were answered. */
	Set<String> answered() {
		return this.answered;
	}

	/** Waits until the clients have seen that the service has gone. */
	void awaitClients() {
		this.clients.shutdown();
		try {
			if (!this.clients.awaitTermination(60, TimeUnit.SECONDS)) {
				throw new AssertionError("The clients still send");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.process.close();
		this.clients.shutdownNow();
	}

	/**
	 * The service.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Service {

		public static void main(String[] args) {
			SpringApplication.run(Service.class, args);
		}

		@GetMapping("/work")
		String work() {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
			return "done";
		}

		/** Waits for the answer of somebody else. */
		@GetMapping("/hold")
		String hold(@RequestParam String until) throws IOException {
			return new String(URI.create(until).toURL().openStream().readAllBytes());
		}

	}

}
