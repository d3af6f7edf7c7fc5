package mysfits.demo;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import mysfits.demo.server.RunningServers;
import mysfits.demo.server.Server;
import mysfits.demo.xray.Segment;
import mysfits.demo.xray.SegmentTrace;
import mysfits.demo.xray.XRayDaemon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Puts the trace of three services together from what they send to the X-Ray daemon, and
 * from nothing else.
 */
@ExtendWith(DemoServers.class)
class XRayIntegrationTests {

	private static final List<String> SERVICES = List.of("mysfits-web", "like-service", "mysfits-service");

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final RunningServers servers;

	private final XRayDaemon daemon;

	XRayIntegrationTests(RunningServers servers, XRayDaemon daemon) {
		this.servers = servers;
		this.daemon = daemon;
	}

	@Test
	void shouldBeOneTraceOfThreeServicesWhenACreatureIsLiked() throws Exception {
		HttpResponse<Void> response = like(2);
		SegmentTrace trace = await(response, true);
		assertThat(problems(trace, response, true)).isEmpty();
		assertThat(trace.all()).noneMatch(Segment::fault);
		assertThat(trace.all()).filteredOn((segment) -> "aws".equals(segment.namespace()))
			.singleElement()
			.satisfies((count) -> {
				assertThat(count.name()).isEqualTo("DynamoDB");
				assertThat(count.aws("operation")).isEqualTo("UpdateItem");
				assertThat(count.aws("table_name")).isEqualTo("mysfit-likes");
				assertThat(trace.serviceOf(count)).isEqualTo("like-service");
			});
		assertThat(this.daemon.problems()).isEmpty();
	}

	@Test
	void shouldShowFaultInEachServiceThatSawIt() throws Exception {
		HttpResponse<Void> response = like(6);
		SegmentTrace trace = await(response, false);
		assertThat(problems(trace, response, false)).isEmpty();
		assertThat(trace.all()).filteredOn(Segment::isService)
			.filteredOn(Segment::fault)
			.extracting(Segment::name)
			.containsExactlyInAnyOrder("mysfits-web", "like-service");
	}

	private HttpResponse<Void> like(int mysfit) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(this.servers.url(Server.MYSFITS_WEB).resolve("/api/mysfits/" + mysfit + "/like?visitor=xray"))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
	}

	private SegmentTrace await(HttpResponse<?> response, boolean counted) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		SegmentTrace trace = this.daemon.trace(header(response, "X-Trace-ID"));
		while (!problems(trace, response, counted).isEmpty() && System.nanoTime() < deadline) {
			TimeUnit.MILLISECONDS.sleep(250);
			trace = this.daemon.trace(header(response, "X-Trace-ID"));
		}
		return trace;
	}

	private static List<String> problems(SegmentTrace trace, HttpResponse<?> response, boolean counted) {
		return trace.problems(header(response, "X-Correlation-ID"), SERVICES, counted);
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}
