package io.tracingstarter.autoconfigure.instrument.awssdk;

import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.instrument.awssdk.AwsSdkObservations;
import io.tracingstarter.instrument.awssdk.AwsSdkRuntimeHints;
import software.amazon.awssdk.awscore.AwsClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Makes each call of an AWS service a span.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnClass(AwsClient.class)
@ConditionalOnBooleanProperty(name = "tracing.instrument.aws-sdk.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AwsSdkProperties.class)
@ImportRuntimeHints(AwsSdkRuntimeHints.class)
public final class AwsSdkAutoConfiguration {

	@Bean
	static AwsSdkObservations awsSdkObservations(ObjectProvider<ObservationRegistry> registry) {
		return new AwsSdkObservations(registry::getIfUnique);
	}

	@Bean
	static AwsClientBeanPostProcessor awsClientBeanPostProcessor(ObjectProvider<AwsSdkObservations> observations) {
		return new AwsClientBeanPostProcessor(observations);
	}

}
