package io.tracingstarter.cli.source.aws;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * How AWS is reached. What is null comes from where the AWS SDK and the AWS command line
 * look: environment variables ({@code AWS_REGION}, {@code AWS_PROFILE},
 * {@code AWS_ENDPOINT_URL} and its forms for one service), {@code ~/.aws}, the container
 * or the machine.
 *
 * @param region the region, such as {@code eu-west-1}
 * @param profile the profile of {@code ~/.aws/config} whose credentials are used, before
 * any others
 * @param endpoint where the service answers, instead of AWS
 */
public record AwsSettings(@Nullable String region, @Nullable String profile, @Nullable URI endpoint) {

	public static final AwsSettings DEFAULTS = new AwsSettings(null, null, null);

}
