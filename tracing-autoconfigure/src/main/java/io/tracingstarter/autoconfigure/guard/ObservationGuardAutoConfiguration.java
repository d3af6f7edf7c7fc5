package io.tracingstarter.autoconfigure.guard;

import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.guard.GuardedObservationRegistry;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Keeps what observation handlers, filters, predicates and conventions throw away from
 * what is observed.
 */
@AutoConfiguration(before = ObservationAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ ObservationRegistry.class, ObservationAutoConfiguration.class })
public final class ObservationGuardAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ObservationRegistry guardedObservationRegistry() {
		return new GuardedObservationRegistry();
	}

	@Bean
	static ConventionBeanPostProcessor guardedConventionBeanPostProcessor(ConfigurableListableBeanFactory beanFactory) {
		return new ConventionBeanPostProcessor(beanFactory);
	}

}
