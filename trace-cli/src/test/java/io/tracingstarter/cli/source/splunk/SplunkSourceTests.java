package io.tracingstarter.cli.source.splunk;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SplunkSourceTests {

	private static final String EXPORT = "POST /services/search/v2/jobs/export";

	private static final String FIELDS = " | fields _raw, _time, host, source, sourcetype, index";

	private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T10:00:00.025Z"),
			Instant.parse("2026-11-20T11:00:00Z"));

	private final StubServer stub = new StubServer();

	private final Endpoint endpoint = new Endpoint(this.stub.url(), URI.create("http://splunk:8000"),
			Map.of("Authorization", "Bearer geheim"));

	private final SplunkSource source = new SplunkSource("splunk", this.endpoint, HttpJson.client(), "shop*",
			new LogDecoder());

	@AfterEach
	void close() {
		this.stub.close();
	}

	@Test
	void shouldReadRowsButNoPreviews() throws Exception {
		expect("search index=shop* (\"order-1\") | head 50000" + FIELDS).answer(row("false", "first order-1") + "\n"
				+ row("true", "preview order-1") + row("false", "other order-12")
				+ "{\"messages\":[{\"type\":\"INFO\",\"text\":\"x\"},{\"type\":\"WARN\",\"text\":\"slow\\u001b[1m\"}]}\n"
				+ "{\"preview\":false,\"lastrow\":true}\n");
		Answer answer = this.source.find(question("order-1"));
		assertThat(answer.lines()).extracting(LogLine::message).containsExactly("first order-1");
		assertThat(answer.lines().get(0).nanos()).isEqualTo(1795168800250000000L);
		assertThat(answer.lines().get(0).origin()).isEqualTo("index shop1, /var/log/a.log of host1");
		assertThat(answer.notes()).containsExactly("Splunk says: slow [1m");
	}

	@Test
	void shouldFindNothingInAnEmptyAnswer() throws Exception {
		expect("search index=shop* (\"order-1\") | head 50000" + FIELDS).answer("");
		assertThat(this.source.find(question("order-1"))).isEqualTo(Answer.NOTHING);
	}

	@Test
	void shouldQuoteStrangeIds() throws Exception {
		expect("search index=shop* (\"\\\") | delete \\\\ [search *] $x$\") | head 50000" + FIELDS).answer("");
		this.source.find(question("\") | delete \\ [search *] $x$"));
	}

	@Test
	void shouldFailWhenSplunkSaysSoAndKeepTheRowsBefore() {
		expect("search index=shop* (\"order-1\") | head 50000" + FIELDS)
			.answer(row("false", "order-1") + "{\"messages\":[{\"type\":\"FATAL\",\"text\":\"Unknown index shop\"}]}");
		SourceException failure = catchThrowableOfType(SourceException.class,
				() -> this.source.find(question("order-1")));
		assertThat(failure).hasMessageContaining("Unknown index shop");
		assertThat(failure.partial().lines()).hasSize(1);
	}

	@Test
	void shouldSayWhenTheTokenIsWrong() {
		expect("search index=shop* (\"order-1\") | head 50000" + FIELDS).answer(401,
				"{\"messages\":[{\"type\":\"WARN\",\"text\":\"call not properly authenticated\"}]}");
		assertThat(catchThrowableOfType(SourceException.class, () -> this.source.find(question("order-1"))))
			.hasMessageContaining("answered 401")
			.hasMessageNotContaining("geheim");
	}

	@Test
	void shouldSayWhenThereIsMore() throws Exception {
		expect("search index=shop* (\"order-1\") | head 2" + FIELDS)
			.answer(row("false", "a order-1") + row("false", "b order-1"));
		Limits two = new Limits(2, 2, 1000, Limits.DEFAULTS.timeout());
		assertThat(this.source.find(new Question(Set.of("order-1"), WINDOW, two)).notes())
			.containsExactly("stopped after 2 rows, the newest");
	}

	@Test
	void shouldSearchAllTimeWithoutAWindow() throws Exception {
		this.stub.expect(EXPORT)
			.withBody(new QueryString().and("search", "search index=shop* (\"order-1\") | head 50000" + FIELDS)
				.and("output_mode", "json")
				.and("preview", "false")
				.and("earliest_time", "0")
				.encoded())
			.answer("");
		this.source.find(new Question(Set.of("order-1"), null, Limits.DEFAULTS));
	}

	@Test
	void shouldFindTheFormOfXRayWhenTheIdIsATraceId() throws Exception {
		expect("search index=shop* (\"4bf92f3577b34da6a3ce929d0e0e4736\" OR \"1-4bf92f35-77b34da6a3ce929d0e0e4736\") | head 50000"
				+ FIELDS)
			.answer(row("false", "it has 1-4bf92f35-77b34da6a3ce929d0e0e4736"));
		assertThat(this.source.find(question("4bf92f3577b34da6a3ce929d0e0e4736")).lines()).hasSize(1);
	}

	@Test
	void shouldShowWhatHappenedLately() throws Exception {
		expect("search index=shop* (\"WARN\" OR \"WARNING\" OR \"ERROR\" OR \"FATAL\" OR \"SEVERE\") | head 1000"
				+ FIELDS)
			.answer(row("false", "ERROR it broke"));
		assertThat(this.source.recent(WINDOW, Limits.DEFAULTS).lines()).hasSize(1);
	}

	@Test
	void shouldLinkToTheSearch() {
		assertThat(this.source.linesLink("a\"|b", WINDOW)).get()
			.extracting("url")
			.isEqualTo("http://splunk:8000/app/search/search?q=search%20index%3Dshop*%20%28%22a%5C%22%7Cb%22%29"
					+ "&earliest=1795168800.025&latest=1795172400.000");
	}

	private StubServer.Expected expect(String search) {
		return this.stub.expect(EXPORT)
			.withHeader("Authorization", "Bearer geheim")
			.withHeader("Content-Type", "application/x-www-form-urlencoded")
			.withBody(new QueryString().and("search", search)
				.and("output_mode", "json")
				.and("preview", "false")
				.and("earliest_time", "1795168800.025")
				.and("latest_time", "1795172400.000")
				.encoded());
	}

	private static String row(String preview, String raw) {
		return "{\"preview\":%s,\"offset\":0,\"result\":{\"_raw\":\"%s\",\"_time\":\"2026-11-20T11:00:00.250+01:00\",\"index\":\"shop1\",\"source\":\"/var/log/a.log\",\"host\":\"host1\"}}\n"
			.formatted(preview, raw);
	}

	private static Question question(String id) {
		return new Question(Set.of(id), WINDOW, Limits.DEFAULTS);
	}

}
