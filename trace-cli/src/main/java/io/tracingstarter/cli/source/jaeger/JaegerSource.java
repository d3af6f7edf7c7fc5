package io.tracingstarter.cli.source.jaeger;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.http.Endpoint;
import io.tracingstarter.cli.source.http.FoundTraces;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.HttpSource;
import io.tracingstarter.cli.source.http.IdMatcher;
import io.tracingstarter.cli.source.http.SearchRun;
import io.tracingstarter.cli.source.http.Parallel;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.http.SearchWindow;
import org.jspecify.annotations.Nullable;

/**
 * Spans of Jaeger. A search names a service, because most of its stores want one; so each
 * service is asked.
 */
public final class JaegerSource extends HttpSource {

	private static final int MOST_TRACES = 100;

	private static final int RECENT_TRACES = 20;

	private final Endpoint endpoint;

	/**
	 * @param name the name under which it is configured
	 * @param endpoint where its pages and API are, such as {@code http://jaeger:16686}
	 * @param client one for all backends
	 */
	public JaegerSource(String name, Endpoint endpoint, HttpClient client) {
		super(name, new HttpJson(client, "Jaeger", endpoint));
		this.endpoint = endpoint;
	}

	@Override
	protected void find(Question question, SearchRun run) throws SourceException, InterruptedException {
		Services services = services(run);
		TimeWindow window = SearchWindow.orLastWeek(question.window(), run);
		for (String id : question.ids()) {
			if (RequestId.isTraceId(id)) {
				FoundTraces trace = new FoundTraces(run);
				services.api.trace(http(), id, run, trace);
				trace.keep(new IdMatcher(Set.of(id)));
			}
			Parallel.each(services.names, (service) -> search(services.api, service, id, window, run));
		}
	}

	private void search(JaegerApi api, String service, String id, TimeWindow window, SearchRun run)
			throws SourceException, InterruptedException {
		IdMatcher ids = new IdMatcher(Set.of(id));
		Map<String, String> attributes = Map.of(Span.CORRELATION_ID, id);
		FoundTraces traces = new FoundTraces(run);
		api.search(http(), service, attributes, window, MOST_TRACES, run, traces);
		if (traces.keep(ids) > 0 && api == JaegerApi.V3) {
			// a Jaeger that ignores the attributes answers with anything
			FoundTraces again = new FoundTraces(run);
			JaegerApi.V1.search(http(), service, attributes, window, MOST_TRACES, run, again);
			again.noteMore(MOST_TRACES);
			again.keep(ids);
		}
		else {
			traces.noteMore(MOST_TRACES);
		}
	}

	@Override
	protected void recent(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		FoundTraces traces = new FoundTraces(run);
		try {
			read(window, run, traces);
		}
		finally {
			traces.keepEntries();
		}
	}

	@Override
	protected void spans(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		FoundTraces traces = new FoundTraces(run);
		try {
			read(window, run, traces);
			run.findings().note("looked at the newest " + RECENT_TRACES + " traces of each service");
		}
		finally {
			traces.keepAll();
		}
	}

	private void read(TimeWindow window, SearchRun run, FoundTraces traces)
			throws SourceException, InterruptedException {
		Services services = services(run);
		for (String service : services.names) {
			services.api.search(http(), service, Map.of(), window, RECENT_TRACES, run, traces);
		}
	}

	@Override
	protected String check(SearchRun run) throws SourceException, InterruptedException {
		Services services = services(run);
		return "Jaeger, " + services.names.size() + " services"
				+ ((services.api == JaegerApi.V1) ? ", without its API 3" : "");
	}

	@Override
	public Optional<DeepLink> traceLink(String traceId, @Nullable TimeWindow window) {
		return Optional
			.of(new DeepLink("Jaeger, trace " + traceId, this.endpoint.ui() + "/trace/" + QueryString.encode(traceId)));
	}

	private Services services(SearchRun run) throws SourceException, InterruptedException {
		List<String> names = new ArrayList<>();
		if (JaegerApi.V3.services(http(), run, names)) {
			return new Services(JaegerApi.V3, names);
		}
		JaegerApi.V1.services(http(), run, names);
		return new Services(JaegerApi.V1, names);
	}

	private record Services(JaegerApi api, List<String> names) {

	}

}
