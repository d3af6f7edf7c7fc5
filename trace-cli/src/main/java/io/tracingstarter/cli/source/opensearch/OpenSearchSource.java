package io.tracingstarter.cli.source.opensearch;

import java.net.http.HttpClient;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.XRayTraceId;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpCall;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.HttpSource;
import io.tracingstarter.cli.source.http.SearchRun;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.http.StoredLines;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Log lines of OpenSearch and Elasticsearch.
 * <p>
 * Pages follow each other by time: the next begins at the time of the last document, and
 * what was already seen of that time is left out. That needs no tiebreaker, of which the
 * two have none in common, and no point in time, which they name differently and do not
 * allow to everybody who may read.
 */
public final class OpenSearchSource extends HttpSource {

	private static final int PAGE = 1000;

	/** What an index allows by default. */
	private static final int LARGEST_PAGE = 10_000;

	private static final List<String> TROUBLE = List.of("WARN", "WARNING", "ERROR", "FATAL", "SEVERE", "CRITICAL",
			"warn", "warning", "error", "fatal", "severe", "critical");

	private final Endpoint endpoint;

	private final OpenSearchSettings settings;

	private final LogDecoder decoder;

	/**
	 * @param name the name under which it is configured
	 * @param endpoint where its API is, such as {@code http://opensearch:9200}; its pages
	 * are Kibana or OpenSearch Dashboards, without which there are no links
	 * @param client one for all backends
	 * @param settings what to search
	 * @param decoder reads the documents
	 */
	public OpenSearchSource(String name, Endpoint endpoint, HttpClient client, OpenSearchSettings settings,
			LogDecoder decoder) {
		super(name, new HttpJson(client, "OpenSearch or Elasticsearch", endpoint));
		this.endpoint = endpoint;
		this.settings = settings;
		this.decoder = decoder;
	}

	@Override
	public String target() {
		return this.endpoint + "/" + this.settings.index();
	}

	@Override
	protected void find(Question question, SearchRun run) throws SourceException, InterruptedException {
		StoredLines lines = StoredLines.of(this.decoder, question.ids(), run);
		Set<String> seen = new HashSet<>();
		Long from = null;
		int size = PAGE;
		int read = 0;
		while (true) {
			LogHits hits = search(query(question).inOrder(question.window(), from, "asc"), size, run, lines, seen);
			read += hits.added();
			if (hits.isLast(size)) {
				break;
			}
			if (read > run.limits().lines()) {
				run.findings().note("stopped searching after " + read + " documents");
				break;
			}
			// a page of one and the same time does not lead on
			size = (from != null && from == hits.lastMillis()) ? size * 10 : PAGE;
			if (size > LARGEST_PAGE) {
				run.findings().note("left out documents: more than " + LARGEST_PAGE + " have the same time");
				from = hits.lastMillis() + 1;
				size = PAGE;
			}
			else {
				from = hits.lastMillis();
			}
		}
		if (!search(query(question).withoutTime(), PAGE, run, lines, seen).isLast(PAGE)) {
			run.findings().note("left out documents without a field " + this.settings.timeField());
		}
	}

	@Override
	protected void recent(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		LogQuery query = new LogQuery(this.settings.timeField(), TROUBLE, LogFields.LEVELS).inOrder(window, null,
				"desc");
		int size = Math.min(PAGE, run.limits().lines());
		search(query, size, run, StoredLines.ofTrouble(this.decoder, run), new HashSet<>());
	}

	@Override
	protected void spans(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		LogQuery query = LogQuery.ofSpans(this.settings.timeField()).inOrder(window, null, "desc");
		search(query, Math.min(PAGE, run.limits().spans()), run, StoredLines.ofSpans(this.decoder, run),
				new HashSet<>());
	}

	@Override
	protected String check(SearchRun run) throws SourceException, InterruptedException {
		ObjectNode[] answer = { JsonElements.MAPPER.createObjectNode() };
		http().read(HttpCall.get(path("_count")), run, (json) -> answer[0] = JsonElements.read(json, "", (each) -> {
		}));
		if (answer[0].path("_shards").path("total").asInt(0) == 0) {
			throw new SourceException("No index at " + target() + ".", "Check the name of the index.");
		}
		return answer[0].path("count").asLong(0) + " documents in " + this.settings.index();
	}

	@Override
	public Optional<DeepLink> linesLink(String correlationId, @Nullable TimeWindow window) {
		return Optional.ofNullable(this.endpoint.uiUrl())
			.map((url) -> new DeepLink("Discover, " + correlationId,
					new DiscoverPage(url, this.settings.dashboardsIndexPattern()).find(correlationId, window)));
	}

	private LogQuery query(Question question) {
		return new LogQuery(this.settings.timeField(), XRayTraceId.inAllForms(question.ids()), LogFields.IDS);
	}

	private LogHits search(LogQuery query, int size, SearchRun run, StoredLines lines, Set<String> seen)
			throws SourceException, InterruptedException {
		LogHits hits = new LogHits(lines, seen);
		HttpCall call = HttpCall.postJson(path("_search"), query.json(size, run.remaining()));
		HttpJson.Outcome outcome = http().read(call, run,
				(json) -> hits.end(JsonElements.read(json, "hits.hits", hits::add), run.findings()));
		hits.cut(outcome == HttpJson.Outcome.CUT);
		return hits;
	}

	private String path(String what) {
		return "/" + QueryString.encode(this.settings.index()).replace("%2C", ",") + "/" + what;
	}

}
