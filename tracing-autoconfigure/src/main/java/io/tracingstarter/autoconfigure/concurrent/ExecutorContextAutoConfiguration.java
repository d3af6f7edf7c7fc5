package io.tracingstarter.autoconfigure.concurrent;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.concurrent.ExecutorRuntimeHints;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Makes the tasks of executor beans take the trace and the correlation id along.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.executors.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ExecutorProperties.class)
@ImportRuntimeHints({ ExecutorRuntimeHints.class, MvcExecutorRuntimeHints.class })
public final class ExecutorContextAutoConfiguration {

	@Bean
	static ExecutorBeanPostProcessor executorBeanPostProcessor(ObjectProvider<ExecutorProperties> properties,
			ConfigurableListableBeanFactory beanFactory) {
		return new ExecutorBeanPostProcessor(properties, beanFactory);
	}

}
