package io.tracingstarter.instrument.jdkhttp;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep so that a client can be closed: the methods that code
 * compiled for Java 17 can only look up.
 */
public class JdkHttpRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (Method method : HttpClient.class.getMethods()) {
			if (HttpClientLifecycle.METHODS.contains(method.getName())) {
				hints.reflection().registerMethod(method, ExecutableMode.INVOKE);
			}
		}
	}

}
