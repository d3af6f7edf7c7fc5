package io.tracingstarter.cli.source.opensearch;

import java.net.URI;
import java.time.Duration;
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
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What differs in Elasticsearch, and what a real server does not do when asked.
 */
class OpenSearchSourceTests {

	/** Less than two seconds, or the time left would be in the requests. */
	private static final Limits LIMITS = new Limits(100, 100, 10_000, Duration.ofMillis(1900));

	private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T10:00:00Z"),
			Instant.parse("2026-11-20T11:00:00Z"));

	private static final String IN_TIME = "{\"range\":{\"@timestamp\":{\"gte\":1795168800000,\"lt\":1795172400000,\"format\":\"epoch_millis\"}}}";

	private static final String WITHOUT_TIME = "{\"bool\":{\"must_not\":[{\"exists\":{\"field\":\"@timestamp\"}}]}}";

	private static final String SORT = ",\"sort\":[{\"@timestamp\":{\"order\":\"asc\",\"unmapped_type\":\"date\",\"numeric_type\":\"date\"}}]";

	private static final String NONE = "{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"failed\":0},\"hits\":{\"hits\":[]}}";

	private final StubServer stub = new StubServer();

	private final OpenSearchSource source = new OpenSearchSource("elastic",
			new Endpoint(this.stub.url(), URI.create("http://kibana:5601"), Map.of("Authorization", "ApiKey geheim")),
			HttpJson.client(), new OpenSearchSettings("logs-*,a b", "@timestamp", "view'1"), new LogDecoder());

	@AfterEach
	void close() {
		this.stub.close();
	}

	@Test
	void shouldSearchWithinTheWindowAndWithoutTime() throws Exception {
		search("order-1", IN_TIME, SORT).withHeader("Authorization", "ApiKey geheim")
			.answer("{\"hits\":{\"total\":{\"value\":2},\"hits\":["
					+ "{\"_index\":\"logs-1\",\"_id\":\"x\",\"_source\":{\"text\":\"order-1\"},\"sort\":[1795168800123]},"
					+ "{\"_index\":\"logs-1\",\"_id\":\"y\",\"_source\":{\"text\":\"order-12\"},\"sort\":[1795168800124]}]},"
					+ "\"timed_out\":true,\"_shards\":{\"total\":5,\"failed\":2,\"failures\":[{\"reason\":{\"reason\":\"no disk\"}}]}}");
		search("order-1", WITHOUT_TIME, "").answer(
				"{\"hits\":{\"hits\":[{\"_index\":\"logs-2\",\"_id\":\"z\",\"_source\":{\"text\":\"order-1 later\"}}]}}");
		Answer answer = this.source.find(new Question(Set.of("order-1"), WINDOW, LIMITS));
		assertThat(answer.lines()).extracting(LogLine::origin).containsExactly("logs-1/x", "logs-2/z");
		assertThat(answer.lines()).extracting(LogLine::nanos).containsExactly(1795168800123000000L, 0L);
		assertThat(answer.notes()).containsExactly("the search took too long: its answer is not complete",
				"2 of 5 shards failed: no disk");
	}

	@Test
	void shouldQuoteStrangeIds() throws Exception {
		String strange = "\"}}]} OR *:* \\ $ | x";
		search(strange, IN_TIME, SORT).answer(NONE);
		search(strange, WITHOUT_TIME, "").answer(NONE);
		assertThat(this.source.find(new Question(Set.of(strange), WINDOW, LIMITS)).lines()).isEmpty();
	}

	@Test
	void shouldSayWhenTheIndexIsMissing() {
		search("order-1", IN_TIME, SORT).answer(404,
				"{\"error\":{\"root_cause\":[{\"type\":\"index_not_found_exception\",\"reason\":\"no such index [a b]\"}]},\"status\":404}");
		SourceException failure = catchThrowableOfType(SourceException.class,
				() -> this.source.find(new Question(Set.of("order-1"), WINDOW, LIMITS)));
		assertThat(failure).hasMessageContaining("no such index [a b]").hasMessageNotContaining("geheim");
		assertThat(failure.action()).contains("Check the names");
	}

	@Test
	void shouldSayInACheckThatNoIndexMatches() {
		this.stub.expect("GET /logs-*,a%20b/_count").answer("{\"count\":0,\"_shards\":{\"total\":0}}");
		assertThat(catchThrowableOfType(SourceException.class, this.source::check)).hasMessageContaining("No index");
	}

	@Test
	void shouldLinkToDiscover() {
		assertThat(this.source.linesLink("a\"b!'c", WINDOW)).get()
			.extracting("url")
			.isEqualTo("http://kibana:5601/app/discover#/?_g=%28time%3A%28from%3A%272026-11-20T10%3A00%3A00Z%27%2Cto%3A"
					+ "%272026-11-20T11%3A00%3A00Z%27%29%29&_a=%28index%3A%27view%21%271%27%2Cquery%3A%28language%3Akuery"
					+ "%2Cquery%3A%27%22a%5C%22b%21%21%21%27c%22%27%29%29");
	}

	private StubServer.Expected search(String id, String time, String sort) {
		String fields = JsonElements.MAPPER.writeValueAsString(LogFields.IDS);
		return this.stub.expect("POST /logs-*,a%20b/_search")
			.withHeader("Content-Type", "application/json")
			.withBody(
					"{\"query\":{\"bool\":{\"filter\":[{\"bool\":{\"minimum_should_match\":1,\"should\":[{\"multi_match\":"
							+ "{\"query\":" + JsonElements.MAPPER.writeValueAsString(id)
							+ ",\"type\":\"phrase\",\"lenient\":true,\"fields\":" + fields + "}}]}}," + time + "]}}"
							+ sort + ",\"size\":1000,\"timeout\":\"1s\",\"track_total_hits\":false}");
	}

}
