package io.tracingstarter.sampling.xray;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Tests for {@link Glob}.
 */
class GlobTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null", textBlock = """
			*           | ''            | true
			*           | null          | true
			**          | null          | true
			''          | ''            | true
			''          | a             | false
			''          | null          | false
			?           | null          | false
			?           | a             | true
			?           | ''            | false
			?           | ab            | false
			GET         | get           | true
			GET         | GETS          | false
			/a/*        | /a/           | true
			/a/*        | /A/b/c        | true
			/a/*        | /b/a/         | false
			*.com       | like.example.com | true
			*.com       | example.com.de   | false
			a*b*c       | aXbXbXc       | true
			a*b*c       | aXbX          | false
			a*?c        | abc           | true
			a*?c        | ac            | false
			/o/?/x      | /o/7/x        | true
			a.c         | abc           | false
			[a-z]+      | abc           | false
			""")
	void shouldMatchAsXRayDoes(String pattern, String text, boolean matches) {
		assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
	}

	@Test
	void shouldNotTakeExponentialTimeWhenPatternIsHostile() {
		Glob pattern = new Glob("*a".repeat(400) + "b");
		assertThat(assertTimeoutPreemptively(Duration.ofMinutes(1), () -> pattern.matches("a".repeat(8000)))).isFalse();
	}

}
