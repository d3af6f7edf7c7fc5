package io.tracingstarter.autoconfigure.resource;

import io.opentelemetry.sdk.resources.Resource;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.resource.AwsResource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of resource attributes that say where in AWS the service runs.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnClass(Resource.class)
@EnableConfigurationProperties(ResourceProperties.class)
public final class AwsResourceAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("tracing.resource.aws")
	static class DetectingConfiguration {

		@Bean
		static AwsResourceMerger awsResourceMerger(Environment environment) {
			return new AwsResourceMerger(AwsResource.detect(environment::getProperty,
					(text) -> JsonParserFactory.getJsonParser().parseMap(text)));
		}

		@Bean
		SummaryEntry awsResourceSummary(AwsResourceMerger merger) {
			return new SummaryEntry(SummaryEntry.RESOURCE, merger.describe());
		}

	}

}
