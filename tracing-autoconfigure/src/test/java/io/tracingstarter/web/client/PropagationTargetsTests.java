package io.tracingstarter.web.client;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropagationTargets}.
 */
class PropagationTargetsTests {

	private final PropagationTargets targets = new PropagationTargets(List.of("Orders", "*.Example.com", "[::1]"));

	@ParameterizedTest
	@CsvSource({ "orders, true", "ORDERS, true", "orders.example.com, true", "a.b.EXAMPLE.com, true", "[::1], true",
			"example.com, false", "badexample.com, false", "orders.example.com.evil.org, false", "127.0.0.1, false" })
	void shouldAllowListedHostsOnly(String host, boolean allowed) {
		assertThat(this.targets.allows(host)).isEqualTo(allowed);
	}

	@ParameterizedTest
	@CsvSource({ "http://orders/a, orders", "http://my_service/a, my_service", "http://my_service:8080/a, my_service",
			"http://user:a%40b@my_service:8080/, my_service", "http://[::1]:8080/, [::1]", "/relative, " })
	void shouldFindHost(URI uri, String host) {
		assertThat(PropagationTargets.hostOf(uri)).isEqualTo(host);
	}

	@Test
	void shouldNotAllowRequestWithoutHost() {
		assertThat(this.targets.allows(null)).isFalse();
	}

	@Test
	void shouldAllowEverythingWithAsterisk() {
		PropagationTargets all = new PropagationTargets(List.of("orders", "*"));
		assertThat(all.allows("anything")).isTrue();
		assertThat(all.allows(null)).isTrue();
	}

}
