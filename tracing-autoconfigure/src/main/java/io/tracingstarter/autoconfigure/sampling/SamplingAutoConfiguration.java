package io.tracingstarter.autoconfigure.sampling;

import java.math.BigDecimal;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.SummaryEntry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Decides which traces are kept.
 */
@AutoConfiguration
@ConditionalOnTracing
@EnableConfigurationProperties(SamplingProperties.class)
public final class SamplingAutoConfiguration {

	@Bean
	SummaryEntry samplingSummary(Environment environment, SamplingProperties properties) {
		double probability = environment.getProperty("management.tracing.sampling.probability", Double.class,
				properties.probability());
		return new SummaryEntry(SummaryEntry.SAMPLING, "sampling " + percent(probability) + " %");
	}

	private static String percent(double probability) {
		return BigDecimal.valueOf(probability).movePointRight(2).stripTrailingZeros().toPlainString();
	}

}
