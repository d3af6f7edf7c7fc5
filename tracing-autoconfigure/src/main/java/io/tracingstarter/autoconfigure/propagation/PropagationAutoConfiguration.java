package io.tracingstarter.autoconfigure.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.ReportEntry;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.autoconfigure.propagation.PropagationProperties.Format;
import io.tracingstarter.propagation.FurtherFormats;
import io.tracingstarter.propagation.HeaderRejectionCounter;
import io.tracingstarter.propagation.HeaderRejectionListener;
import io.tracingstarter.propagation.IncomingHeaders;
import io.tracingstarter.propagation.JaegerPropagator;
import io.tracingstarter.propagation.LambdaParent;
import io.tracingstarter.propagation.XRayPropagator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.micrometer.tracing.autoconfigure.ConditionalOnEnabledTracingExport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Adds the formats that Boot lacks to the ones it composes.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnTracing
@EnableConfigurationProperties(PropagationProperties.class)
public final class PropagationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "propagationSummary")
	SummaryEntry noPropagationSummary() {
		return new SummaryEntry(SummaryEntry.PROPAGATION,
				"no propagation of traces, because tracing is switched off or its SDK is absent");
	}

	@Bean
	ReportEntry propagationReport(Environment environment, PropagationProperties properties) {
		return new ReportEntry(SummaryEntry.PROPAGATION, "propagation",
				() -> PropagationReport.of(new EffectiveFormats(environment), properties));
	}

	/**
	 * What Boot's property names counts as asked for.
	 */
	@Bean
	@ConditionalOnMissingBean
	IncomingHeaders incomingHeaders(PropagationProperties properties, Environment environment,
			ObjectProvider<HeaderRejectionListener> rejectionListeners) {
		List<String> fields = Binder.get(environment)
			.bind("management.tracing.baggage.remote-fields", Bindable.listOf(String.class))
			.orElseGet(List::of);
		List<String> keys = new ArrayList<>(properties.baggage().allowedKeys());
		keys.addAll(fields);
		List<HeaderRejectionListener> listeners = rejectionListeners.orderedStream().toList();
		return new IncomingHeaders(keys, fields,
				(header) -> listeners.forEach((listener) -> listener.rejected(header)));
	}

	private static String names(List<Format> formats) {
		return formats.isEmpty() ? "nothing"
				: formats.stream()
					.map(Format::name)
					.map((name) -> name.replace('_', '-'))
					.collect(Collectors.joining(", "));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MeterConfiguration {

		@Bean
		@ConditionalOnMissingBean
		HeaderRejectionCounter headerRejectionCounter(ObjectProvider<MeterRegistry> registry) {
			return new HeaderRejectionCounter(registry::getIfUnique);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnEnabledTracingExport.class)
	@ConditionalOnEnabledTracingExport
	static class PropagatedConfiguration {

		@Bean
		SummaryEntry propagationSummary(Environment environment) {
			EffectiveFormats formats = new EffectiveFormats(environment);
			return new SummaryEntry(SummaryEntry.PROPAGATION,
					"propagation reads " + names(formats.consumed()) + " and writes " + names(formats.produced()));
		}

		@Bean
		@Conditional(OnFurtherFormatCondition.class)
		FurtherFormats furtherFormats(Environment environment, ObjectProvider<LambdaParent> lambda) {
			EffectiveFormats formats = new EffectiveFormats(environment);
			List<Format> consumed = formats.consumed();
			List<Format> before = consumed.stream().takeWhile(Format::isFurther).toList();
			List<Format> after = consumed.stream().skip(before.size()).filter(Format::isFurther).toList();
			List<TextMapPropagator> last = new ArrayList<>(propagators(after));
			lambda.ifAvailable((parent) -> last.add(parent.asPropagator()));
			return new FurtherFormats(propagators(before), last,
					propagators(formats.produced().stream().filter(Format::isFurther).toList()));
		}

		private static List<TextMapPropagator> propagators(List<Format> further) {
			return further.stream()
				.<TextMapPropagator>map(
						(format) -> (format == Format.XRAY) ? new XRayPropagator() : new JaegerPropagator())
				.toList();
		}

	}

}
