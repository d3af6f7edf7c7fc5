package io.tracingstarter.autoconfigure.web.client;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.correlation.CorrelationProperties;
import io.tracingstarter.autoconfigure.propagation.PropagationAutoConfiguration;
import io.tracingstarter.autoconfigure.propagation.PropagationProperties;
import io.tracingstarter.correlation.CorrelationIdPropagator;
import io.tracingstarter.web.client.ClientCalls;
import io.tracingstarter.web.client.OutgoingIds;
import io.tracingstarter.web.client.PropagationTargets;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/**
 * Decides what a call to another service carries.
 */
@AutoConfiguration(after = { CorrelationAutoConfiguration.class, PropagationAutoConfiguration.class })
@ConditionalOnTracing
@ConditionalOnClass(HttpHeaders.class)
public final class OutgoingIdsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OutgoingIds outgoingIds(ObjectProvider<ContextPropagators> propagators, CorrelationIdPropagator correlationId,
			CorrelationProperties correlation, PropagationProperties propagation) {
		ContextPropagators all = propagators.getIfAvailable();
		TextMapPropagator propagator = (all != null) ? all.getTextMapPropagator() : correlationId;
		return new OutgoingIds(propagator, correlation.header(), new PropagationTargets(propagation.hosts()));
	}

	@Bean
	@ConditionalOnMissingBean
	ClientCalls observedClientCalls(OutgoingIds ids, ObjectProvider<ObservationRegistry> registry) {
		return new ClientCalls(ids, registry::getIfUnique);
	}

}
