package io.tracingstarter.autoconfigure.concurrent;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each run of a scheduled method has a trace of its own.
 */
class ScheduledIntegrationTests {

	@Test
	void shouldHaveOwnTraceAtEachRun() throws Exception {
		try (RunningApplication application = RunningApplication.servlet(Application.class)) {
			Map<String, String> first = application.bean(Job.class).nextIds();
			Map<String, String> second = application.bean(Job.class).nextIds();
			assertThat(first.get("traceId")).matches("[0-9a-f]{32}").isNotEqualTo(second.get("traceId"));
			assertThat(first).containsEntry("correlationId", first.get("traceId"));
			assertThat(second).containsEntry("correlationId", second.get("traceId"));
			assertThat(application.bean(SpanRecorder.class).spansOf(first.get("traceId"), 1))
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo(span.getTraceId()));
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		@Bean
		SpanRecorder spanRecorder() {
			return new SpanRecorder();
		}

		@Bean
		Job job() {
			return new Job();
		}

	}

	static class Job {

		private final BlockingQueue<Map<String, String>> ids = new LinkedBlockingQueue<>();

		@Scheduled(fixedDelay = 1)
		void run() {
			if (this.ids.size() < 2) {
				this.ids.add(MDC.getCopyOfContextMap());
			}
		}

		Map<String, String> nextIds() throws InterruptedException {
			Map<String, String> next = this.ids.poll(30, TimeUnit.SECONDS);
			assertThat(next).isNotNull();
			return next;
		}

	}

}
