package io.tracingstarter.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * What concerns all features: the common properties and the line at start-up.
 */
@AutoConfiguration
@ConditionalOnTracing
@EnableConfigurationProperties(TracingProperties.class)
public final class TracingAutoConfiguration {

	@Bean
	StartupSummary tracingStartupSummary(ObjectProvider<SummaryEntry> entries, ApplicationContext context) {
		return new StartupSummary(entries, context);
	}

}
