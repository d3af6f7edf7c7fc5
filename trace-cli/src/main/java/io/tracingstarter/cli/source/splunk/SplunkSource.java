package io.tracingstarter.cli.source.splunk;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.http.StoredLines;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Log lines of Splunk, which streams them while it searches, the newest first.
 */
public final class SplunkSource extends HttpSource {

	private static final List<String> TROUBLE = List.of("WARN", "WARNING", "ERROR", "FATAL", "SEVERE");

	private static final int RECENT_ROWS = 1000;

	private static final int SPAN_ROWS = 10_000;

	private final Endpoint endpoint;

	private final String index;

	private final LogDecoder decoder;

	/**
	 * @param name the name under which it is configured
	 * @param endpoint where its management API is, such as {@code https://splunk:8089}; a
	 * token is a header {@code Authorization: Bearer …}; its pages are another URL,
	 * without which there are no links
	 * @param client one for all backends
	 * @param index the index to search, with stars in it; empty for those that the user
	 * searches by default
	 * @param decoder reads the lines
	 */
	public SplunkSource(String name, Endpoint endpoint, HttpClient client, String index, LogDecoder decoder) {
		super(name, new HttpJson(client, "Splunk", endpoint));
		this.endpoint = endpoint;
		this.index = index;
		this.decoder = decoder;
	}

	@Override
	public String target() {
		return this.endpoint + (this.index.isEmpty() ? "" : ", index " + this.index);
	}

	@Override
	protected void find(Question question, SearchRun run) throws SourceException, InterruptedException {
		int rows = run.limits().lines();
		String search = SplunkQuery.anyOf(this.index, XRayTraceId.inAllForms(question.ids()));
		SplunkRows read = export(search, rows, question.window(), run,
				StoredLines.of(this.decoder, question.ids(), run));
		if (read.count() >= rows) {
			run.findings().note("stopped after " + rows + " rows, the newest");
		}
	}

	@Override
	protected void recent(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		export(SplunkQuery.anyOf(this.index, TROUBLE), Math.min(RECENT_ROWS, run.limits().lines()), window, run,
				StoredLines.ofTrouble(this.decoder, run));
	}

	@Override
	protected void spans(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		export(SplunkQuery.anyOf(this.index, List.of(LogDecoder.SPAN_MARK)), Math.min(SPAN_ROWS, run.limits().spans()),
				window, run, StoredLines.ofSpans(this.decoder, run));
	}

	@Override
	protected String check(SearchRun run) throws SourceException, InterruptedException {
		Instant now = Instant.now();
		SplunkRows read = export(SplunkQuery.anyOf(this.index, List.of("*")), 1,
				new TimeWindow(now.minusSeconds(3600), now), run, StoredLines.ofTrouble(this.decoder, run));
		return "Splunk, " + ((read.count() > 0) ? "events" : "no events") + " within the last hour";
	}

	@Override
	public Optional<DeepLink> linesLink(String correlationId, @Nullable TimeWindow window) {
		if (this.endpoint.uiUrl() == null) {
			return Optional.empty();
		}
		QueryString query = new QueryString().and("q", SplunkQuery.anyOf(this.index, List.of(correlationId)));
		if (window != null) {
			query.and("earliest", seconds(window.from())).and("latest", seconds(window.until()));
		}
		return Optional
			.of(new DeepLink("Splunk, " + correlationId, query.behind(this.endpoint.uiUrl() + "/app/search/search")));
	}

	private SplunkRows export(String search, int rows, @Nullable TimeWindow window, SearchRun run, StoredLines lines)
			throws SourceException, InterruptedException {
		QueryString form = new QueryString().and("search", SplunkQuery.limited(search, rows))
			.and("output_mode", "json")
			.and("preview", "false")
			.and("earliest_time", (window != null) ? seconds(window.from()) : "0");
		if (window != null) {
			form.and("latest_time", seconds(window.until()));
		}
		SplunkRows read = new SplunkRows(lines, run.findings());
		http().read(HttpCall.postForm("/services/search/v2/jobs/export", form), run, read::read);
		if (read.failure() != null) {
			throw new SourceException("Splunk at " + this.endpoint + " did not search: " + shown(read.failure()),
					"Check the name of the index, and whether who asks may search it.");
		}
		return read;
	}

	private static String shown(String text) {
		return text.substring(0, Math.min(300, text.length()));
	}

	private static String seconds(Instant instant) {
		return "%d.%03d".formatted(instant.getEpochSecond(), instant.getNano() / 1_000_000);
	}

}
