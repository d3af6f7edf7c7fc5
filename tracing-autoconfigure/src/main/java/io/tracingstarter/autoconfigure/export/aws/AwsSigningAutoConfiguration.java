package io.tracingstarter.autoconfigure.export.aws;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.export.aws.AwsRequestSigners;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration of what signs requests to Amazon's services, for the exporters that
 * post to them. Credentials and region that the application has as beans win over those
 * that the AWS SDK finds.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnClass({ AwsV4HttpSigner.class, DefaultCredentialsProvider.class, DefaultAwsRegionProviderChain.class })
public final class AwsSigningAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	AwsRequestSigners tracingAwsRequestSigners(ObjectProvider<AwsCredentialsProvider> credentials,
			ObjectProvider<AwsRegionProvider> regions) {
		return new AwsRequestSigners(credentials.getIfUnique(), regions.getIfUnique());
	}

}
