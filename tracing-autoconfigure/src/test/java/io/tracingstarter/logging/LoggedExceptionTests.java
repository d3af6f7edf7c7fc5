package io.tracingstarter.logging;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.tracingstarter.masking.SecretMasker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for exceptions in log lines.
 */
class LoggedExceptionTests {

	@Test
	void shouldStartWithRootCauseWhenExceptionsAreNested() {
		Exception failure = new IllegalStateException("outer",
				new RuntimeException("middle", new IllegalArgumentException("root")));
		JsonNode line = LogEventBuilder.event("l", failure, "x").encode();
		String trace = line.get("stack_trace").asString();
		assertThat(trace).startsWith("java.lang.IllegalArgumentException: root\n")
			.containsSubsequence("Wrapped by: java.lang.RuntimeException: middle",
					"Wrapped by: java.lang.IllegalStateException: outer")
			.contains("LoggedExceptionTests");
		assertThat(line.get("throwable_class").asString()).isEqualTo("java.lang.IllegalStateException");
		assertThat(line.get("throwable_message").asString()).isEqualTo("outer");
		assertThat(line.get("throwable_root_cause_class").asString()).isEqualTo("java.lang.IllegalArgumentException");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 40, 41, 42, 43, 500 })
	void shouldCutStackTraceWhenItIsLonger(int length) {
		Exception failure = new IllegalStateException("\ud83d\ude00".repeat(100));
		String trace = LogEventBuilder.event("l", failure, "x").encode(settings(length)).get("stack_trace").asString();
		assertThat(trace.length()).isBetween(Math.max(1, length - 1), length);
		assertThat(trace).doesNotContain("\ufffd");
		if (length > 3) {
			assertThat(trace).endsWith("...");
		}
	}

	@Test
	void shouldMaskBeforeCuttingWhenSecretStandsAtTheCut() {
		Exception failure = new IllegalStateException("card 4111 1111 1111 1111 declined");
		String whole = "java.lang.IllegalStateException: card 4111 1111";
		String trace = LogEventBuilder.event("l", failure, "x")
			.encode(settings(whole.length() + 3))
			.get("stack_trace")
			.asString();
		assertThat(trace).startsWith("java.lang.IllegalStateException: card ****").doesNotContain("1111");
	}

	@Test
	void shouldEndWhenCausesFormACircle() {
		Exception first = new Exception("first");
		Exception second = new Exception("second", first);
		first.initCause(second);
		assertThat(LogEventBuilder.event("l", first, "x").encode().get("stack_trace").asString()).contains("first");
	}

	@Test
	void shouldWriteClassAndMessageWhenExceptionIsAKeyValuePair() {
		JsonNode line = LogEventBuilder.event("x").pair("failure", new IllegalStateException("why")).encode();
		assertThat(line.get("failure").asString()).isEqualTo("java.lang.IllegalStateException: why");
	}

	private static JsonLogSettings settings(int stackTraceLength) {
		return new JsonLogSettings(LogLayout.LOGSTASH, new JsonLogSettings.Service(null, null, null), Map.of(),
				stackTraceLength, SecretMasker.of(List.of(), List.<Pattern>of(), true), false);
	}

}
