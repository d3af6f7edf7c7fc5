package io.tracingstarter.autoconfigure.concurrent;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep so that the executor of Spring MVC is found: the field
 * that has it.
 */
class MvcExecutorRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection()
			.registerTypeIfPresent(classLoader, ExecutorBeanPostProcessor.MVC_ADAPTER,
					(type) -> type.withField("taskExecutor"));
	}

}
