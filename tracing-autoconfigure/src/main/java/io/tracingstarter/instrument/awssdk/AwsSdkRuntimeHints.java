package io.tracingstarter.instrument.awssdk;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep so that the SDK finds the interceptor: the file that
 * names it, and its constructor.
 */
public class AwsSdkRuntimeHints implements RuntimeHintsRegistrar {

	static final String INTERCEPTORS = "software/amazon/awssdk/global/handlers/execution.interceptors";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern(INTERCEPTORS);
		hints.reflection().registerType(ObservingExecutionInterceptor.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
	}

}
