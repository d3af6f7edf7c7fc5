package io.tracingstarter.cli.source.http;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdMatcherTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final IdMatcher ids = new IdMatcher(Set.of("order-1", "a/b=", TRACE));

	@ParameterizedTest
	@ValueSource(strings = { "order-1", "id=order-1 done", "\"order-1\"", "of order-1.", "(order-1)", "x/order-1/y",
			"of order-12 and order-1", "00-" + TRACE + "-00f067aa0ba902b7-01", "{\"id\":\"a\\/b\\u003d\"}",
			"a tab\\torder-1", "[order-1]-", "order-1\\n" })
	void shouldFindAWholeId(String line) {
		assertThat(this.ids.matches(line)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-12", "border-1", "order-1-2", "pre-order-1", "order-1.5", "v2.order-1", "order 1",
			TRACE + "0", "", "ORDER-1", "{\"id\":\"\\u0061", "order-1_b" })
	void shouldNotFindAPartOfAnother(String line) {
		assertThat(this.ids.matches(line)).isFalse();
	}

}
