package io.tracingstarter.instrument.awssdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image keeps for the AWS SDK.
 */
class AwsSdkRuntimeHintsTests {

	@Test
	void shouldKeepWhatTheSdkLooksUpWhenItMakesAClient() throws Exception {
		RuntimeHints hints = new RuntimeHints();
		new AwsSdkRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.resource().forResource(AwsSdkRuntimeHints.INTERCEPTORS)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(interceptor().getConstructor()))
			.accepts(hints);
	}

	private static Class<?> interceptor() throws IOException, ClassNotFoundException {
		return Class
			.forName(new ClassPathResource(AwsSdkRuntimeHints.INTERCEPTORS).getContentAsString(StandardCharsets.UTF_8)
				.strip());
	}

}
