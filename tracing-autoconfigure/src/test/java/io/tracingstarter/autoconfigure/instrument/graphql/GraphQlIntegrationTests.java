package io.tracingstarter.autoconfigure.instrument.graphql;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;

import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what Boot's observation of GraphQL leaves to do: nothing.
 */
class GraphQlIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "true, plain", "true, callable", "true, broken", "false, plain", "false, callable", "false, broken" })
	void shouldKeepTheIdsWhenDataIsFetched(boolean servlet, String query) throws Exception {
		String schema = "spring.graphql.schema.locations=classpath:mysfits-graphql/";
		try (RunningApplication application = servlet ? RunningApplication.servlet(GraphQlApplication.class, schema)
				: RunningApplication.reactive(GraphQlApplication.class, schema);
				LogRecorder logs = LogRecorder.of(GraphQlApplication.class)) {
			HttpResponse<String> response = ask(application.url("/graphql"), query);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
			String traceId = response.headers().firstValue("X-Trace-ID").orElseThrow();
			assertThat(logs.only("Fetching").getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", traceId);
			assertThat(application.bean(SpanRecorder.class).spansOf(traceId, 3))
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711"));
		}
	}

	private static HttpResponse<String> ask(String url, String query) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url))
				.header("Content-Type", "application/json")
				.header("X-Correlation-ID", "order-4711")
				.POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ " + query + " }\"}"))
				.build(), BodyHandlers.ofString());
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Queries.class)
	static class GraphQlApplication {

		@Bean
		SpanRecorder spanRecorder() {
			return new SpanRecorder();
		}

	}

	@Controller
	static class Queries {

		private static final Logger logger = LoggerFactory.getLogger(GraphQlApplication.class);

		@QueryMapping
		String plain() {
			logger.info("Fetching");
			return "ok";
		}

		@QueryMapping
		Callable<String> callable() {
			return this::plain;
		}

		@QueryMapping
		String broken() {
			logger.info("Fetching");
			throw new IllegalStateException("broken");
		}

	}

}
