package mysfits.likes;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The clients this service calls others with.
 */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	@Bean
	WebClient catalogueWebClient(WebClient.Builder builder, LikesProperties properties) {
		return builder.baseUrl(properties.catalogueUrl().toString()).build();
	}

	@Bean
	DynamoDbAsyncClient dynamoDbClient(LikesProperties properties) {
		LikesProperties.DynamoDb dynamodb = properties.dynamodb();
		return DynamoDbAsyncClient.builder()
			.endpointOverride(dynamodb.endpoint())
			.region(Region.of(dynamodb.region()))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(dynamodb.accessKey(), dynamodb.secretKey())))
			.build();
	}

}
