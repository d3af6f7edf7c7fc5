package io.tracingstarter.autoconfigure.concurrent;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.Prerequisite;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import io.tracingstarter.testing.ServletServerRows;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the ids follow a request to every thread, over HTTP on each servlet server.
 */
class ThreadsIntegrationTests {

	private static final String CALLERS_ID = "order-4711";

	@Nested
	class TomcatTests extends Rows {

		TomcatTests() {
			super(ServletServer.TOMCAT);
		}

	}

	@Nested
	class JettyTests extends Rows {

		JettyTests() {
			super(ServletServer.JETTY);
		}

	}

	@Nested
	class TomcatVirtualThreadsTests extends Rows {

		TomcatVirtualThreadsTests() {
			super(ServletServer.TOMCAT_VIRTUAL);
		}

	}

	@Nested
	class JettyVirtualThreadsTests extends Rows {

		JettyVirtualThreadsTests() {
			super(ServletServer.JETTY_VIRTUAL);
		}

	}

	private static void assertIdsFollow(RunningApplication application, String path, String callersId) {
		try (LogRecorder log = LogRecorder.of(Work.class)) {
			HttpResponse<String> response = (callersId != null) ? application.get(path, "X-Correlation-ID", callersId)
					: application.get(path);
			assertThat(response.statusCode()).isEqualTo(200);
			String traceId = header(response, "X-Trace-ID");
			String correlationId = (callersId != null) ? callersId : traceId;
			assertThat(traceId).matches("[0-9a-f]{32}");
			assertThat(header(response, "X-Correlation-ID")).isEqualTo(correlationId);

			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 2);
			SpanData server = spans.stream()
				.filter((span) -> span.getKind() == SpanKind.SERVER)
				.findFirst()
				.orElseThrow();
			SpanData work = spans.stream().filter((span) -> span.getName().equals("work")).findFirst().orElseThrow();
			assertThat(work.getParentSpanId()).isEqualTo(server.getSpanId());
			assertThat(spans)
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo(correlationId));

			ILoggingEvent line = log.only("worked");
			// virtual threads that Jetty and the executors make have no name
			assertThat(line.getThreadName()).doesNotContain("http-nio", "qtp", "tomcat-handler");
			assertThat(line.getMDCPropertyMap())
				.isEqualTo(Map.of("correlationId", correlationId, "traceId", traceId, "spanId", work.getSpanId()));
		}
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	abstract static class Rows extends ServletServerRows {

		Rows(ServletServer server) {
			super(server, ThreadsApplication.class, "spring.task.execution.mode=force",
					"spring.task.execution.pool.core-size=1");
		}

		@ParameterizedTest(name = "{0}")
		@CsvSource(textBlock = """
				@Async that returns nothing,                      /async-void
				@Async that returns a future,                     /async-future
				MVC Callable,                                     /callable
				MVC WebAsyncTask,                                 /web-async-task
				StreamingResponseBody,                            /streaming
				applicationTaskExecutor,                          /executor/applicationTaskExecutor
				DeferredResult from an ExecutorService,           /executor/hiddenPool
				Executor that is a lambda,                        /executor/lambda
				ExecutorService known by its interface,           /executor-service/hiddenPool
				ThreadPoolExecutor known by its class,            /executor-service/jdkPool
				ForkJoinPool,                                     /executor-service/stealingPool
				ForkJoinPool for a CompletableFuture,             /supply-async-on-bean
				ScheduledExecutorService known by its interface,  /scheduler/hiddenScheduler
				ScheduledThreadPoolExecutor known by its class,   /scheduler/jdkScheduler
				ThreadPoolTaskExecutor,                           /executor/springPool
				ThreadPoolTaskScheduler,                          /executor/springScheduler
				SimpleAsyncTaskExecutor,                          /executor/simpleExecutor
				common pool with the wrapper,                     /common-pool
				common pool with the wrapped executor,            /common-pool-executor
				parallel stream with the wrapper,                 /parallel-stream
				thread made by hand with the wrapper,             /thread
				""")
		void shouldKnowRequestOnOtherThreadWhenCaseIs(String name, String path) {
			assertIdsFollow(path, CALLERS_ID);
			// the next one on the same thread finds nothing of the last
			assertIdsFollow(path, null);
		}

		@ParameterizedTest(name = "{0}")
		@CsvSource(textBlock = """
				SimpleAsyncTaskExecutor with virtual threads, /executor/simpleExecutor
				newVirtualThreadPerTaskExecutor,              /executor-service/virtualExecutor
				virtual thread made by hand with the wrapper, /virtual-thread
				""")
		void shouldKnowRequestOnVirtualThreadWhenCaseIs(String name, String path) {
			Prerequisite.require(ThreadsApplication.VIRTUAL_THREADS,
					"ids on virtual threads of the application, which need JDK 21", "build on JDK 25");
			assertIdsFollow(path, CALLERS_ID);
			assertIdsFollow(path, null);
		}

		@Test
		void shouldTakeScopeAlongWhenThereIsNoRequest() throws Exception {
			try (LogRecorder log = LogRecorder.of(Work.class);
					CorrelationScope scope = CorrelationScope.open("import-1")) {
				application().bean(Work.class).runInFuture().get();
				assertThat(log.only("began").getMDCPropertyMap()).isEqualTo(Map.of("correlationId", "import-1"));
				Map<String, String> worked = log.only("worked").getMDCPropertyMap();
				assertThat(worked).containsEntry("correlationId", "import-1");
				assertThat(application().bean(SpanRecorder.class).spansOf(worked.get("traceId"), 1))
					.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("import-1"));
			}
			assertIdsFollow("/async-future", null);
		}

		@Test
		void shouldTakeScopeAlongWhenItIsInsideRequest() {
			try (LogRecorder log = LogRecorder.of(Work.class)) {
				HttpResponse<String> response = application().get("/scope", "X-Correlation-ID", CALLERS_ID);
				assertThat(header(response, "X-Correlation-ID")).isEqualTo(CALLERS_ID);
				assertThat(log.only("began").getMDCPropertyMap()).containsEntry("correlationId", "inner-scope")
					.containsEntry("traceId", header(response, "X-Trace-ID"));
			}
			assertIdsFollow("/async-future", null);
		}

		@Test
		void shouldKnowRequestInCallableWhenUsersExecutorSentBootsAway() {
			try (RunningApplication withoutBoots = server().start(ThreadsApplication.class, List.of())) {
				ThreadsIntegrationTests.assertIdsFollow(withoutBoots, "/callable", CALLERS_ID);
			}
		}

		private void assertIdsFollow(String path, String callersId) {
			ThreadsIntegrationTests.assertIdsFollow(application(), path, callersId);
		}

	}

}
