package io.tracingstarter.fuzz;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import io.tracingstarter.fuzz.HostileRequest.Header;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RawConnection;
import io.tracingstarter.testing.RawConnection.Answer;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends hostile headers to real servers, as bytes, and looks at what comes back, at what
 * would go onward, and at each log line: of the application, the access log and the
 * spans.
 */
@ExtendWith(LoggingSystemExtension.class)
class ServerFuzzIntegrationTests {

	private static final int SERVERS = 3;

	private static final String[] PROPERTIES = { "tracing.access-log.enabled=true",
			"tracing.exporters.log.enabled=true", "tracing.propagation.consume=w3c,b3,b3-multi,jaeger,xray",
			"tracing.propagation.produce=w3c,b3,jaeger,xray", "tracing.propagation.baggage.allowed-keys=tenant",
			"tracing.correlation.aliases=" + HostileRequests.ALIAS };

	private static final List<String> CORRELATION_HEADERS = List.of(HostileRequests.CORRELATION_ID,
			HostileRequests.ALIAS);

	private static final Pattern FAILED = Pattern.compile("(?m)^HTTP/1.1 5");

	private static final Pattern HEAD = Pattern.compile("(?:[ -~]*\r\n)+");

	private static final Pattern IDS = Pattern.compile("(?im)^(x-correlation-id|x-trace-id): ([^\r\n]*)");

	@Test
	void shouldWithstandHostileHeadersOnTomcat() {
		fuzz(0, ServletServer.TOMCAT.start(FuzzApplication.class, List.of(), PROPERTIES));
	}

	@Test
	void shouldWithstandHostileHeadersOnJetty() {
		fuzz(1, ServletServer.JETTY.start(FuzzApplication.class, List.of(), PROPERTIES));
	}

	@Test
	void shouldWithstandHostileHeadersOnNetty() {
		fuzz(2, RunningApplication.reactive(FuzzApplication.class, PROPERTIES));
	}

	private static void fuzz(int part, RunningApplication application) {
		HostileRequests requests = new HostileRequests();
		AtomicInteger answered = new AtomicInteger();
		try (RunningApplication running = application;
				LineAudit audit = new LineAudit();
				RawConnection connection = new RawConnection(URI.create(running.url("/")).getPort())) {
			requests.share(part, SERVERS).forEach((request) -> {
				String text = request.text("/onward");
				Answer answer = request.isWhole() ? connection.exchange(text) : connection.exchangeAll(text);
				answered.addAndGet(check(request, answer));
				request.require(audit.wrong() == null, () -> "a log line is " + audit.wrong());
			});
			assertThat(audit.lines()).isGreaterThan(2 * answered.get());
		}
		// else the servers would be all that was tested
		assertThat(answered.get()).isGreaterThan(requests.count() / SERVERS / 5);
	}

	private static int check(HostileRequest request, Answer answer) {
		request.require(!FAILED.matcher(answer.head() + answer.body()).find(), answer::toString);
		Map<String, String> ids = ids(request, answer);
		if (answer.status() != 200) {
			return 0;
		}
		Map<String, List<String>> headers = request.trimmed().byName();
		Optional<String> correlationId = Specifications.correlationId(headers, CORRELATION_HEADERS);
		Optional<String> trace = Specifications.trace(headers);
		String traceId = ids.get("x-trace-id");
		request.require(correlationId.orElse(traceId).equals(ids.get("x-correlation-id")), answer::toString);
		request.require(trace.isEmpty() ? isNew(traceId, request) : trace.get().equals(traceId), answer::toString);
		JsonMapper.shared().readTree(answer.body()).properties().forEach((onward) -> {
			String value = onward.getValue().asString();
			request.require(Specifications.isOnward(onward.getKey(), value), () -> "onward " + onward);
		});
		return 1;
	}

	/** The ids of each response that came, which no other characters may have. */
	private static Map<String, String> ids(HostileRequest request, Answer answer) {
		Map<String, String> ids = new TreeMap<>();
		String text = answer.head() + answer.body();
		request.require(answer.status() == 0 || HEAD.matcher(answer.head()).matches(), answer::toString);
		IDS.matcher(text).results().forEach((match) -> {
			String name = match.group(1).toLowerCase(Locale.ROOT);
			Pattern allowed = name.equals("x-trace-id") ? Specifications.TRACE_ID : Specifications.CORRELATION_ID;
			request.require(allowed.matcher(match.group(2)).matches(), answer::toString);
			ids.put(name, match.group(2));
		});
		return ids;
	}

	private static boolean isNew(String traceId, HostileRequest request) {
		return request.headers().stream().map(Header::value).noneMatch((value) -> value.contains(traceId));
	}

}
