package io.tracingstarter.cli.render;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MaskingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "password=hunter2 ok | password=**** ok", "token: abc, next | token: ****, next",
					"{\"client_secret\":\"x y\",\"a\":1} | {\"client_secret\":\"****\",\"a\":1}",
					"Authorization: Bearer abc.def | Authorization: ****",
					"used Bearer abcdef ok | used Bearer **** ok", "Cookie: a=b; c=d | Cookie: ****",
					"X-Api-Key=123&x=1 | X-Api-Key=****&x=1", "at postgresql://u:p@ss@db/x | at postgresql://****@db/x",
					"jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln end | jwt **** end",
					"card 4111 1111 1111 1111 paid | card **** paid",
					"<password>x</password> | <password>****</password>" })
	void shouldHideSecretsInTexts(String text, String masked) {
		assertThat(Masking.ON.text(text)).isEqualTo(masked);
		assertThat(Masking.OFF.text(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "passwordless login", "4bf92f3577b34da6a3ce929d0e0e4736", "order 4111111111111112",
			"http://host:8080/a@b", "the tokenizer: fast" })
	void shouldLeaveOtherTextsAlone(String text) {
		assertThat(Masking.ON.text(text)).isEqualTo(text);
	}

	@Test
	void shouldHideValuesByName() {
		assertThat(Masking.ON.value("http.request.header.authorization", "Basic x")).isEqualTo("****");
		assertThat(Masking.ON.value("accessToken", "x")).isEqualTo("****");
		assertThat(Masking.ON.value("url.full", "http://a/?api_key=x")).isEqualTo("http://a/?api_key=****");
		assertThat(Masking.OFF.value("accessToken", "x")).isEqualTo("x");
	}

	@Test
	void shouldTakeLinearTime() {
		String hostile = "password ".repeat(50_000) + "=[{".repeat(50_000) + "eyJ".repeat(50_000) + "4".repeat(50_000);
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Masking.ON.text(hostile));
	}

}
