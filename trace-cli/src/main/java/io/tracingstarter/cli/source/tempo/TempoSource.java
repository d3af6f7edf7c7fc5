package io.tracingstarter.cli.source.tempo;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.grafana.GrafanaExplore;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.FoundTraces;
import io.tracingstarter.cli.source.http.HttpCall;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.HttpSource;
import io.tracingstarter.cli.source.http.IdMatcher;
import io.tracingstarter.cli.source.http.SearchRun;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.http.Parallel;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.http.SearchWindow;
import io.tracingstarter.cli.source.otlp.OtlpId;
import io.tracingstarter.cli.source.otlp.OtlpSpans;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spans of Grafana Tempo.
 */
public final class TempoSource extends HttpSource {

	private static final int MOST_TRACES = 1000;

	private static final int MAPPED_TRACES = 200;

	private static final String ENTRIES = "{ kind = server } | select(resource.service.name, status, kind, span."
			+ Span.CORRELATION_ID + ")";

	private final @Nullable GrafanaExplore grafana;

	/**
	 * @param name the name under which it is configured
	 * @param endpoint where Tempo's API is, such as {@code http://tempo:3200}; a tenant
	 * is a header {@code X-Scope-OrgID}
	 * @param client one for all backends
	 * @param grafana where people look at it; null for no links
	 */
	public TempoSource(String name, Endpoint endpoint, HttpClient client, @Nullable GrafanaExplore grafana) {
		super(name, new HttpJson(client, "Tempo", endpoint));
		this.grafana = grafana;
	}

	@Override
	protected void find(Question question, SearchRun run) throws SourceException, InterruptedException {
		TimeWindow window = SearchWindow.orLastWeek(question.window(), run);
		Set<String> traceIds = new LinkedHashSet<>();
		SourceException failure = null;
		for (String id : question.ids()) {
			if (RequestId.isTraceId(id)) {
				traceIds.add(id);
			}
			try {
				search("{ ." + Span.CORRELATION_ID + " = " + TraceQl.quote(id) + " }", window, MOST_TRACES, run,
						(trace) -> add(trace, traceIds));
			}
			catch (SourceException ex) {
				failure = ex;
			}
		}
		if (traceIds.size() >= MOST_TRACES) {
			run.findings().note("there may be more than " + MOST_TRACES + " traces: ask for less time");
		}
		IdMatcher ids = new IdMatcher(question.ids());
		Parallel.each(traceIds, (traceId) -> trace(traceId, run).keep(ids));
		if (failure != null) {
			throw failure;
		}
	}

	private FoundTraces trace(String traceId, SearchRun run) throws SourceException, InterruptedException {
		FoundTraces traces = new FoundTraces(run);
		if (!read("/api/v2/traces/" + traceId, "trace.resourceSpans", run, traces)) {
			// before Tempo 2.7
			read("/api/traces/" + traceId, "batches", run, traces);
		}
		return traces;
	}

	private boolean read(String path, String array, SearchRun run, FoundTraces traces)
			throws SourceException, InterruptedException {
		return http().read(HttpCall.get(path).absentAt(404), run, (json) -> {
			ObjectNode rest = JsonElements.read(json, array, (resource) -> OtlpSpans.read(resource, traces::add));
			if ("PARTIAL".equals(rest.path("status").asString(""))) {
				run.findings().note("Tempo has a trace only in part, because it is too large for it");
			}
		}) != HttpJson.Outcome.ABSENT;
	}

	@Override
	protected void recent(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		FoundTraces entries = new FoundTraces(run);
		search(ENTRIES, window, Math.min(MOST_TRACES, run.limits().spans()), run,
				(trace) -> TempoEntries.read(trace, entries::add));
		entries.keepEntries();
	}

	@Override
	protected void spans(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		Set<String> traceIds = new LinkedHashSet<>();
		search(ENTRIES, window, MAPPED_TRACES, run, (trace) -> add(trace, traceIds));
		if (traceIds.size() >= MAPPED_TRACES) {
			run.findings().note("looked at " + MAPPED_TRACES + " traces: each is a call of its own");
		}
		Parallel.each(traceIds, (traceId) -> trace(traceId, run).keepAll());
	}

	@Override
	protected String check(SearchRun run) throws SourceException, InterruptedException {
		Instant now = Instant.now();
		int[] traces = new int[1];
		search("{ }", new TimeWindow(now.minusSeconds(3600), now), 20, run, (trace) -> traces[0]++);
		return "Tempo, " + ((traces[0] == 0) ? "no traces" : "traces") + " within the last hour";
	}

	@Override
	public Optional<DeepLink> traceLink(String traceId, @Nullable TimeWindow window) {
		return Optional.ofNullable(this.grafana)
			.map((page) -> new DeepLink("Grafana, trace " + traceId, page.trace(traceId, window)));
	}

	private void search(String query, TimeWindow window, int limit, SearchRun run, Consumer<JsonNode> each)
			throws SourceException, InterruptedException {
		String path = new QueryString().and("q", query)
			.and("start", window.from().getEpochSecond())
			.and("end", window.until().getEpochSecond() + 1)
			.and("limit", limit)
			.behind("/api/search");
		http().read(HttpCall.get(path), run, (json) -> JsonElements.read(json, "traces", each));
	}

	private static void add(JsonNode trace, Set<String> traceIds) {
		String traceId = OtlpId.trace(trace.path("traceID").asString(null));
		if (traceId != null) {
			traceIds.add(traceId);
		}
	}

}
