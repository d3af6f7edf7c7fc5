package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

import com.amazonaws.xray.interceptors.TracingInterceptor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.AwsStub;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a call of AWS is one span where the X-Ray SDK's interceptor is there, too.
 */
class XRayAwsCallsIntegrationTests {

	private final AwsStub aws = new AwsStub();

	@AfterEach
	void stop() {
		this.aws.close();
	}

	@Test
	void shouldMakeOneSpanBesideTheInterceptorOfTheSdk() {
		SpanData call = call();
		assertThat(call.getName()).isEqualTo("DynamoDB.DeleteTable");
		assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
	}

	@Test
	void shouldLeaveItToTheInterceptorWhenOursIsOff() {
		SpanData call = call("tracing.instrument.aws-sdk.enabled=false");
		assertThat(call.getName()).isEqualTo("DynamoDb");
		assertThat(call.getAttributes().asMap()).containsEntry(AttributeKey.stringKey("aws.operation"), "DeleteTable")
			.containsEntry(AttributeKey.stringKey("rpc.system"), "aws-api");
	}

	private SpanData call(String... properties) {
		String[] all = java.util.Arrays.copyOf(properties, properties.length + 1);
		all[properties.length] = "endpoint=" + this.aws.url();
		try (RunningApplication application = RunningApplication.servlet(Application.class, all)) {
			HttpResponse<String> response = application.get("/delete");
			assertThat(response.statusCode()).isEqualTo(200);
			String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 2);
			return spans.stream().filter((span) -> span.getKind() != SpanKind.SERVER).findFirst().orElseThrow();
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		private final URI endpoint;

		Application(@Value("${endpoint}") URI endpoint) {
			this.endpoint = endpoint;
		}

		@Bean
		SpanRecorder spanRecorder() {
			return new SpanRecorder();
		}

		@Bean
		DynamoDbClient dynamoDb() {
			return DynamoDbClient.builder()
				.endpointOverride(this.endpoint)
				.region(Region.EU_CENTRAL_1)
				.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
				.overrideConfiguration(
						(configuration) -> configuration.addExecutionInterceptor(new TracingInterceptor()))
				.build();
		}

		@GetMapping("/delete")
		String delete() {
			dynamoDb().deleteTable((request) -> request.tableName("likes"));
			return "done";
		}

	}

}
