package io.tracingstarter.autoconfigure.actuator;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.ReportEntry;
import io.tracingstarter.autoconfigure.SummaryEntry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of {@code /actuator/tracing}. Like every endpoint but the health, it
 * is not exposed over HTTP unless the application says so.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(TracingEndpoint.class)
public final class TracingEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TracingEndpoint tracingEndpoint(ObjectProvider<ReportEntry> entries) {
		return new TracingEndpoint(entries);
	}

	@Bean
	ReportEntry instrumentationReport(ConfigurableListableBeanFactory beanFactory) {
		return new ReportEntry(SummaryEntry.LOGGING + 100, "instrumentation", new InstrumentationReport(beanFactory));
	}

}
