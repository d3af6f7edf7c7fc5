package io.tracingstarter.export.otlp;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.RandomSpans;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanSize}.
 */
class SpanSizeTests {

	private final MessageSize exact = new MessageSize();

	@Test
	void shouldNeverBeLessThanTheEncodedSize() {
		for (long seed = 0; seed < 1000; seed++) {
			// the resource is no part of the span
			SpanData span = withoutResource(RandomSpans.of(seed));
			assertThat(SpanSize.atMost(span)).as("seed %s", seed).isGreaterThanOrEqualTo(this.exact.of(span));
		}
	}

	@Test
	void shouldNotDoubtOrdinarySpans() {
		AttributesBuilder attributes = Attributes.builder();
		for (int i = 0; i < 30; i++) {
			attributes.put("http.request.header.x-" + i, "v".repeat(200));
		}
		assertThat(SpanSize.atMost(TestSpans.data().setAttributes(attributes.build()).build())).isLessThan(30_000);
	}

	private static SpanData withoutResource(SpanData span) {
		return new DelegatingSpanData(span) {
			@Override
			public Resource getResource() {
				return Resource.empty();
			}
		};
	}

}
