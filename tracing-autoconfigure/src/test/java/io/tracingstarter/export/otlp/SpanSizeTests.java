package io.tracingstarter.export.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanSize}.
 */
class SpanSizeTests {

	private static final String[] TEXTS = { "", "a", "Größe", "価格", "\ud83d\ude00", "\ud800", "\u0000", "x".repeat(500),
			"価".repeat(500) };

	private final MessageSize exact = new MessageSize();

	@Test
	void shouldNeverBeLessThanTheEncodedSize() {
		int empty = this.exact.of(TestSpans.data().setName("").build());
		for (long seed = 0; seed < 1000; seed++) {
			SpanData span = span(new Random(seed));
			// without the resource and what stands around every span
			assertThat(SpanSize.atMost(span)).as("seed %s", seed)
				.isGreaterThanOrEqualTo(this.exact.of(span) - empty + 100);
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

	private static SpanData span(Random random) {
		List<EventData> events = new ArrayList<>();
		List<LinkData> links = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			events.add(EventData.create(i, text(random), attributes(random)));
			links.add(LinkData.create(context(random), attributes(random)));
		}
		return TestSpans.data()
			.setName(text(random))
			.setSpanContext(context(random))
			.setStatus(StatusData.create(io.opentelemetry.api.trace.StatusCode.ERROR, text(random)))
			.setAttributes(attributes(random))
			.setEvents(events)
			.setLinks(links)
			.build();
	}

	private static SpanContext context(Random random) {
		var state = TraceState.builder();
		for (int i = random.nextInt(33); i > 0; i--) {
			state.put("k" + i + "x".repeat(200), "v".repeat(256));
		}
		return SpanContext.create(TestSpans.TRACE_ID, TestSpans.SPAN_ID, TraceFlags.getSampled(), state.build());
	}

	private static Attributes attributes(Random random) {
		AttributesBuilder attributes = Attributes.builder();
		for (int i = random.nextInt(10); i > 0; i--) {
			String key = i + text(random);
			switch (random.nextInt(7)) {
				case 0 -> attributes.put(key, text(random));
				case 1 -> attributes.put(key, -random.nextLong(Long.MAX_VALUE));
				case 2 -> attributes.put(key, random.nextDouble());
				case 3 -> attributes.put(key, random.nextBoolean());
				case 4 -> attributes.put(key, text(random), text(random), text(random));
				case 5 -> attributes.put(AttributeKey.longArrayKey(key), List.of(-1L, Long.MIN_VALUE, 0L));
				default -> attributes.put(AttributeKey.valueKey(key),
						Value.of(Value.of(-1), Value.of(""), Value.of(Value.of(text(random)), Value.of(new byte[9]))));
			}
		}
		return attributes.build();
	}

	private static String text(Random random) {
		return TEXTS[random.nextInt(TEXTS.length)];
	}

}
