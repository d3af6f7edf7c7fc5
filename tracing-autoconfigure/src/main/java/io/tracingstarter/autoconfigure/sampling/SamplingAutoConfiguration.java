package io.tracingstarter.autoconfigure.sampling;

import io.micrometer.core.instrument.MeterRegistry;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.sampling.OverflowWarning;
import io.tracingstarter.sampling.SamplingMeters;
import io.tracingstarter.sampling.xray.RulePoller;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of which traces are kept: the settings and who hears of it.
 */
@AutoConfiguration
@ConditionalOnTracing
@EnableConfigurationProperties(SamplingProperties.class)
public final class SamplingAutoConfiguration {

	/** Boot's property wins. */
	static double probability(Environment environment, SamplingProperties properties) {
		return environment.getProperty("management.tracing.sampling.probability", Double.class,
				properties.probability());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "io.opentelemetry.sdk.trace.SdkTracerProvider")
	static class SdkConfiguration {

		@Bean
		SummaryEntry samplingSummary(Environment environment, SamplingProperties properties,
				ObjectProvider<RulePoller> xray, ObjectProvider<XRaySamplingProperties> xrayProperties) {
			RulePoller rules = xray.getIfAvailable();
			XRaySamplingProperties xraySampling = xrayProperties.getIfAvailable();
			return new SummaryEntry(SummaryEntry.SAMPLING,
					SamplingSummary.of(properties, probability(environment, properties),
							(rules != null) ? rules.toString() : null,
							(xraySampling != null) ? xraySampling.localRules() : null));
		}

		@Bean
		@ConditionalOnMissingBean
		OverflowWarning samplingOverflowWarning() {
			return new OverflowWarning();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MeterConfiguration {

		@Bean
		@ConditionalOnMissingBean
		SamplingMeters samplingMeters(ObjectProvider<MeterRegistry> registry) {
			return new SamplingMeters(registry::getIfUnique);
		}

	}

}
