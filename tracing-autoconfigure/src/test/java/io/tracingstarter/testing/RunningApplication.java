package io.tracingstarter.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application on a real server and an ephemeral port, and a client to ask it.
 */
public final class RunningApplication implements AutoCloseable {

	/** A request that nobody answers must fail its test, not keep the build for ever. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * Reactor Netty 1.3.6 may never read what comes right behind an answer, traced or
	 * not: https://github.com/reactor/reactor-netty/issues/4361
	 */
	private static final String ONE_REQUEST_A_CONNECTION = "server.netty.max-keep-alive-requests=1";

	/** For tests of connections that are kept alive on Netty. */
	public static final String MANY_REQUESTS_A_CONNECTION = "server.netty.max-keep-alive-requests=-1";

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private final Set<String> systemProperties;

	private RunningApplication(ConfigurableApplicationContext context, Set<String> systemProperties) {
		this.context = context;
		this.systemProperties = systemProperties;
	}

	public static RunningApplication servlet(Class<?> application, String... properties) {
		return start(WebApplicationType.SERVLET, application, properties);
	}

	public static RunningApplication reactive(Class<?> application, String... properties) {
		return start(WebApplicationType.REACTIVE, application, properties);
	}

	private static RunningApplication start(WebApplicationType type, Class<?> application, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.reactor.netty.shutdown-quiet-period=0s"));
		for (String property : properties) {
			arguments.add("--" + property);
		}
		Set<String> systemProperties = System.getProperties().stringPropertyNames();
		return new RunningApplication(new SpringApplicationBuilder(application).web(type)
			.properties(ONE_REQUEST_A_CONNECTION)
			.run(arguments.toArray(String[]::new)), systemProperties);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public String url(String path) {
		return "http://127.0.0.1:" + ((WebServerApplicationContext) this.context).getWebServer().getPort() + path;
	}

	/**
	 * Asks for a path.
	 * @param path the path
	 * @param headers names and values by turns
	 * @return the response
	 */
	public HttpResponse<String> get(String path, String... headers) {
		return exchange("GET", path, "", headers);
	}

	/**
	 * Sends a request.
	 * @param method the method
	 * @param path the path
	 * @param body the body; empty for none
	 * @param headers names and values by turns
	 * @return the response
	 */
	public HttpResponse<String> exchange(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
			.timeout(PATIENCE)
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		// Boot hands the log format to Logback in system properties, and the next
		// application would find them
		System.getProperties().keySet().removeIf((name) -> !this.systemProperties.contains(name));
	}

}
