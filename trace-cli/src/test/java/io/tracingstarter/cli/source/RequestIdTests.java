package io.tracingstarter.cli.source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestId}.
 */
class RequestIdTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	@ParameterizedTest
	@CsvSource({ "order-4711, order-4711", "Order+A/1=@b:c, Order+A/1=@b:c", TRACE_ID + "," + TRACE_ID,
			"4BF92F3577B34DA6A3CE929D0E0E4736," + TRACE_ID, "00-" + TRACE_ID + "-00f067aa0ba902b7-01," + TRACE_ID,
			"1-4bf92f35-77b34da6a3ce929d0e0e4736," + TRACE_ID,
			"Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=53995c3f42cd8ad8;Sampled=1," + TRACE_ID,
			"' order-1 ', order-1" })
	void shouldTellWhatToSearchForWhenAnIdIsTyped(String typed, String expected) {
		assertThat(RequestId.parse(typed)).hasValue(new RequestId(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a\"b", "a'b", "{a}", "a\nb", "naïve", "*", "a|b" })
	void shouldRefuseWhenItCannotBeAnId(String typed) {
		assertThat(RequestId.parse(typed)).isEmpty();
		assertThat(RequestId.parse("a".repeat(129))).isEmpty();
	}

}
