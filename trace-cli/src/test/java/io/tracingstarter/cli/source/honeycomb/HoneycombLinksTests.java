package io.tracingstarter.cli.source.honeycomb;

import java.net.URI;
import java.time.Instant;

import io.tracingstarter.cli.model.TimeWindow;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HoneycombLinksTests {

	private final HoneycombLinks links = new HoneycombLinks("honeycomb", URI.create("https://ui.honeycomb.io"),
			"my team", "prod");

	@Test
	void shouldLinkToTheTrace() {
		TimeWindow window = new TimeWindow(Instant.ofEpochSecond(100), Instant.ofEpochSecond(200));
		assertThat(this.links.traceLink("4bf9", window)).get()
			.extracting("url")
			.isEqualTo("https://ui.honeycomb.io/my%20team/environments/prod/trace?trace_id=4bf9"
					+ "&trace_start_ts=100&trace_end_ts=201");
		assertThat(this.links.traceLink("4bf9", null)).get()
			.extracting("url")
			.isEqualTo("https://ui.honeycomb.io/my%20team/environments/prod/trace?trace_id=4bf9");
	}

}
