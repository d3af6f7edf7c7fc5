package mysfits.demo.load;

import java.time.Duration;

import mysfits.demo.DemoServers;
import mysfits.demo.server.RunningServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The load check, with fewer requests than {@code bin/demo --load-check} sends. The
 * system property {@code load.requests} changes how many.
 */
@ExtendWith(DemoServers.class)
class LoadCheckIntegrationTests {

	private static final int REQUESTS = Integer.getInteger("load.requests", 2000);

	private static final int CONCURRENCY = 64;

	@Test
	void shouldFindNoWrongIdWhenManyRequestsRunAtOnce(RunningServers servers) throws InterruptedException {
		LoadReport report = new LoadCheck(servers).run(REQUESTS, CONCURRENCY, Duration.ofMinutes(30),
				System.out::println);
		report.lines().forEach(System.out::println);
		assertThat(report.problems()).isEmpty();
	}

}
