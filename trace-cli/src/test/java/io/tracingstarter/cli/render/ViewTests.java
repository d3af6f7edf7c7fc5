package io.tracingstarter.cli.render;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import io.tracingstarter.cli.model.Comparison;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.RecentRequest;
import io.tracingstarter.cli.model.ServiceMap;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.story.EvidenceBuilder;
import io.tracingstarter.cli.story.RecentRequests;
import io.tracingstarter.cli.story.ServiceMapper;
import io.tracingstarter.cli.story.StoryComparer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ViewTests {

	private static final TextOptions OPTIONS = new TextOptions(110, Style.PLAIN, ZoneOffset.UTC, Masking.ON, false);

	@Test
	void shouldShowTwoRequestsSideBySide() throws IOException {
		Comparison comparison = StoryComparer.compare(Stories.good(), Stories.failed());
		StringBuilder out = new StringBuilder();
		new DiffRenderer(OPTIONS).render(comparison, out);
		Golden.assertMatches("diff-110.txt", out.toString());
	}

	@Test
	void shouldListRecentRequests() throws IOException {
		List<RecentRequest> all = new RecentRequests(false, null, 10).find(recent());
		StringBuilder out = new StringBuilder();
		new RecentRenderer(OPTIONS).render(all, out);
		StringWriter json = new StringWriter();
		new RecentRenderer(OPTIONS).renderJson(all, json);
		Golden.assertMatches("recent-110.txt", out.append(json).toString());
	}

	@Test
	void shouldFilterRecentRequests() {
		assertThat(new RecentRequests(true, null, 10).find(recent())).extracting(RecentRequest::id)
			.containsExactly("order-4711", "c".repeat(32));
		assertThat(new RecentRequests(false, Duration.ofMillis(90), 10).find(recent())).extracting(RecentRequest::id)
			.containsExactly("c".repeat(32), "a".repeat(32));
		assertThat(new RecentRequests(false, null, 1).find(recent())).hasSize(1);
	}

	@Test
	void shouldMapServices() throws IOException {
		ServiceMap map = ServiceMapper.map(services(),
				new TimeWindow(EvidenceBuilder.START, EvidenceBuilder.START.plusSeconds(120)));
		StringBuilder out = new StringBuilder();
		new ServiceMapRenderer(OPTIONS).render(map, out);
		StringWriter json = new StringWriter();
		new ServiceMapRenderer(OPTIONS).renderJson(map, json);
		Golden.assertMatches("map-110.txt", out.append(json).toString());
	}

	private static Evidence recent() {
		return new EvidenceBuilder().span(1, 0, "web", "GET /a", SpanKind.SERVER, 0, 100, "status", "200")
			.inTrace("a".repeat(32))
			.span(1, 0, "web", "GET /b", SpanKind.SERVER, 1000, 1010, "status", "404")
			.inTrace("b".repeat(32))
			.failed(1, 0, "web", "GET /c", SpanKind.SERVER, 2000, 2500, "status", "500")
			.exception(2400, "exception.type", "X")
			.inTrace("c".repeat(32))
			.failed(2, 1, "db", "SELECT", SpanKind.CLIENT, 2100, 2400, "error", "connection refused")
			.inTrace("c".repeat(32))
			.line(0, "web", LogLevel.ERROR, 3000, "cannot count likes, token=abc")
			.build();
	}

	private static Evidence services() {
		EvidenceBuilder evidence = new EvidenceBuilder();
		for (int i = 0; i < 100; i++) {
			int id = 1 + i * 10;
			String trace = String.format("%032x", i + 1);
			evidence.span(id, 0, "web", "GET /", SpanKind.SERVER, i * 10, i * 10 + i + 2)
				.inTrace(trace)
				.span(id + 1, id, "web", "get", SpanKind.CLIENT, i * 10 + 1, i * 10 + i + 1)
				.inTrace(trace);
			if (i % 10 == 0) {
				evidence.failed(id + 2, id + 1, "likes", "GET /likes", SpanKind.SERVER, i * 10 + 1, i * 10 + i + 1);
			}
			else {
				evidence.span(id + 2, id + 1, "likes", "GET /likes", SpanKind.SERVER, i * 10 + 1, i * 10 + i + 1);
			}
			evidence.inTrace(trace)
				.span(id + 3, id + 2, "likes", "SELECT", SpanKind.CLIENT, i * 10, i * 10 + 1, "db.system.name", "h2")
				.inTrace(trace);
		}
		return evidence.build();
	}

}
