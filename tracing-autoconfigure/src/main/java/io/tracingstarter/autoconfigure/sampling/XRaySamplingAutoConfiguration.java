package io.tracingstarter.autoconfigure.sampling;

import java.util.Map;

import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.ReportEntry;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.autoconfigure.export.xray.DaemonAddressProperty;
import io.tracingstarter.sampling.xray.RulePoller;
import io.tracingstarter.sampling.xray.SampledService;
import io.tracingstarter.sampling.xray.XRaySampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration of sampling by the rules of AWS X-Ray. A {@link Sampler} of the
 * application wins.
 */
@AutoConfiguration(after = SamplingAutoConfiguration.class,
		before = { KeepAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnTracing
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnProperty("tracing.sampling.xray.enabled")
@ConditionalOnMissingBean(Sampler.class)
@EnableConfigurationProperties(XRaySamplingProperties.class)
public final class XRaySamplingAutoConfiguration {

	@Bean(initMethod = "start", destroyMethod = "close")
	RulePoller xrayRulePoller(XRaySamplingProperties properties, SamplingProperties sampling, Environment environment,
			ObjectProvider<Resource> resource, ResourceLoader files) {
		SampledService service = SampledService.of(resource.getIfAvailable(Resource::getDefault).getAttributes(),
				contextPath(environment));
		Sampler otherwise = Sampler.traceIdRatioBased(SamplingAutoConfiguration.probability(environment, sampling));
		XRaySampler sampler = new XRaySampler(service, LocalRulesFile.read(properties.localRules(), files), otherwise);
		return new RulePoller(sampler, DaemonAddressProperty.read(environment), new BootJson());
	}

	private static String contextPath(Environment environment) {
		return environment.getProperty("server.servlet.context-path",
				environment.getProperty("spring.webflux.base-path", ""));
	}

	@Bean
	Sampler xraySampler(RulePoller rules) {
		return Sampler.parentBased(rules.sampler());
	}

	@Bean
	ReportEntry xraySamplingReport(RulePoller rules) {
		return new ReportEntry(SummaryEntry.SAMPLING, "xraySampling",
				() -> Map.of("source", rules.toString(), "status", rules.status()));
	}

}
