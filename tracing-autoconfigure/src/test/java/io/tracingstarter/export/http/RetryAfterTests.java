package io.tracingstarter.export.http;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryAfter}.
 */
class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "|0", "120|120", " 3 |3", "0|0", "999999999|999999999", "Fri, 20 Nov 2026 10:02:00 GMT|120",
					"Fri, 20 Nov 2026 09:00:00 GMT|0", "-5|0", "1.5|0", "99999999999999999999|0", "soon|0", "١٢|0",
					"Fri, 31 Feb 2026 10:02:00 GMT|0", "Fri, 20 Nov 2026|0" })
	void shouldReadSecondsAndDatesAndIgnoreTheRest(@Nullable String header, long seconds) {
		assertThat(RetryAfter.parse(header, NOW)).hasSeconds(seconds);
	}

}
