package io.tracingstarter.autoconfigure.sampling;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.ReportEntry;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportingProcessors;
import io.tracingstarter.propagation.XRayHints;
import io.tracingstarter.sampling.KeepRules;
import io.tracingstarter.sampling.KeepingSpanProcessor;
import io.tracingstarter.sampling.SamplingHints;
import io.tracingstarter.sampling.SamplingListener;
import io.tracingstarter.sampling.xray.RulePoller;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what decides about traces: when they start, and of those that are
 * not sampled when it is known what became of them.
 */
@AutoConfiguration(after = { SamplingAutoConfiguration.class, ExportAutoConfiguration.class },
		before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBean({ ExportingProcessors.class, SamplingProperties.class })
public final class KeepAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@Order(Ordered.LOWEST_PRECEDENCE)
	KeepingSpanProcessor keepingSpanProcessor(SamplingProperties properties, ExportingProcessors exporters,
			ObjectProvider<SamplingListener> listeners) {
		return new KeepingSpanProcessor(
				new KeepRules(properties.keepErrors(),
						properties.keepSlowerThan().isZero() ? null : properties.keepSlowerThan()),
				properties.buffer().limits(), exporters, listeners.orderedStream().toList());
	}

	/** First, so that a sampler which the user sets on the builder wins. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SdkTracerProviderBuilderCustomizer samplerCustomizer(ObjectProvider<Sampler> sampler, SamplerChain chain,
			SamplingProperties properties, ExportingProcessors exporters, KeepingSpanProcessor keeping) {
		return (builder) -> sampler.ifUnique((users) -> {
			boolean keeps = properties.keeps() && !exporters.get().isEmpty();
			if (keeps) {
				keeping.start();
			}
			builder.setSampler(chain.around(users, keeps));
		});
	}

	@Bean
	SamplerChain samplerChain(SamplingProperties properties, ObjectProvider<XRayHints> hints) {
		return new SamplerChain(properties, hints.getIfAvailable() != null);
	}

	/** Inert without rules and secret: what was built may be started with others. */
	@Bean
	@ConditionalOnMissingBean
	SamplingHints samplingHints(SamplingProperties properties, ObjectProvider<RulePoller> xray) {
		SamplingProperties.Debug debug = properties.debug();
		boolean needed = !properties.rules().isEmpty() || xray.getIfAvailable() != null;
		return new SamplingHints(needed, debug.header(), debug.isOn() ? debug.secret() : null);
	}

	@Bean
	ReportEntry samplingReport(SamplingProperties properties, Environment environment, KeepingSpanProcessor processor) {
		return new ReportEntry(SummaryEntry.SAMPLING, "sampling", () -> SamplingReport.of(properties,
				SamplingAutoConfiguration.probability(environment, properties), processor));
	}

}
