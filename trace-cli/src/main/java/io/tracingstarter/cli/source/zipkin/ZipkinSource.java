package io.tracingstarter.cli.source.zipkin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.FoundTraces;
import io.tracingstarter.cli.source.http.HttpCall;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.HttpSource;
import io.tracingstarter.cli.source.http.IdMatcher;
import io.tracingstarter.cli.source.http.SearchRun;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.http.QueryString;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Spans of Zipkin.
 */
public final class ZipkinSource extends HttpSource {

	private static final int MOST_TRACES = 1000;

	private final Endpoint endpoint;

	/**
	 * @param name the name under which it is configured
	 * @param endpoint where Zipkin is, such as {@code http://zipkin:9411}
	 * @param client one for all backends
	 */
	public ZipkinSource(String name, Endpoint endpoint, HttpClient client) {
		super(name, new HttpJson(client, "Zipkin", endpoint));
		this.endpoint = endpoint;
	}

	@Override
	protected void find(Question question, SearchRun run) throws SourceException, InterruptedException {
		for (String id : question.ids()) {
			FoundTraces traces = new FoundTraces(run);
			try {
				if (RequestId.isTraceId(id)) {
					read(HttpCall.get("/api/v2/trace/" + id).absentAt(404), run, traces);
				}
				String query = Span.CORRELATION_ID + "=" + id;
				read(search(question.window(), MOST_TRACES).and("annotationQuery", query), run, traces);
				traces.noteMore(MOST_TRACES);
			}
			finally {
				traces.keep(new IdMatcher(question.ids()));
			}
		}
	}

	@Override
	protected void recent(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		FoundTraces traces = new FoundTraces(run);
		read(search(window, Math.min(MOST_TRACES, run.limits().spans())), run, traces);
		traces.keepEntries();
	}

	@Override
	protected void spans(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		FoundTraces traces = new FoundTraces(run);
		try {
			read(search(window, MOST_TRACES), run, traces);
			traces.noteMore(MOST_TRACES);
		}
		finally {
			traces.keepAll();
		}
	}

	@Override
	protected String check(SearchRun run) throws SourceException, InterruptedException {
		AtomicInteger services = new AtomicInteger();
		http().read(HttpCall.get("/api/v2/services"), run,
				(json) -> JsonElements.read(json, "", (service) -> services.incrementAndGet()));
		return "Zipkin, " + services + " services";
	}

	@Override
	public Optional<DeepLink> traceLink(String traceId, @Nullable TimeWindow window) {
		return Optional.of(new DeepLink("Zipkin, trace " + traceId,
				this.endpoint.ui() + "/zipkin/traces/" + QueryString.encode(traceId)));
	}

	private void read(QueryString query, SearchRun run, FoundTraces traces)
			throws SourceException, InterruptedException {
		read(HttpCall.get(query.behind("/api/v2/traces")), run, traces);
	}

	private void read(HttpCall call, SearchRun run, FoundTraces traces) throws SourceException, InterruptedException {
		http().read(call, run, (json) -> JsonElements.read(json, "", (element) -> {
			if (element.isArray()) {
				for (JsonNode span : element) {
					traces.add(ZipkinSpans.read(span));
				}
			}
			else {
				traces.add(ZipkinSpans.read(element));
			}
		}));
	}

	/**
	 * Zipkin looks back from the end in milliseconds; both must be positive.
	 */
	private static QueryString search(@Nullable TimeWindow window, int limit) {
		Instant until = (window != null) ? window.until() : Instant.now().plus(Duration.ofDays(1));
		long end = Math.max(1, until.toEpochMilli());
		long from = (window != null) ? Math.max(0, window.from().toEpochMilli()) : 0;
		return new QueryString().and("endTs", end).and("lookback", Math.max(1, end - from)).and("limit", limit);
	}

}
