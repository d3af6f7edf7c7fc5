package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.RandomSpans;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the span, its documents are such as X-Ray takes. {@code -Dfuzz.seed} repeats a
 * run or, with {@code random}, makes a new one; {@code -Dfuzz.inputs} says how long it
 * is.
 */
class RandomSpanTests {

	private static final String[] ANNOTATED = { "a.b", "a_b", "url.full", "AWS.x", "status" };

	private final long seed = seed(System.getProperty("fuzz.seed", "1"));

	private final int spans = Math.min(Integer.getInteger("fuzz.inputs", 3_000), 100_000);

	private static long seed(String property) {
		return "random".equals(property) ? System.nanoTime() : Long.parseLong(property);
	}

	@Test
	void shouldWriteWhatXRayTakesWhateverTheSpan() {
		for (int i = 0; i < this.spans; i++) {
			long each = this.seed + i;
			check(RandomSpans.of(each), each);
		}
	}

	private static void check(SpanData span, long seed) {
		try {
			Set<String> ids = new HashSet<>();
			for (String text : Documents.texts(span, ANNOTATED)) {
				assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63_000);
				assertThat(ids.add(Documents.read(text).path("id").asString())).isTrue();
			}
			assertThat(ids).contains(span.getSpanId());
		}
		catch (AssertionError | RuntimeException ex) {
			throw new AssertionError("-Dfuzz.seed=" + seed, ex);
		}
	}

}
