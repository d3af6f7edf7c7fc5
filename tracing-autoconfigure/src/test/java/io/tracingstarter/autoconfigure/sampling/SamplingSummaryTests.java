package io.tracingstarter.autoconfigure.sampling;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link SamplingSummary}.
 */
class SamplingSummaryTests {

	private static final String SECRET_LOCATION = "http://ann:hunter2@127.0.0.1:1/rules.json";

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			-           | -              | sampling 10 %
			-           | classpath:a    | sampling 10 %
			by X's      | -              | sampling by X's, else 10 %
			by X's      | ''             | sampling by X's, else 10 %
			by X's      | classpath:a    | sampling by X's, else by those of classpath:a
			""")
	void shouldSayWhatDecides(@Nullable String xray, @Nullable String localRules, String summary) {
		assertThat(summary(xray, localRules)).isEqualTo(summary + ", and all that fail or take more than 1 s");
	}

	@Test
	void shouldHideSecretsWhenTheRulesAreAtAUrl() {
		assertThat(summary("by X's", SECRET_LOCATION)).contains("@127.0.0.1:1/rules.json").doesNotContain("hunter2");
		assertThatThrownBy(() -> LocalRulesFile.read(SECRET_LOCATION, new DefaultResourceLoader()))
			.hasFieldOrPropertyWithValue("value", "http://******@127.0.0.1:1/rules.json");
	}

	private static String summary(@Nullable String xray, @Nullable String localRules) {
		SamplingProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
			.bindOrCreate("tracing.sampling", SamplingProperties.class);
		return SamplingSummary.of(properties, 0.1, xray, localRules);
	}

}
