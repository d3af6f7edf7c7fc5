package io.tracingstarter.autoconfigure.instrument.awssdk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.tracingstarter.testing.SpanRecorder;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Calls DynamoDB with every kind of client. Runs on Tomcat and on Netty.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class AwsApplication {

	private static final Logger logger = LoggerFactory.getLogger(AwsApplication.class);

	private final URI endpoint;

	AwsApplication(@Value("${endpoint}") URI endpoint) {
		this.endpoint = endpoint;
	}

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	Calls calls(DynamoDbClient sync, DynamoDbAsyncClient async) {
		return new Calls(sync, async, this.endpoint);
	}

	@Bean
	DynamoDbClient syncClient() {
		return builder(DynamoDbClient.builder(), this.endpoint).build();
	}

	@Bean
	DynamoDbAsyncClient asyncClient() {
		// Netty's pool at times waits for a refused connection until its time-out
		return builder(DynamoDbAsyncClient.builder(), this.endpoint)
			.httpClientBuilder(NettyNioAsyncHttpClient.builder().connectionAcquisitionTimeout(Duration.ofSeconds(1)))
			.build();
	}

	static <B extends AwsClientBuilder<B, ?>> B builder(B builder, URI endpoint) {
		return builder.endpointOverride(endpoint)
			.region(Region.EU_CENTRAL_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
	}

	@RestController
	static class Pages {

		private final Calls calls;

		Pages(Calls calls) {
			this.calls = calls;
		}

		@GetMapping("/call/{kind}")
		Mono<String> call(@PathVariable String kind) {
			return this.calls.call(kind);
		}

	}

	record Calls(DynamoDbClient sync, DynamoDbAsyncClient async, URI endpoint) {

		Mono<String> call(String kind) {
			return switch (kind) {
				case "sync" -> {
					this.sync.deleteTable((request) -> request.tableName("likes"));
					yield Mono.just("ok");
				}
				case "async" -> Mono.fromFuture(this.async.deleteTable((request) -> request.tableName("likes")))
					.doOnNext((response) -> logger.info("Done"))
					.thenReturn("ok");
				case "reactive" ->
					Mono.fromFuture(() -> this.async.deleteTable((request) -> request.tableName("likes")))
						.flatMap((response) -> Mono
							.fromFuture(() -> this.async.deleteTable((request) -> request.tableName("likes"))))
						.doOnNext((response) -> logger.info("Done"))
						.thenReturn("ok");
				case "batch" -> {
					WriteRequest write = WriteRequest.builder().putRequest(PutRequest.builder().build()).build();
					this.sync.batchWriteItem((request) -> request
						.requestItems(Map.of("likes", List.of(write), "dislikes", List.of(write))));
					yield Mono.just("ok");
				}
				case "transaction" -> {
					List<TransactWriteItem> items = List.of(
							TransactWriteItem.builder().put((put) -> put.tableName("likes")).build(),
							TransactWriteItem.builder().delete((delete) -> delete.tableName("dislikes")).build());
					this.sync.transactWriteItems((request) -> request.transactItems(items));
					yield Mono.just("ok");
				}
				case "hand-made" -> {
					try (DynamoDbClient client = builder(DynamoDbClient.builder(), this.endpoint).build()) {
						client.deleteTable((request) -> request.tableName("likes"));
					}
					yield Mono.just("ok");
				}
				default -> throw new IllegalArgumentException(kind);
			};
		}

	}

}
