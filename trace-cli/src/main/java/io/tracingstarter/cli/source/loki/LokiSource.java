package io.tracingstarter.cli.source.loki;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.HttpCall;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.HttpSource;
import io.tracingstarter.cli.source.http.SearchRun;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.http.SearchWindow;
import io.tracingstarter.cli.source.http.StoredLines;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Log lines of Grafana Loki.
 */
public final class LokiSource extends HttpSource {

	/** What Loki allows by default. */
	private static final int PAGE = 5000;

	private static final int RECENT_LINES = 1000;

	private static final String TROUBLE = " |~ \"(?i)(warn|error|fatal|severe|critical)\"";

	private final LokiSettings settings;

	private final LogDecoder decoder;

	/**
	 * @param name the name under which it is configured
	 * @param endpoint where Loki's API is, such as {@code http://loki:3100}; a tenant is
	 * a header {@code X-Scope-OrgID}
	 * @param client one for all backends
	 * @param settings what to search
	 * @param decoder reads the lines
	 */
	public LokiSource(String name, Endpoint endpoint, HttpClient client, LokiSettings settings, LogDecoder decoder) {
		super(name, new HttpJson(client, "Loki", endpoint));
		this.settings = settings;
		this.decoder = decoder;
	}

	@Override
	protected void find(Question question, SearchRun run) throws SourceException, InterruptedException {
		TimeWindow window = SearchWindow.orLastWeek(question.window(), run);
		StoredLines lines = StoredLines.of(this.decoder, question.ids(), run);
		for (String id : question.ids()) {
			pages(LogQl.inLine(this.settings.selector(), id), window, run, lines);
			pages(LogQl.besideLine(this.settings.selector(), id), window, run, lines);
		}
	}

	/**
	 * A page begins at the last time of the one before, because more lines may have that
	 * time; those that were there are left out.
	 */
	private void pages(String query, TimeWindow window, SearchRun run, StoredLines lines)
			throws SourceException, InterruptedException {
		long start = window.fromNanos();
		Set<String> before = Set.of();
		int read = 0;
		while (start < window.untilNanos()) {
			LokiPage page = page(query, start, window.untilNanos(), PAGE, "forward", run, new LokiPage(lines, before));
			read += page.added();
			if (page.count() < PAGE) {
				return;
			}
			if (read > run.limits().lines()) {
				run.findings().note("stopped searching after " + read + " lines");
				return;
			}
			if (page.last() <= start) {
				run.findings().note("left out lines: " + PAGE + " or more have the same time");
				start = start + 1;
				before = Set.of();
			}
			else {
				start = page.last();
				before = page.atLast();
			}
		}
	}

	@Override
	protected void recent(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		page(this.settings.selector() + TROUBLE, window.fromNanos(), window.untilNanos(),
				Math.min(RECENT_LINES, run.limits().lines()), "backward", run,
				new LokiPage(StoredLines.ofTrouble(this.decoder, run), Set.of()));
	}

	@Override
	protected void spans(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		page(LogQl.inLine(this.settings.selector(), LogDecoder.SPAN_MARK), window.fromNanos(), window.untilNanos(),
				Math.min(PAGE, run.limits().spans()), "backward", run,
				new LokiPage(StoredLines.ofSpans(this.decoder, run), Set.of()));
	}

	@Override
	protected String check(SearchRun run) throws SourceException, InterruptedException {
		AtomicInteger labels = new AtomicInteger();
		http().read(HttpCall.get("/loki/api/v1/labels"), run,
				(json) -> JsonElements.read(json, "data", (label) -> labels.incrementAndGet()));
		return "Loki, " + labels + " labels";
	}

	@Override
	public Optional<DeepLink> linesLink(String correlationId, @Nullable TimeWindow window) {
		return Optional.ofNullable(this.settings.grafana())
			.map((page) -> new DeepLink("Grafana, " + correlationId,
					page.lines(LogQl.inLine(this.settings.selector(), correlationId), window)));
	}

	private LokiPage page(String query, long start, long end, int limit, String direction, SearchRun run, LokiPage page)
			throws SourceException, InterruptedException {
		String path = new QueryString().and("query", query)
			.and("start", start)
			.and("end", end)
			.and("limit", limit)
			.and("direction", direction)
			.behind("/loki/api/v1/query_range");
		http().read(HttpCall.get(path), run, (json) -> JsonElements.read(json, "data.result", page::add));
		return page;
	}

}
