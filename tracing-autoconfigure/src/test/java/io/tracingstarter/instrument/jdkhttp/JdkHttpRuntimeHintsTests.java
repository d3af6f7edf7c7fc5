package io.tracingstarter.instrument.jdkhttp;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;

import io.tracingstarter.testing.Prerequisite;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image keeps for the JDK's client.
 */
class JdkHttpRuntimeHintsTests {

	@Test
	void shouldKeepTheMethodsThatEndAClientWhenTheJdkHasThem() {
		Prerequisite.require(Runtime.version().feature() >= 21,
				"hints for closing an HttpClient, possible since JDK 21", "build on JDK 25");
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
