package io.tracingstarter.logging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static net.logstash.logback.argument.StructuredArguments.kv;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no part of a log line shows a secret.
 */
class MaskedLineTests {

	@Test
	void shouldMaskWhenNameIsTakenAndGetsANumber() {
		JsonNode line = LogEventBuilder.event("x")
			.pair("password", "abc")
			.pair("password", "abc")
			.pair("password", "abc")
			.encode();
		assertThat(line.get("kv.password.2").asString()).isEqualTo("****");
		assertThat(line.toString()).doesNotContain("abc");
	}

	@Test
	void shouldMaskCardNumberWhenItIsNameOrDecimal() {
		JsonNode line = LogEventBuilder.event("x")
			.pair("decimal", new BigDecimal("4111111111111111"))
			.pair("paid", Map.of("4111111111111111", 1))
			.encode();
		assertThat(line.get("decimal").asString()).isEqualTo("****");
		assertThat(line.at("/paid/****").asInt()).isEqualTo(1);
	}

	@Test
	void shouldKeepIdsOfSpanWhenTheyLookLikeCardNumbers() {
		String card = "4111111111111111";
		JsonNode line = LogEventBuilder.event("x")
			.pair("span",
					Map.of("parentSpanId", card, "durationNanos", 4111111111111111L, "links",
							List.of(Map.of("spanId", card)), "attributes", Map.of("correlation_id", card, "x", card)))
			.encode();
		assertThat(line.at("/span/parentSpanId").asString()).isEqualTo(card);
		assertThat(line.at("/span/durationNanos").asLong()).isEqualTo(4111111111111111L);
		assertThat(line.at("/span/links/0/spanId").asString()).isEqualTo(card);
		assertThat(line.at("/span/attributes/correlation_id").asString()).isEqualTo(card);
		assertThat(line.at("/span/attributes/x").asString()).isEqualTo("****");
	}

	@Test
	void shouldMaskEveryPartOfALineExceptIds() {
		String card = "4111111111111111";
		JsonNode line = LogEventBuilder
			.event("log", new IllegalStateException("token=abc"), "login {} with {}", kv("password", "hunter2"), card)
			.mdc("traceId", card)
			.mdc("spanId", card)
			.mdc("correlationId", card)
			.mdc("X-Api-Key", "abc")
			.mdc("note", "secret=abc")
			.pair("card", 4111111111111111L)
			.pair("body", Map.of("user", "ann", "Password", List.of("abc"), "n", "pwd=abc", "c", List.of(card)))
			.encode();
		assertThat(line.get("message").asString()).isEqualTo("login password=**** with ****");
		assertThat(line.get("password").asString()).isEqualTo("****");
		assertThat(line.get("X-Api-Key").asString()).isEqualTo("****");
		assertThat(line.get("note").asString()).isEqualTo("secret=****");
		assertThat(line.get("card").asString()).isEqualTo("****");
		assertThat(line.at("/body/Password").asString()).isEqualTo("****");
		assertThat(line.at("/body/user").asString()).isEqualTo("ann");
		assertThat(line.at("/body/n").asString()).isEqualTo("pwd=****");
		assertThat(line.at("/body/c/0").asString()).isEqualTo("****");
		assertThat(line.get("throwable_message").asString()).isEqualTo("token=****");
		assertThat(line.get("stack_trace").asString()).contains("token=****").doesNotContain("abc");
		assertThat(List.of(line.get("traceId"), line.get("spanId"), line.get("correlationId")))
			.allMatch((id) -> id.asString().equals(card));
	}

}
