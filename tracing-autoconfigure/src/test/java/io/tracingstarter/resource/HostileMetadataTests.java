package io.tracingstarter.resource;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.tracingstarter.export.fault.FaultyPort;
import io.tracingstarter.testing.MetadataServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

/**
 * Shows {@link AwsResource} endpoints that answer what they should not, or never. What
 * has been seen before stays, and nothing waits longer than allowed.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileMetadataTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	@TempDir
	private Path root;

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "7", "no JSON", "{", "{\"DockerId\": ", "\0", "<html>not here</html>" })
	void shouldIgnoreWhatIsNoObject(String answer) {
		assertFindsPlatformOnly(answer, 200);
	}

	@ParameterizedTest
	@CsvSource({ "404", "500", "401", "204" })
	void shouldIgnoreOtherStatus(int status) {
		assertFindsPlatformOnly("{\"DockerId\": \"x\"}", status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"DockerId\": {}}", "{\"DockerId\": [\"x\"]}", "{\"DockerId\": true}",
			"{\"DockerId\": null}", "{\"DockerId\": \" \"}", "{\"DockerId\": \"a\\nb\"}", "{\"LogOptions\": 1}",
			"{\"LogOptions\": {\"awslogs-group\": 1.5e3000}, \"ContainerARN\": \"\"}" })
	void shouldLeaveOutValuesThatAreNone(String answer) {
		try (MetadataServer server = MetadataServer.http()) {
			server.with("/v4", answer).with("/v4/task", "{\"Family\": \"orders\"}");
			assertThat(ecs(server.port()).attributes()).containsEntry("aws.ecs.task.family", "orders")
				.doesNotContainKey("container.id");
		}
	}

	@Test
	void shouldLeaveOutValueThatIsTooLong() {
		try (MetadataServer server = MetadataServer.http()) {
			server
				.with("/v4",
						"{\"DockerId\": \"" + "x".repeat(1025) + "\", \"DockerName\": \"" + "y".repeat(1024) + "\"}")
				.with("/v4/task", "{}");
			assertThat(ecs(server.port()).attributes()).containsKey("container.name").doesNotContainKey("container.id");
		}
	}

	@Test
	void shouldReadNoAnswerThatIsTooLong() {
		assertFindsPlatformOnly("{\"DockerId\": \"x\", \"more\": \"" + "y".repeat(MetadataClient.MAX_LENGTH) + "\"}",
				200);
	}

	@Test
	void shouldSurviveAnswerThatIsTooDeep() {
		assertFindsPlatformOnly("{\"a\":".repeat(10_000), 200);
	}

	@Test
	void shouldFollowNoRedirect() {
		try (MetadataServer server = MetadataServer.http()) {
			server.with("/elsewhere", "{\"DockerId\": \"x\"}").with("/v4", 302, server.url("/elsewhere"));
			assertThat(ecs(server.port()).attributes()).containsOnlyKeys("cloud.provider", "cloud.platform");
			assertThat(server.requests()).doesNotContain("GET /elsewhere");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "not a URI", "file:/etc/passwd", "ftp://127.0.0.1/", "http://", "http://[", "jar:x" })
	void shouldSurviveEndpointThatIsNone(String endpoint) {
		assertThat(new AwsMachine(this.root).variable("ECS_CONTAINER_METADATA_URI_V4", endpoint).attributes())
			.containsOnlyKeys("cloud.provider", "cloud.platform");
	}

	@ParameterizedTest
	@EnumSource(Delay.class)
	void shouldWaitNoLongerThanAllowed(Delay delay) {
		try (FaultyPort port = new FaultyPort(0)) {
			delay.cause(port);
			AwsResource resource = ecs(port.number()).budget(SHORT).detect();
			assertThat(resource.attributes().size()).isEqualTo(2);
			assertThat(resource.describe()).isEqualTo("on aws_ecs");
			await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.getName().equals("tracing-aws-resource")));
		}
	}

	@Test
	void shouldKeepWhatWasFoundInTime() {
		try (FaultyPort port = new FaultyPort(0)) {
			port.behave((client) -> answerThenHang(client, "{\"DockerId\": \"x\"}"));
			assertThat(ecs(port.number()).budget(Duration.ofSeconds(2)).attributes())
				.contains(entry("container.id", "x"));
		}
	}

	private void assertFindsPlatformOnly(String answer, int status) {
		try (MetadataServer server = MetadataServer.http()) {
			server.with("/v4", status, answer);
			assertThat(ecs(server.port()).attributes()).containsOnlyKeys("cloud.provider", "cloud.platform");
			assertThat(server.requests()).containsExactly("GET /v4");
		}
	}

	private AwsMachine ecs(int port) {
		return new AwsMachine(this.root).variable("ECS_CONTAINER_METADATA_URI_V4", "http://127.0.0.1:" + port + "/v4");
	}

	private static void answerThenHang(Socket client, String body) throws IOException {
		byte[] request = new byte[8192];
		int length = client.getInputStream().read(request);
		if (!new String(request, 0, length, StandardCharsets.US_ASCII).contains("/task")) {
			write(client, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
		}
		while (client.getInputStream().read() >= 0) {
			// and says nothing more
		}
	}

	private static void write(Socket client, String text) throws IOException {
		client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		client.getOutputStream().flush();
	}

	/**
	 * How an endpoint takes its time.
	 */
	enum Delay {

		CONNECT(""), ANSWER(""), HEADERS("HTTP/1.1 200 OK\r\nX-Drip: "),
		BODY("HTTP/1.1 200 OK\r\n\r\n{\"DockerId\": \"");

		private final String beginning;

		Delay(String beginning) {
			this.beginning = beginning;
		}

		void cause(FaultyPort port) {
			switch (this) {
				case CONNECT -> port.hangOnConnect();
				case ANSWER -> port.behave((client) -> {
					while (client.getInputStream().read() >= 0) {
						// and says nothing
					}
				});
				default -> port.behave((client) -> {
					write(client, this.beginning);
					while (true) {
						write(client, "x");
						LockSupport.parkNanos(5_000_000);
					}
				});
			}
		}

	}

}
