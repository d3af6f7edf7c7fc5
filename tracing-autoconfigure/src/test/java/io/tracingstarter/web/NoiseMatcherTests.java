package io.tracingstarter.web;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoiseMatcher}.
 */
class NoiseMatcherTests {

	private final NoiseMatcher matcher = new NoiseMatcher(List.of("/actuator/**", "/orders/*/ping", "/exact"),
			List.of("kube-probe"), true);

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			/actuator,            -,               true
			/actuator/health,     -,               true
			/actuators,           -,               false
			/orders/7/ping,       -,               true
			/orders/7/8/ping,     -,               false
			/exact,               -,               true
			/exact/more,          -,               false
			/app.js,              -,               true
			/v1.js/orders,        -,               false
			/report.pdf,          -,               false
			/,                    -,               false
			'',                   -,               false
			/orders,              kube-probe/1.34, true
			/orders,              not kube-probe,  false
			""")
	void shouldKnowNoise(String path, String userAgent, boolean noise) {
		assertThat(this.matcher.matches(path, userAgent)).isEqualTo(noise);
	}

}
