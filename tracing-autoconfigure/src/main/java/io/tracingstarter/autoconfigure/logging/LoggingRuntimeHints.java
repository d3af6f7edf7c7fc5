package io.tracingstarter.autoconfigure.logging;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * What a native image must keep for JSON logs, which start before there is a context: the
 * formatter, which Spring Boot creates by its name.
 */
class LoggingRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		if (ClassUtils.isPresent(JsonLogSupport.ENCODER, classLoader)) {
			hints.reflection()
				.registerType(JsonStructuredLogFormatter.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
		}
	}

}
