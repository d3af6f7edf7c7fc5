package io.tracingstarter.autoconfigure;

import io.tracingstarter.autoconfigure.logging.JsonStructuredLogFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image keeps for code that runs without a bean; found as Spring finds it.
 */
class RegisteredRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	RegisteredRuntimeHintsTests() {
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getPackageName().startsWith(getClass().getPackageName()))
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@Test
	void shouldKeepTheFormatterWhenSpringBootCreatesItByItsName() throws Exception {
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(JsonStructuredLogFormatter.class.getConstructor(Environment.class)))
			.accepts(this.hints);
	}

	@ParameterizedTest
	@FieldSource("io.tracingstarter.autoconfigure.ClassPathRuntimeHints#ASKED_FOR")
	void shouldKeepAnOptionalClassWhenItIsThere(String name) throws Exception {
		Class<?> type = Class.forName(name, false, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(type))).accepts(this.hints);
	}

}
