package io.tracingstarter.cli.source.aws;

import java.time.Duration;

import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.xray.XRayClient;

/**
 * Builds the clients of the AWS SDK. Each closes its connections with itself.
 */
final class AwsClients {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

	private static final int ATTEMPTS = 6;

	private AwsClients() {
	}

	static CloudWatchLogsClient logs(AwsSettings settings) {
		return configured(CloudWatchLogsClient.builder(), settings).build();
	}

	static XRayClient xray(AwsSettings settings) {
		return configured(XRayClient.builder(), settings).build();
	}

	private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(B builder,
			AwsSettings settings) {
		ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder()
			.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build());
		if (settings.profile() != null) {
			override.defaultProfileName(settings.profile());
			builder.credentialsProvider(ProfileCredentialsProvider.create(settings.profile()));
		}
		if (settings.region() != null) {
			builder.region(Region.of(settings.region()));
		}
		if (settings.endpoint() != null) {
			builder.endpointOverride(settings.endpoint());
		}
		return builder.overrideConfiguration(override.build())
			.httpClientBuilder(
					UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_TIMEOUT).socketTimeout(READ_TIMEOUT));
	}

}
