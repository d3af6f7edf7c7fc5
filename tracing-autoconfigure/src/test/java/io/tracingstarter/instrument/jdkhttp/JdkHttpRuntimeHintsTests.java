package io.tracingstarter.instrument.jdkhttp;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a native image keeps for the JDK's client.
 */
class JdkHttpRuntimeHintsTests {

	@Test
	void shouldKeepTheMethodsThatEndAClientWhenTheJdkHasThem() {
		assumeTrue(Runtime.version().feature() >= 21, "HttpClient can be closed since Java 21");
		RuntimeHints hints = new RuntimeHints();
		new JdkHttpRuntimeHints().registerHints(hints, getClass().getClassLoader());
		List<Method> methods = Arrays.stream(HttpClient.class.getMethods())
			.filter((method) -> HttpClientLifecycle.METHODS.contains(method.getName()))
			.toList();
		assertThat(methods).hasSameSizeAs(HttpClientLifecycle.METHODS)
			.allSatisfy((method) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method))
				.accepts(hints));
	}

}
